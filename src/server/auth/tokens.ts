import { hash, randomBytes } from 'node:crypto'

/** A secret of 256 bits for its holder; the server keeps only `tokenHash` of it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A plain SHA-256 is enough: nobody can guess 256 random bits, so there is nothing to slow down. */
export const tokenHash = (token: string): string => hash('sha256', token)
