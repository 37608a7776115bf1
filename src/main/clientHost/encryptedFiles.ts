/**
 * The keys of encrypted databases, derived from the profile's one secret.
 *
 * A cache has a random part of its own beside it: erasing that first makes the file unreadable, whatever the disk still
 * has of it, and no two accounts share a key. What only this device knows has none, so that no second file can be lost.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

import { DatabaseError, pragmasOf } from '../../client/host/sqlite.ts'
import { openSqlite, type OpenFile } from './sqliteDriver.ts'

/** The ending of the file that holds a cache's part of its key. */
export const KEY_PART = '-key'

const PART_BYTES = 32

/** Opens every file with its own key. `open` stands for the driver. */
export const encryptedWith =
  (secret: Uint8Array, open = openSqlite): OpenFile =>
  (file, name) =>
    open(file, pragmasOf(name), keyOfDatabase(secret, name, file))

/** The key of the database `name` in `file`; the part beside it is made when there is none. */
export const keyOfDatabase = (secret: Uint8Array, name: string, file: string): Uint8Array => {
  const part = name === 'own' ? Buffer.from(name) : keyPart(`${file}${KEY_PART}`)
  return createHmac('sha256', secret).update(part).digest()
}

const keyPart = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new DatabaseError('unavailable', error)
  }
  const part = randomBytes(PART_BYTES)
  try {
    const descriptor = openSync(file, 'wx', 0o600)
    try {
      writeSync(descriptor, part)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    rmSync(file, { force: true })
    throw new DatabaseError(codeOf(error) === 'ENOSPC' ? 'full' : 'unavailable', error)
  }
  return part
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
