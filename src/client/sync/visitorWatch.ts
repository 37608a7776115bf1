import type { Clock } from '../../base/clock.ts'
import type { ConversationId, VisitFacts, VisitorRow } from '../../protocol/model/index.ts'
import type { VisitorsView } from '../api.ts'
import type { Topic } from '../store/topics.ts'
import type { Ask } from '../view.ts'

/** Who is on the pages, brought up to date by what changed since the last look. Never stored: it is of this moment. */
export interface VisitorWatch {
  /** Null: without a connection nobody can tell. */
  look(): Promise<VisitorsView | null>
  count(): Promise<{ readonly count: number } | null>
  /** Null: nothing is known of a page, or nobody can tell. */
  of(conversationId: ConversationId): Promise<VisitFacts | null>
}

const EVERY_MS = 1000
const COUNT_EVERY_MS = 5000
/** Beside a conversation nobody waits for the next page. */
const ONE_EVERY_MS = 10_000

export const createVisitorWatch = (
  clock: Clock,
  ask: Ask,
  announce: (topic: Topic) => void,
): VisitorWatch => {
  const rows = new Map<string, VisitorRow>()
  let epoch = ''
  let after = 0
  const waiting = new Set<Topic>()

  /** Only who still listens looks again, so that the round ends with the last listener. */
  const again = (topic: Topic, afterMs: number): void => {
    if (waiting.has(topic)) return
    waiting.add(topic)
    clock.after(afterMs, () => {
      waiting.delete(topic)
      announce(topic)
    })
  }

  return {
    look: async () => {
      again('visitors', EVERY_MS)
      const answer = await ask('visitors.changes', { epoch, after })
      if (!answer.ok) return null
      const { value } = answer
      if (value.full) rows.clear()
      for (const row of value.rows) rows.set(row.id, row)
      for (const id of value.gone) rows.delete(id)
      epoch = value.epoch
      after = value.revision
      return { count: value.count, rows: [...rows.values()].sort((a, b) => b.arrivedAt - a.arrivedAt) }
    },
    count: async () => {
      again('visitor-count', COUNT_EVERY_MS)
      const answer = await ask('visitors.count', {})
      return answer.ok ? answer.value : null
    },
    of: async (conversationId) => {
      again('visitor-page', ONE_EVERY_MS)
      const answer = await ask('visitor.of', { conversationId })
      return answer.ok ? answer.value.visitor : null
    },
  }
}
