/** It is better-sqlite3 over another SQLite; the types that it brings are of an older version, and cannot be found. */
declare module 'better-sqlite3-multiple-ciphers' {
  export { default } from 'better-sqlite3'
}
