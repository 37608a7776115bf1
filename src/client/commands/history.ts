import { ok, refuse, type Result } from '../../base/result.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { ActionCode, ActionResult } from '../api.ts'
import { readTail } from '../store/conversations.ts'
import { forgottenUpTo } from '../store/forgottenThreads.ts'
import { insertPlaceholder, missingBetween, oldestOfNewestRun } from '../store/messages.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { createBatch } from '../sync/apply/index.ts'
import type { Ask } from '../view.ts'

/** How many are fetched on scrolling up (R-17-007). */
const PAGE = 30

type Loaded = Result<ActionResult<'history.load'>, ActionCode<'history.load'>>

export interface History {
  /** Fetches the page of messages before the oldest of the newest run, and keeps it. */
  load(conversationId: ConversationId): Promise<Loaded>
  /** Somebody has gone back in it since the program began. */
  isRead(conversationId: ConversationId): boolean
}

export const createHistory = (store: Store, ask: Ask): History => {
  const read = new Set<ConversationId>()
  // Scrolling asks more often than the server answers; all who ask meanwhile get the same answer.
  const underWay = new Map<ConversationId, Promise<Loaded>>()

  const load = async (conversationId: ConversationId): Promise<Loaded> => {
    const oldest =
      oldestOfNewestRun(store.cache, conversationId) ??
      (readTail(store.cache, conversationId)?.lastSeq ?? 0) + 1
    const first = forgottenUpTo(store.cache, conversationId) + 1
    if (oldest <= first) return ok({ loaded: 0, more: false })
    const page = await ask('history.page', { conversationId, beforeSeq: oldest, limit: PAGE })
    if (!page.ok) return refuse(page.code === 'offline' ? 'offline' : 'unavailable')
    const { messages } = page.value
    const top = messages[0]
    if (!top) return ok({ loaded: 0, more: false })
    const unwritten = whenDiskAllows(() =>
      store.write(({ cache }) => {
        const batch = createBatch(cache, () => undefined)
        for (const message of messages) batch.append(message)
        for (const seq of missingBetween(cache, conversationId, top.seq, oldest - 1)) {
          insertPlaceholder(cache, conversationId, seq)
        }
        batch.finish()
      }),
    )
    if (unwritten) return unwritten
    return ok({ loaded: messages.length, more: top.seq > first })
  }

  return {
    load: (conversationId) => {
      const known = underWay.get(conversationId)
      if (known) return known
      read.add(conversationId)
      const fresh = load(conversationId).finally(() => underWay.delete(conversationId))
      underWay.set(conversationId, fresh)
      return fresh
    },
    isRead: (conversationId) => read.has(conversationId),
  }
}
