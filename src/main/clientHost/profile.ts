/**
 * The files of the desktop: those of each profile key lie in a folder named after the key.
 *
 * So no file is ever opened with another one's key: what cannot be read there is damaged, and files whose key is gone
 * stay as they are until it is back.
 */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { Clock } from '../../base/clock.ts'
import type { Databases, FilesNotice, FormerFile } from '../../client/host/sqlite.ts'
import { createDatabases } from './databases.ts'
import { encryptedWith } from './encryptedFiles.ts'
import { openSqlite } from './sqliteDriver.ts'

/** `secret` never leaves the main process and the core's. */
export interface ProfileKey {
  /** Made from the secret, and telling nothing of it. */
  readonly id: string
  readonly secret: Uint8Array
}

/** What the main process hands to the core at its start. */
export interface ProfileKeys {
  /** Null: nothing protects a key here, so nothing may be written. */
  readonly current: ProfileKey | null
  /** Of earlier files, which are readable again. */
  readonly former: readonly ProfileKey[]
  readonly notices: readonly FilesNotice[]
}

/** `open`: how a file is opened with its key. */
export const createProfile = (
  folder: string,
  clock: Clock,
  { current, former, notices }: ProfileKeys,
  open = openSqlite,
): Databases => {
  const filesOf = (key: ProfileKey): Databases =>
    createDatabases(join(folder, key.id), clock, encryptedWith(key.secret, open))
  const plain = createDatabases(folder, clock)

  const formerFiles = async (): Promise<FormerFile[]> => [
    ...(existsSync(join(folder, 'own.db'))
      ? [
          {
            isUnlocked: false,
            open: () => plain.open('own'),
            erase: async () => erasePlain(folder),
          },
        ]
      : []),
    ...former
      .filter(({ id }) => existsSync(join(folder, id)))
      .map((key) => ({
        isUnlocked: true,
        open: () => filesOf(key).open('own'),
        erase: async () => rmSync(join(folder, key.id), { recursive: true }),
      })),
  ]
  // Without a key nothing is taken over either: it would be in memory alone.
  if (current) return { ...filesOf(current), notices, former: formerFiles }
  return {
    lasting: false,
    open: plain.openMemory,
    openMemory: plain.openMemory,
    moveAside: async () => undefined,
    remove: async () => undefined,
    notices,
  }
}

/** Files of a version that did not encrypt: overwritten first, as far as the disk does as it is told. */
const erasePlain = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (!/^(?:own|(?:cache|media)-[\w-]+)\.(?:db|\d+\.aside)(?:-\w+)?$/u.test(name)) continue
    const file = join(folder, name)
    overwrite(file)
    rmSync(file)
  }
}

const CHUNK = Buffer.alloc(1024 * 1024)

const overwrite = (file: string): void => {
  const descriptor = openSync(file, 'r+')
  try {
    const { size } = statSync(file)
    for (let at = 0; at < size; at += CHUNK.length) {
      writeSync(descriptor, CHUNK, 0, Math.min(CHUNK.length, size - at), at)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
