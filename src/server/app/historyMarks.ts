/**
 * How far the history of each organisation was, kept beside the database and not in it.
 *
 * Whoever puts an older backup of the database back has a log that ends before what clients have been told. What is
 * written next gets numbers that have been used: a client that went on from its place would miss it. So at the start the
 * marks are compared with the database, and where it lies behind them another history begins (reliability P30).
 */
import * as z from 'zod'

import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import { logPositions } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import type { Engine } from '../engine/types.ts'
import type { DataFolder } from './dataFolder.ts'

export interface HistoryMarks {
  /** Before anybody can come in. */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface HistoryMarksOptions {
  readonly db: ReadDb
  readonly engine: Pick<Engine, 'runInternal'>
  readonly folder: Pick<DataFolder, 'readMarks' | 'writeMarks'>
  readonly clock: Clock
  readonly log: Logger
}

const Marks = z.record(z.string(), z.object({ epoch: z.string(), revision: z.int() }))
type Marks = z.infer<typeof Marks>

/** A backup put back within this time of its making may pass unnoticed here; clients that are ahead tell of it then. */
const WRITE_EVERY_MS = 5000

export const createHistoryMarks = ({ db, engine, folder, clock, log }: HistoryMarksOptions): HistoryMarks => {
  let written = ''
  let cancel: (() => void) | undefined
  let writing: Promise<void> = Promise.resolve()

  const marksNow = async (): Promise<Marks> => {
    const positions = await logPositions(db)
    return Object.fromEntries(positions.map(({ id, epoch, revision }) => [id, { epoch, revision }]))
  }

  const write = async (): Promise<void> => {
    try {
      const marks = await marksNow()
      const text = JSON.stringify(marks)
      if (text === written) return
      await folder.writeMarks(marks)
      written = text
    } catch (error) {
      // A full disk: what was written before is still true, only older.
      log.warn('the marks of the history were not written', { error })
    }
  }

  const schedule = (): void => {
    cancel = clock.after(WRITE_EVERY_MS, () => {
      writing = write().then(schedule)
    })
  }

  return {
    start: async () => {
      const known = Marks.safeParse(await folder.readMarks()).data ?? {}
      for (const [organizationId, { epoch, revision }] of Object.entries(await marksNow())) {
        const mark = known[organizationId]
        if (!mark || (mark.epoch === epoch && mark.revision <= revision)) continue
        await engine.runInternal(organizationId as OrganizationId, 'history.renew', { epoch })
      }
      await write()
      schedule()
    },
    stop: async () => {
      cancel?.()
      await writing
      cancel?.()
      await write()
    },
  }
}
