/**
 * Finds the keys of the profile, or makes the first one.
 *
 * A key that the system does not give now is kept, and so are its files: it may be back tomorrow. Meanwhile the
 * work goes on with another one.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Logger } from '../../base/logger.ts'
import { readKeyFile, writeKeyFile, type WrappedKey } from './keyFile.ts'
import type { KeyStore } from './keyStore.ts'
import type { ProfileKey, ProfileKeys } from './profile.ts'

const SECRET_BYTES = 32

/** Never rejects: where no key can be had or kept, nothing is kept. */
export const openKeyRing = async (folder: string, store: KeyStore, log: Logger): Promise<ProfileKeys> => {
  try {
    const backend = await store.backend()
    if (backend !== null) return await openWith(folder, store, backend, log)
  } catch (error) {
    log.error('the key of the local files could not be had or kept', { error })
  }
  return { current: null, former: [], notices: ['no-key-store'] }
}

const openWith = async (
  folder: string,
  store: KeyStore,
  backend: string,
  log: Logger,
): Promise<ProfileKeys> => {
  const { keys: known, isDamaged } = await readKeyFile(folder)
  const folders = await foldersOfKeys(folder)
  const found = await Promise.all(known.map((wrapped) => unwrap(store, wrapped, log)))
  const usable = found.flatMap((each) => (each === null ? [] : [each.key]))
  const current = usable.at(-1) ?? createKey()

  // The files of the others were taken over and erased: there is nothing left to open with their keys.
  const left = known.filter(({ id }) => id === current.id || folders.includes(id))
  const tidy = async (): Promise<void> => {
    const kept = await Promise.all(
      left.map(async (wrapped) => {
        const stale = found.find((each) => each?.isStale && each.key.id === wrapped.id)
        return stale ? wrap(store, stale.key, backend) : wrapped
      }),
    )
    if (isDamaged || JSON.stringify(kept) !== JSON.stringify(known)) await writeKeyFile(folder, kept)
  }
  // Before anything is written with it: a key that is not kept would lock its own files.
  if (usable.length === 0) await writeKeyFile(folder, [...left, await wrap(store, current, backend)])
  else await tidy().catch((error: unknown) => log.warn('the file of the keys could not be tidied', { error }))

  const readable = new Set([current, ...usable].map(({ id }) => id))
  const locked = folders.filter((id) => !readable.has(id) && hasFiles(folder, id))
  if (locked.length > 0) log.warn('local files are locked', { files: locked.length, backend })
  return {
    current,
    former: usable.filter((key) => key !== current),
    notices: noticeOf(locked, known, backend),
  }
}

const noticeOf = (
  locked: readonly string[],
  known: readonly WrappedKey[],
  backend: string,
): ProfileKeys['notices'] => {
  if (locked.length === 0) return []
  const byOther = known.some((key) => locked.includes(key.id) && key.backend !== backend)
  return [byOther ? 'key-store-changed' : 'key-lost']
}

interface Found {
  readonly key: ProfileKey
  readonly isStale: boolean
}

const unwrap = async (store: KeyStore, { id, wrapped }: WrappedKey, log: Logger): Promise<Found | null> => {
  try {
    const { secret, isStale } = await store.unwrap(Buffer.from(wrapped, 'base64'))
    // Some stores answer with rubbish instead of refusing.
    return idOf(secret) === id ? { key: { id, secret }, isStale } : null
  } catch (error) {
    log.warn('the key store does not give a key', { error: error instanceof Error ? error.message : '' })
    return null
  }
}

const wrap = async (store: KeyStore, { id, secret }: ProfileKey, backend: string): Promise<WrappedKey> => ({
  id,
  backend,
  wrapped: Buffer.from(await store.wrap(secret)).toString('base64'),
})

const createKey = (): ProfileKey => {
  const secret = randomBytes(SECRET_BYTES)
  return { id: idOf(secret), secret }
}

const ID = /^[0-9a-f]{16}$/u
const idOf = (secret: Uint8Array): string =>
  createHash('sha256').update('profile key').update(secret).digest('hex').slice(0, 16)

const hasFiles = (folder: string, id: string): boolean => existsSync(join(folder, id, 'own.db'))

/** The ids of the keys that files were made with. */
export const foldersOfKeys = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(noneYet)).filter((name) => ID.test(name))

/** Any other failure must not look as if the files were gone. */
const noneYet = (error: unknown): string[] => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}
