import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import { DatabaseError, type Databases, type SqliteDriver } from '../ports/index.ts'
import { emptyDb, readDb, writeDb, type ReadDb, type WriteDb } from './database.ts'
import { measureMedia, readMedia, removeMedia, saveMedia, touchMedia } from './media.ts'
import { mediaMigrations, migrate } from './migrations/index.ts'

/** Pages of it that are given back to the disk at once: some milliseconds. */
const PAGES = 500
/** Looked at again within this time it counts as one use. */
const ONE_USE_MS = 10 * 60_000

/**
 * The pictures of one account on this device.
 *
 * All of them can be fetched again: whatever is wrong with the file, it is begun anew, and where nothing can be kept
 * nothing is.
 */
export interface MediaFile {
  /** Null: it is not here. Says that it was looked at. */
  read(fileId: string): Blob | null
  /** False: it could not be kept. */
  keep(fileId: string, mime: string, bytes: Uint8Array): boolean
  remove(fileIds: readonly string[]): void
  /** Gives some of what was removed back to the disk; false: nothing is left to give. */
  shrink(): boolean
  usage(): { readonly files: number; readonly bytes: number }
  /** Erases all of it. */
  clear(): Promise<void>
  readonly db: ReadDb
  close(): void
}

export const mediaName = (agentId: AgentId): string => `media-${agentId}`

/** `lasting` false: nothing may reach the disk. */
export const openMediaFile = async (
  databases: Databases,
  agentId: AgentId,
  lasting: boolean,
  clock: Clock,
  log: Logger,
): Promise<MediaFile> => {
  const name = mediaName(agentId)
  let driver: SqliteDriver | null = null
  let isOver = false

  const open = async (): Promise<void> => {
    if (!lasting || !databases.lasting) return
    const opened = await databases.open(name)
    if (isOver) return opened.close()
    try {
      opened.exec('pragma secure_delete = on')
      if (migrate(opened, mediaMigrations) === 'newer') return opened.close()
      driver = opened
    } catch (error) {
      opened.close()
      throw error
    }
  }
  const close = (): void => {
    const former = driver
    driver = null
    try {
      former?.close()
    } catch (error) {
      log.warn('the pictures could not be closed', { error })
    }
  }
  const beginAnew = async (): Promise<void> => {
    close()
    await databases.remove(name)
    await open()
  }
  /** What cannot be read or written is fetched from the server, as if it had never been kept. */
  const guarded = <T>(otherwise: T, work: (driver: SqliteDriver) => T): T => {
    if (!driver) return otherwise
    try {
      return work(driver)
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      log.warn('the pictures of this device could not be used', { code: error.code })
      if (error.code === 'corrupt')
        beginAnew().catch((reason: unknown) => log.warn('the pictures could not be begun anew', { reason }))
      return otherwise
    }
  }
  const write = <T>(otherwise: T, body: (db: WriteDb) => T): T =>
    guarded(otherwise, (open) => {
      const db = writeDb(open, new Set())
      let result = otherwise
      open.transaction(() => {
        result = body(db)
      })
      return result
    })

  await open().catch(async (error: unknown) => {
    log.warn('the pictures of this device could not be opened', { error })
    if (error instanceof DatabaseError && error.code === 'corrupt') await beginAnew().catch(close)
  })
  return {
    get db() {
      return driver ? readDb(driver) : emptyDb
    },
    read: (fileId) => {
      const found = guarded(null, (open) => readMedia(readDb(open), fileId))
      if (found && clock.now() - found.usedAt > ONE_USE_MS)
        write(undefined, (db) => touchMedia(db, fileId, clock.now()))
      return found?.blob ?? null
    },
    keep: (fileId, mime, bytes) =>
      write(false, (db) => {
        saveMedia(db, fileId, mime, bytes, clock.now())
        return true
      }),
    remove: (fileIds) => {
      if (fileIds.length > 0) write(undefined, (db) => removeMedia(db, fileIds))
    },
    shrink: () =>
      guarded(false, (open) => {
        open.exec(`pragma incremental_vacuum(${PAGES})`)
        return (open.get<{ n: number }>('select freelist_count as n from pragma_freelist_count')?.n ?? 0) > 0
      }),
    usage: () => guarded({ files: 0, bytes: 0 }, (open) => measureMedia(readDb(open))),
    clear: beginAnew,
    close: () => {
      isOver = true
      close()
    },
  }
}
