import type { AgentId, DeviceId } from '../../protocol/model/index.ts'
import type { CacheNotice } from '../api.ts'
import { DatabaseError, type ClientPorts, type FormerFile, type SqliteDriver } from '../ports/index.ts'
import { readFact, saveFact } from './device.ts'
import { removeLooseDraftFiles } from './draftFiles.ts'
import { clearOverlays } from './listEntries.ts'
import { mediaName } from './mediaFile.ts'
import { cacheMigrations, migrate, ownMigrations, type Migration } from './migrations/index.ts'
import { openDatabase } from './openDatabase.ts'
import { removeHalfStored } from './outbox.ts'
import { readMe } from './position.ts'
import type { Store } from './store.ts'
import { takeOver } from './takeOver.ts'
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
  /** What was removed from `own` is gone from its write-ahead log, too. */
  forgetRemoved(): void
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
  let hasLookedForFormer = false
  let ownDriver: SqliteDriver | undefined
  let notices: readonly CacheNotice[] = (databases.notices ?? []).map((code) => ({ code, at: clock.now() }))

  const notify = (code: CacheNotice['code'] | null): void => {
    if (code === null || notices.some((notice) => notice.code === code)) return
    // Said already, with the reason.
    if (code === 'memory' && databases.notices?.includes('no-key-store')) return
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
    return { driver, isKept: notice === null || notice === 'cache-moved-aside' }
  }
  /** What cannot be read or written now is looked at again at the next start: nothing is erased before it is kept. */
  const takeOverFrom = async (former: FormerFile): Promise<void> => {
    const driver = await former.open()
    try {
      if (migrate(driver, ownMigrations) === 'newer') return notify('newer')
      store.writeOwn((own) => takeOver(driver, own))
    } finally {
      driver.close()
    }
    await former.erase().catch((error: unknown) => {
      log.error('a former file could not be erased', { error })
    })
    if (former.isUnlocked) notify('key-found')
  }
  const takeOverFormer = async (): Promise<void> => {
    if (hasLookedForFormer) return
    hasLookedForFormer = true
    for (const former of (await databases.former?.()) ?? []) {
      try {
        await takeOverFrom(former)
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        log.warn('a former file could not be taken over', { code: error.code })
        notify(error.code === 'full' ? 'disk-full' : 'former-unreadable')
      }
    }
  }

  const openCacheFile = async (agentId: AgentId, suspect: boolean): Promise<void> => {
    const { driver } = await openFile(cacheName(agentId), cacheMigrations, suspect)
    store.use({ cache: driver })
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
      const { driver, isKept } = await openFile('own', ownMigrations, suspect)
      store.use({ own: driver })
      ownDriver = driver
      isPublic = false
      // What stands in for a file that cannot be opened now must not be the last to know.
      if (isKept) await takeOverFormer()
      const known = readFact(store.own, 'device-id')
      if (known !== null) deviceId = known as DeviceId
      // On a full disk this waits for the next start; what it removes or writes is not missed until then.
      whenDiskAllows(() =>
        store.writeOwn((own) => {
          removeHalfStored(own)
          removeLooseDraftFiles(own)
          if (known === null) saveFact(own, 'device-id', deviceId)
        }),
      )
    },
    goPublic: async () => {
      ownDriver = await openInMemory(ownMigrations)
      store.use({ own: ownDriver })
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
      for (const name of [cacheName(agentId), mediaName(agentId)])
        await databases.remove(name).catch((error: unknown) => {
          log.error('a cache could not be erased', { error })
        })
    },
    forgetRemoved: () => {
      try {
        ownDriver?.exec('pragma wal_checkpoint(truncate)')
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        log.warn('the log of the local files could not be emptied', { code: error.code })
      }
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
