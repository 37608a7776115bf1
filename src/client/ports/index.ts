/** What the client core needs of the world. A host implements these and nothing else. */
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import type { SqlValue } from '../../base/sql.ts'

export interface ClientPorts {
  readonly databases: Databases
  readonly connect: Connect
  readonly http: Http
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  /** What the device calls itself, for the list of devices. */
  readonly device: { readonly kind: 'web' | 'desktop'; readonly name: string; readonly version: string }
  /** The address, or the path on their own host, where pages fetch a file of the server if not from there itself. */
  readonly fileUrl?: (url: URL) => string
  /** Calls back when the network may have come back or the computer woke: a reason to try again at once. */
  readonly onWake: (callback: () => void) => () => void
}

export type Row = Readonly<Record<string, SqlValue>>

/** A synchronous SQLite connection; the same over better-sqlite3 and SQLite-WASM. */
export interface SqliteDriver {
  exec(text: string): void
  run(text: string, values?: readonly SqlValue[]): { readonly changes: number }
  all<T = Row>(text: string, values?: readonly SqlValue[]): T[]
  get<T = Row>(text: string, values?: readonly SqlValue[]): T | undefined
  /** Nested calls become savepoints. The body must not be async: an await would let strangers' statements in. */
  transaction<T>(body: () => T extends PromiseLike<unknown> ? never : T): T
  close(): void
}

/** What befell the files before the core looked at them. */
export type FilesNotice = 'no-key-store' | 'key-lost' | 'key-store-changed'

/** A file of what only this device knows that is not gone on with: its rows are taken over, then it is erased. */
export interface FormerFile {
  /** It was locked, and its key has been found. */
  readonly isUnlocked: boolean
  open(): Promise<SqliteDriver>
  /** With everything else that belonged to it. */
  erase(): Promise<void>
}

export interface Databases {
  /** False where nothing can be kept (a private window): then every database lives in memory. */
  readonly lasting: boolean
  /** Opens or creates `name`, such as `own`, `cache-<agent id>`. Throws `DatabaseError`. */
  open(name: string): Promise<SqliteDriver>
  /** An empty database that is gone once closed; the way out when a file may not be touched. */
  openMemory(): Promise<SqliteDriver>
  /** Moves a damaged file aside (kept seven days, R-17-069) so that `open` starts empty. */
  moveAside(name: string): Promise<void>
  /** Erases the file and everything beside it. */
  remove(name: string): Promise<void>
  readonly notices?: readonly FilesNotice[]
  /** Looked at once, at the start. */
  readonly former?: () => Promise<readonly FormerFile[]>
}

/** Why a database could not be used; each has its own way out (reliability 4.3). */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  constructor(code: DatabaseErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
export type DatabaseErrorCode = 'corrupt' | 'full' | 'busy' | 'readonly' | 'unavailable' | 'io'

export interface SocketHandlers {
  opened(): void
  message(text: string): void
  /** Called once, also when the connection never opened. */
  closed(): void
}

export interface Socket {
  send(text: string): void
  close(): void
  /** Bytes handed over and not yet sent. */
  readonly buffered: number
}

/** `url` is a ws: or wss: address. */
export type Connect = (url: string, handlers: SocketHandlers) => Socket

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Blob
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Why there was no answer, where the host can tell: browsers do not say. */
export type NoAnswer =
  | 'no-such-host'
  | 'nobody-listens'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-name'
  /** The proxy cannot be reached, or does not let this through. */
  | 'proxy'
  /** The proxy wants to know who asks. */
  | 'proxy-sign-in'

export class NetworkError extends Error {
  readonly reason: NoAnswer
  constructor(reason: NoAnswer, cause: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

/** What a failed request tells. */
export const reasonOf = (error: unknown): NoAnswer | 'unreachable' =>
  error instanceof NetworkError ? error.reason : 'unreachable'

/** Rejects only when there was no answer at all; with a `NetworkError` where the reason is known. */
export type Http = (request: HttpRequest) => Promise<{ readonly status: number; readonly text: string }>
