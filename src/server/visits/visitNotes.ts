/**
 * Writes down what customers look at on the pages, for their timelines (R-03-138).
 *
 * Behind everything else and for many at once: a page that is opened waits for nothing. Whoever has not written to the
 * company is in memory only, and is forgotten.
 */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { Engine } from '../engine/types.ts'
import type { UnsavedVisit, VisitBook } from './visitBook.ts'

export interface VisitNotes {
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
}

export interface VisitNotesOptions {
  readonly book: Pick<VisitBook, 'takeUnsaved'>
  readonly engine: Pick<Engine, 'runInternal'>
  readonly clock: Clock
  readonly log: Logger
}

const EVERY_MS = 10_000
/** In one transaction, so that nobody's message waits long behind them. */
const AT_ONCE = 50

export const createVisitNotes = ({ book, engine, clock, log }: VisitNotesOptions): VisitNotes => {
  let cancel: (() => void) | undefined

  const write = async (): Promise<void> => {
    for (const [organizationId, unsaved] of Map.groupBy(book.takeUnsaved(), (one) => one.organizationId)) {
      for (let start = 0; start < unsaved.length; start += AT_ONCE)
        await writeSome(organizationId, unsaved.slice(start, start + AT_ONCE))
    }
  }

  const writeSome = async (
    organizationId: OrganizationId,
    unsaved: readonly UnsavedVisit[],
  ): Promise<void> => {
    const visits = unsaved.map(({ conversationId, visit }) => ({
      conversationId,
      record: {
        kind: 'visit' as const,
        at: visit.arrivedAt,
        until: visit.seenAt,
        number: Math.max(1, visit.number),
        mobile: visit.mobile,
        source: visit.source,
        pages: visit.viewed,
      },
    }))
    const noted = await engine.runInternal(organizationId, 'visits.note', { visits })
    if (noted.ok) return
    log.warn('visits were not written', { code: noted.code })
    for (const { visit } of unsaved) visit.unsaved = true
  }

  const again = (): void => {
    cancel = clock.after(EVERY_MS, () => {
      write()
        .catch((error: unknown) => {
          log.error('visits were not written', { error })
        })
        .finally(() => {
          if (cancel) again()
        })
    })
  }

  return {
    start: again,
    stop: async () => {
      cancel?.()
      cancel = undefined
      await write()
    },
  }
}
