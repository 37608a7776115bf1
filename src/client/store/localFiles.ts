import type { AgentId, DeviceId } from '../../protocol/model/index.ts'
import type { CacheNotice } from '../api.ts'
import type { ClientPorts, SqliteDriver } from '../ports/index.ts'
import { readFact, saveFact } from './device.ts'
import { clearOverlays } from './listEntries.ts'
import { cacheMigrations, migrate, ownMigrations, type Migration } from './migrations/index.ts'
import { openDatabase } from './openDatabase.ts'
import { removeHalfStored } from './outbox.ts'
import { readMe } from './position.ts'
import type { Store } from './store.ts'
import { whenDiskAllows } from './whenDiskAllows.ts'

/** Which files the store works on, and what has happened to them. */
export interface LocalFiles {
  /** Opens what only this device knows. `suspect`: damage was met in it. */
  openOwn(suspect: boolean): Promise<void>
  /** From here on nothing reaches the disk, until `openOwn`. */
  goPublic(): Promise<void>
  openCache(agentId: AgentId, suspect: boolean): Promise<void>
  closeCache(): void
  /** Puts a cache aside that nobody can work with. */
  discardCache(agentId: AgentId): Promise<void>
  eraseCache(agentId: AgentId): Promise<void>
  deviceId(): DeviceId
  isPublic(): boolean
  notices(): readonly CacheNotice[]
  notify(code: CacheNotice['code']): void
  /** Everything was loaded into the cache: a damaged one is whole again. */
  loaded(): void
}

export const createLocalFiles = (ports: ClientPorts, store: Store): LocalFiles => {
  const { databases, clock, ids, log } = ports
  let deviceId = ids.next() as DeviceId
  let isPublic = false
  let isRepairing = false
  let notices: readonly CacheNotice[] = []

  const notify = (code: CacheNotice['code'] | null): void => {
    if (code === null || notices.some((notice) => notice.code === code)) return
    notices = [...notices, { code, at: clock.now() }]
    store.announce('account')
  }
  const openInMemory = async (migrations: readonly Migration[]): Promise<SqliteDriver> => {
    const driver = await databases.openMemory()
    migrate(driver, migrations)
    return driver
  }
  const openFile = async (name: string, migrations: readonly Migration[], suspect: boolean) => {
    const { driver, notice } = await openDatabase(databases, name, migrations, log, suspect)
    notify(notice)
    isRepairing = isRepairing || (notice === 'cache-moved-aside' && name !== 'own')
    return driver
  }

  const openCacheFile = async (agentId: AgentId, suspect: boolean): Promise<void> => {
    store.use({ cache: await openFile(cacheName(agentId), cacheMigrations, suspect) })
  }
  /** SQLite takes any write-ahead log for the file's own: what it reads may be sound and somebody else's. */
  const holdsPagesOfAnother = (agentId: AgentId): boolean => {
    try {
      const me = readMe(store.cache)
      return me !== null && me.agentId !== agentId
    } catch {
      // Unreadable: the store has told of the damage, and it is being repaired.
      return false
    }
  }

  return {
    openOwn: async (suspect) => {
      store.use({ own: null })
      store.use({ own: await openFile('own', ownMigrations, suspect) })
      isPublic = false
      const known = readFact(store.own, 'device-id')
      if (known !== null) deviceId = known as DeviceId
      // On a full disk this waits for the next start; what it removes or writes is not missed until then.
      whenDiskAllows(() =>
        store.writeOwn((own) => {
          removeHalfStored(own)
          if (known === null) saveFact(own, 'device-id', deviceId)
        }),
      )
    },
    goPublic: async () => {
      store.use({ own: await openInMemory(ownMigrations) })
      isPublic = true
    },
    openCache: async (agentId, suspect) => {
      store.use({ cache: null })
      if (isPublic) store.use({ cache: await openInMemory(cacheMigrations) })
      else {
        await openCacheFile(agentId, suspect)
        if (holdsPagesOfAnother(agentId)) {
          log.warn('a cache holds the pages of another account', { agentId })
          store.use({ cache: null })
          await databases.moveAside(cacheName(agentId))
          await openCacheFile(agentId, false)
          notify('cache-moved-aside')
          isRepairing = true
        }
      }
      whenDiskAllows(() => store.write(({ cache }) => clearOverlays(cache)))
    },
    closeCache: () => {
      isRepairing = false
      store.use({ cache: null })
    },
    discardCache: async (agentId) => {
      if (isPublic) return
      await databases.moveAside(cacheName(agentId))
      notify('cache-moved-aside')
      isRepairing = true
    },
    eraseCache: async (agentId) => {
      if (isPublic) return
      await databases.remove(cacheName(agentId)).catch((error: unknown) => {
        log.error('a cache could not be erased', { error })
      })
    },
    deviceId: () => deviceId,
    isPublic: () => isPublic,
    notices: () => notices,
    notify,
    loaded: () => {
      if (isRepairing) notify('cache-repaired')
      isRepairing = false
    },
  }
}

const cacheName = (agentId: AgentId): string => `cache-${agentId}`
