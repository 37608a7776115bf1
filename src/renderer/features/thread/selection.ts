import { create } from 'zustand'

import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'

/** Messages of one conversation that were chosen to do something with all of them. */
interface Selection {
  readonly conversationId: ConversationId
  readonly ids: ReadonlySet<MessageId>
  /** Where a stretch begins, and where it ends now. */
  readonly anchor: MessageId
  readonly end: MessageId
}

export const useSelection = create<{ readonly selection: Selection | null }>()(() => ({ selection: null }))

export const clearSelection = (): void => {
  if (useSelection.getState().selection) useSelection.setState({ selection: null })
}

const selectionIn = (conversationId: ConversationId): Selection | null => {
  const { selection } = useSelection.getState()
  return selection?.conversationId === conversationId ? selection : null
}

/** Chooses a message, or takes it out again; with the last one the choosing ends. */
export const toggleMessage = (conversationId: ConversationId, id: MessageId): void => {
  const ids = new Set(selectionIn(conversationId)?.ids)
  if (!ids.delete(id)) ids.add(id)
  useSelection.setState({ selection: ids.size === 0 ? null : { conversationId, ids, anchor: id, end: id } })
}

/** Chooses everything from where the choosing began to this message; `order`: all of them as they stand. */
export const selectUpTo = (
  conversationId: ConversationId,
  order: readonly MessageId[],
  id: MessageId,
): void => {
  const anchor = selectionIn(conversationId)?.anchor ?? id
  useSelection.setState({ selection: { conversationId, ids: between(order, anchor, id), anchor, end: id } })
}

/** One message more or less in this direction, beginning at the newest. */
export const stepSelection = (
  conversationId: ConversationId,
  order: readonly MessageId[],
  step: 1 | -1,
): void => {
  const end = selectionIn(conversationId)?.end
  const at = end === undefined ? order.length : order.indexOf(end) + step
  const next = order[Math.min(Math.max(at, 0), order.length - 1)]
  if (next !== undefined) selectUpTo(conversationId, order, next)
}

const between = (order: readonly MessageId[], a: MessageId, b: MessageId): ReadonlySet<MessageId> => {
  const [from, to] = [order.indexOf(a), order.indexOf(b)].toSorted((x, y) => x - y)
  return new Set([a, b, ...order.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)])
}
