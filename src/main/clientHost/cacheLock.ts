/**
 * By which keys the local files open: those of the system's key store, or of a cache password where there is none.
 *
 * A password is asked for at each start before anything is opened. Where the system has a key store again it is asked
 * for one last time, and the key is wrapped anew.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Logger } from '../../base/logger.ts'
import type { CacheLockNews, CacheProtection } from '../../preload/contract.ts'
import type { RequestHandlers } from '../ipc/hearWindows.ts'
import { readKeyFile, writeKeyFile, type WrappedKey } from './keyFile.ts'
import { foldersOfKeys, openKeyRing } from './keyRing.ts'
import type { KeyStore } from './keyStore.ts'
import { createPasswordKeyStore, isWrappedByPassword, PASSWORD_BACKEND } from './passwordKeyStore.ts'
import type { ProfileKeys } from './profile.ts'

export interface CacheLock {
  readonly requests: Pick<
    RequestHandlers,
    'cache.unlock' | 'cache.protect' | 'cache.change-password' | 'cache.erase'
  >
  /** So much is not sent yet: said when the password is forgotten. */
  unsent(count: number): void
  /** The last account was signed out: nothing is left that a password guards. */
  emptied(): void
}

export interface CacheLockSurroundings {
  readonly folder: string
  readonly store: KeyStore
  readonly log: Logger
  /** Outlives the program; a number and nothing of what was written. */
  readonly memory: { unsent(): number; keepUnsent(count: number): void }
  /** The keys to work with, and again when they are others; resolves when they are in use. */
  readonly onKeys: (keys: ProfileKeys) => Promise<void>
  readonly onChange: (news: CacheLockNews) => void
  /** What a password wraps with. */
  readonly storeOf?: (password: string) => KeyStore
}

export const openCacheLock = (surroundings: CacheLockSurroundings): CacheLock => {
  const { folder, store, log, memory, onKeys, onChange, storeOf = createPasswordKeyStore } = surroundings
  let protection: CacheProtection | undefined

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step)
    last = next.catch(() => undefined)
    return next
  }
  const show = (next: CacheProtection): void => {
    protection = next
    onChange({ kind: 'cache-lock', protection, unsent: memory.unsent() })
  }
  const begin = async (keys: ProfileKeys, by: 'system' | 'password'): Promise<void> => {
    await onKeys(keys)
    show(keys.current === null ? 'memory' : by)
  }
  const start = async (): Promise<void> => {
    if ((await lockedKeys(folder)).length > 0) show('locked')
    else await begin(await openKeyRing(folder, store, log), 'system')
  }
  const unlock = async (password: string): Promise<boolean> => {
    if (protection !== 'locked') return false
    const opener = storeOf(password)
    if ((await opened(opener, await lockedKeys(folder))) === null) return false
    const hasStore = (await nameOf(store)) !== null
    const keys = await openKeyRing(folder, hasStore ? movingInto(store, opener) : opener, log)
    if (keys.current === null) return false
    await begin(keys, hasStore ? 'system' : 'password')
    return true
  }
  const protect = async (password: string): Promise<boolean> => {
    if (protection !== 'memory') return false
    const keys = await openKeyRing(folder, storeOf(password), log)
    if (keys.current === null) return false
    memory.keepUnsent(0)
    await begin(keys, 'password')
    return true
  }
  const changePassword = async (former: string, next: string): Promise<boolean> => {
    if (protection !== 'password') return false
    const { keys } = await readKeyFile(folder)
    const found = await opened(storeOf(former), keys.filter(isByPassword))
    if (found === null) return false
    const wrapped = Buffer.from(await storeOf(next).wrap(found.secret)).toString('base64')
    await writeKeyFile(
      folder,
      keys.map((key) => (key.id === found.id ? { ...key, wrapped } : key)),
    )
    return true
  }
  const erase = async (): Promise<void> => {
    if (protection !== 'locked') return
    await eraseLocked(folder)
    memory.keepUnsent(0)
    await start()
  }
  /** Whoever signs in next on this computer must not be asked for the word of somebody who left. */
  const leaveNothing = async (): Promise<void> => {
    if (protection !== 'password') return
    // The core lets go of its files first: where they are open they cannot be erased everywhere.
    await onKeys({ current: null, former: [], notices: ['no-key-store'] })
    await eraseLocked(folder)
    memory.keepUnsent(0)
    if ((await nameOf(store)) === null) show('memory')
    else await start()
  }

  inTurn(start).catch((error: unknown) =>
    log.error('the keys of the local files could not be had', { error }),
  )
  return {
    unsent: (count) => {
      if (protection === 'password' && memory.unsent() !== count) memory.keepUnsent(count)
    },
    emptied: () => {
      inTurn(leaveNothing).catch((error: unknown) =>
        log.error('the cache password could not be forgotten', { error }),
      )
    },
    requests: {
      'cache.unlock': (password) => inTurn(() => unlock(password)),
      'cache.protect': (password) => inTurn(() => protect(password)),
      'cache.change-password': ({ former, next }) => inTurn(() => changePassword(former, next)),
      'cache.erase': () => inTurn(erase),
    },
  }
}

/** The keys go first: without them the files are worth nothing, whatever the disk still has of them. */
const eraseLocked = async (folder: string): Promise<void> => {
  const { keys } = await readKeyFile(folder)
  const locked = new Set(keys.filter(isByPassword).map(({ id }) => id))
  await writeKeyFile(
    folder,
    keys.filter(({ id }) => !locked.has(id)),
  )
  for (const id of await foldersOfKeys(folder))
    if (locked.has(id)) await rm(join(folder, id), { recursive: true })
}

const isByPassword = ({ backend }: WrappedKey): boolean => backend === PASSWORD_BACKEND

/** Those that a password has wrapped. What cannot be read now is no reason to ask for one. */
const lockedKeys = async (folder: string): Promise<readonly WrappedKey[]> => {
  const { keys } = await readKeyFile(folder).catch(() => ({ keys: [] as const }))
  return keys.filter(isByPassword)
}

/** The first of the keys that the store opens. */
const opened = async (
  store: KeyStore,
  keys: readonly WrappedKey[],
): Promise<{ readonly id: string; readonly secret: Uint8Array } | null> => {
  for (const { id, wrapped } of keys) {
    try {
      const { secret } = await store.unwrap(Buffer.from(wrapped, 'base64'))
      return { id, secret }
    } catch {
      // Of another password.
    }
  }
  return null
}

const nameOf = async (store: KeyStore): Promise<string | null> => store.backend().catch(() => null)

/** Opens what the password has wrapped, and has it wrapped anew by the store. */
const movingInto = (store: KeyStore, password: KeyStore): KeyStore => ({
  ...store,
  unwrap: async (wrapped) =>
    isWrappedByPassword(wrapped)
      ? { ...(await password.unwrap(wrapped)), isStale: true }
      : store.unwrap(wrapped),
})
