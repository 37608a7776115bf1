import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import { listGaps, removeGap, type Gap } from '../store/gaps.ts'
import { insertPlaceholder, missingBetween } from '../store/messages.ts'
import type { Store } from '../store/store.ts'
import type { Ask } from '../view.ts'
import { createBatch } from './apply/index.ts'

/** What was left out usually comes by itself a moment later. */
const PATIENCE_MS = 2000
const RETRY_MS = 10_000
const PAGE = 200

/** Fetches messages that a thread skipped (R-06-066). */
export interface GapRepair {
  /** A gap was seen: it is filled after a moment of patience. */
  noticed(): void
  /** There is a connection again: gaps left over are filled at once. */
  connected(): void
  stop(): void
}

export const createGapRepair = (store: Store, clock: Clock, ask: Ask, log: Logger): GapRepair => {
  const busy = new Set<string>()
  const timers = new Set<() => void>()
  let stopped = false

  const later = (delayMs: number, work: () => void): void => {
    const cancel = clock.after(delayMs, () => {
      timers.delete(cancel)
      work()
    })
    timers.add(cancel)
  }
  const fillAll = (): void => {
    for (const gap of listGaps(store.cache)) {
      const key = `${gap.conversationId} ${gap.from}`
      if (busy.has(key)) continue
      busy.add(key)
      void fill(gap)
        .catch((error: unknown) => log.error('a gap could not be filled', { error }))
        .finally(() => busy.delete(key))
    }
  }
  const fill = async (gap: Gap): Promise<void> => {
    if (missingBetween(store.cache, gap.conversationId, gap.from, gap.to).length === 0) {
      store.write(({ cache }) => removeGap(cache, gap))
      return
    }
    for (let to = gap.to; to >= gap.from; to -= PAGE) {
      const limit = Math.min(PAGE, to - gap.from + 1)
      const page = await ask('history.page', { conversationId: gap.conversationId, beforeSeq: to + 1, limit })
      if (stopped) return
      if (!page.ok) {
        // Without a connection the next one begins with the gaps that are left.
        if (page.code !== 'offline') later(RETRY_MS, fillAll)
        return
      }
      store.write(({ cache }) => {
        const batch = createBatch(cache, () => undefined)
        for (const message of page.value.messages) batch.append(message)
        // What the server does not have, or not readably, never comes: a line stands in for it.
        for (const seq of missingBetween(cache, gap.conversationId, to - limit + 1, to)) {
          insertPlaceholder(cache, gap.conversationId, seq)
        }
        if (to - limit < gap.from) removeGap(cache, gap)
        batch.finish()
      })
    }
  }

  return {
    noticed: () => later(PATIENCE_MS, fillAll),
    connected: fillAll,
    stop: () => {
      stopped = true
      for (const cancel of timers) cancel()
      timers.clear()
    },
  }
}
