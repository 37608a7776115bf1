/**
 * Indexes messages behind their delivery.
 *
 * Inside the delivery's transaction the merges of an index would hold up everybody; here they take small bites between
 * other work: half of the time while there is little else to do, a ninth while there is much. Then the index falls
 * behind, and what it lacks is found in memory (`recentMessages`); it falls behind only so far that this has room for it. New
 * messages are taken from the log; those from before the index began are taken from the conversations, one after another,
 * whenever nothing new waits.
 */
import { performance } from 'node:perf_hooks'

import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { searchableText } from '../../domain/search/searchableText.ts'
import type { ConversationId, Message, OrganizationId } from '../../protocol/model/index.ts'
import { nextConversationId } from '../db/conversationOrder.ts'
import { readLogRows } from '../db/logRows.ts'
import { messagesAfter } from '../db/messages.ts'
import { logPositionOf, organizationIds } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import type { IndexDocument, IndexProgress, SearchIndex } from '../db/searchIndex.ts'
import type { RecentMessages } from './recentMessages.ts'

export interface MessageIndexer {
  start(): void
  /** Something was committed in this organisation. */
  poke(organizationId: OrganizationId): void
  stop(): Promise<void>
}

export interface MessageIndexerOptions {
  readonly db: ReadDb
  readonly index: SearchIndex
  /** Told how far the index is. */
  readonly recent: Pick<RecentMessages, 'indexed' | 'holds'>
  readonly clock: Clock
  readonly log: Logger
}

/** Log entries, or messages of one conversation, in one bite: some milliseconds. */
const BITE = 64
/** Messages that share a transaction of the index, and how long the first of them waits for the last. */
const SETTLE_AFTER = 1_000
const SETTLE_MS = 1_000
/** Clocks may be set back a little; what is in both the log and a conversation is recognised when it is found. */
const OVERLAP_MS = 60_000
/** A bite is followed by a rest of so many times its length; while the loop is busy without us, of more. */
const REST = 1
const REST_WHILE_BUSY = 8
const REST_FAR_BEHIND = 2
const BUSY = 0.7
const LONGEST_REST_MS = 100
/** Looks by itself so often: with several nodes a commit may have happened elsewhere. */
const LONGEST_PAUSE_MS = 1_000

export const createMessageIndexer = ({
  db,
  index,
  recent,
  clock,
  log,
}: MessageIndexerOptions): MessageIndexer => {
  const waiting = new Set<OrganizationId>()
  let cancel: (() => void) | undefined
  let working: Promise<void> = Promise.resolve()
  let stopped = false
  let lookedAt = Number.NEGATIVE_INFINITY
  let unsettled = 0
  let settledAt = clock.now()
  let isFarBehind = false

  const work = async (): Promise<void> => {
    const now = clock.now()
    if (now - lookedAt >= LONGEST_PAUSE_MS) {
      lookedAt = now
      for (const id of await organizationIds(db)) waiting.add(id)
    }
    if (await index.tidy()) return
    isFarBehind = false
    for (const organizationId of [...waiting]) {
      if (stopped) return
      const more = await bite(organizationId)
      if (!more) waiting.delete(organizationId)
    }
    if (unsettled >= SETTLE_AFTER || now - settledAt >= SETTLE_MS || waiting.size === 0) await settle()
  }

  const settle = async (): Promise<void> => {
    unsettled = 0
    settledAt = clock.now()
    await index.settle()
  }

  /** Whether there is more to do. */
  const bite = async (organizationId: OrganizationId): Promise<boolean> => {
    const progress = (await index.progress(organizationId)) ?? (await begin(organizationId))
    if (!progress) return false
    const rows = await readLogRows(db, organizationId, progress.revision, BITE)
    const last = rows.at(-1)
    if (!last && (await isBehind(organizationId, progress))) {
      const anew = await begin(organizationId)
      if (anew) await index.add(organizationId, [], anew)
      return true
    }
    // The log may have been shortened while nothing was indexed: then the conversations have what is missing.
    if (rows[0] && rows[0].revision !== progress.revision + 1) {
      const anew = await begin(organizationId)
      if (anew) await index.add(organizationId, [], anew)
      return true
    }
    if (last) {
      isFarBehind ||= !recent.holds(organizationId, last.revision)
      const messages = rows
        .filter((row) => row.event === 'message.sent')
        .map((row) => (JSON.parse(row.payload) as { message: Message }).message)
      unsettled += messages.length
      await index.add(organizationId, documentsOf(messages), { ...progress, revision: last.revision })
      recent.indexed(organizationId, last.revision)
      return true
    }
    return progress.backfill === null ? false : backfill(organizationId, progress)
  }

  /** An older database was put back: the index knows of more than there is, and not of what comes next. */
  const isBehind = async (organizationId: OrganizationId, { revision }: IndexProgress): Promise<boolean> => {
    const position = await logPositionOf(db, organizationId)
    return position !== undefined && position.revision < revision
  }

  /** What is in the log from now on comes from the log, everything before from the conversations. */
  const begin = async (organizationId: OrganizationId): Promise<IndexProgress | undefined> => {
    const position = await logPositionOf(db, organizationId)
    return position && { revision: position.revision, backfill: '', beganAt: clock.now() }
  }

  const backfill = async (organizationId: OrganizationId, progress: IndexProgress): Promise<boolean> => {
    const conversationId = await nextConversationId(db, organizationId, progress.backfill ?? '')
    if (conversationId === undefined) {
      await index.add(organizationId, [], { ...progress, backfill: null })
      return false
    }
    await indexConversation(organizationId, conversationId, { ...progress, backfill: conversationId })
    return true
  }

  const indexConversation = async (
    organizationId: OrganizationId,
    conversationId: ConversationId,
    done: IndexProgress,
  ): Promise<void> => {
    const before = { ...done, backfill: (await index.progress(organizationId))?.backfill ?? '' }
    for (let after = 0; !stopped;) {
      const messages = await messagesAfter(db, organizationId, conversationId, after, BITE)
      const last = messages.at(-1)
      const complete = messages.length < BITE
      // Noted only when the whole conversation is in: after a crash it is done again.
      const older = messages.filter(({ at }) => at <= done.beganAt + OVERLAP_MS)
      unsettled += older.length
      await index.add(organizationId, documentsOf(older), complete ? done : before)
      if (!last || complete) return
      after = last.seq
    }
  }

  let restedFrom = performance.eventLoopUtilization()
  const schedule = (pauseMs: number): void => {
    cancel = clock.after(pauseMs, () => {
      const began = performance.now()
      const isBusy = performance.eventLoopUtilization(restedFrom).utilization > BUSY
      working = work()
        .catch((error: unknown) => {
          log.warn('messages not indexed', { error })
        })
        .then(() => {
          if (stopped) return
          restedFrom = performance.eventLoopUtilization()
          const rest = !isBusy ? REST : isFarBehind ? REST_FAR_BEHIND : REST_WHILE_BUSY
          const tookMs = performance.now() - began
          schedule(waiting.size > 0 ? Math.min(tookMs * rest, LONGEST_REST_MS) : LONGEST_PAUSE_MS / 4)
        })
    })
  }

  return {
    start: () => {
      schedule(0)
    },
    poke: (organizationId) => {
      waiting.add(organizationId)
    },
    stop: async () => {
      stopped = true
      cancel?.()
      await working
      await settle()
    },
  }
}

const documentsOf = (messages: readonly Message[]): IndexDocument[] =>
  messages.flatMap(({ id, conversationId, at, body }) => {
    const text = searchableText(body)
    return text.trim() === '' ? [] : [{ messageId: id, conversationId, at, text }]
  })
