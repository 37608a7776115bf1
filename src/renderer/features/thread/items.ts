import type { OutboxItem, ThreadView } from '../../../client/api.ts'
import type { Message, SessionNote } from '../../../protocol/model/index.ts'
import { sameDay } from '../../ui/index.ts'
import type { SavingText } from './saving.ts'

/** How far an own message has come. */
export type Delivery = 'sent' | 'delivered' | 'read'

/** One row of the thread. Keys stay the same when an unsent message becomes a sent one. */
export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: string }
  /** What is above belongs to former sessions (R-06-133). */
  | { readonly kind: 'earlier'; readonly key: string }
  /** What was above is deleted on this device, since then (R-06-175). */
  | { readonly kind: 'forgotten'; readonly key: string; readonly at: number }
  /** A known message that is not here yet (R-06-066). */
  | { readonly kind: 'gap'; readonly key: string }
  | { readonly kind: 'system' | 'recalled'; readonly key: string; readonly message: Message }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: Message
      /** The first of several of one person. */
      readonly first: boolean
      readonly delivery: Delivery | null
    }
  /** What colleagues noted; see `withNotes`. */
  | { readonly kind: 'note'; readonly key: string; readonly note: SessionNote }
  | { readonly kind: 'unsent'; readonly key: string; readonly item: OutboxItem; readonly first: boolean }
  | { readonly kind: 'saving'; readonly key: string; readonly text: string; readonly first: boolean }

const GROUP_MS = 5 * 60_000

export const threadItems = (
  { messages, unsent, deliveredSeq, readSeq, unreadFrom, gap }: ThreadView,
  saving: readonly SavingText[] = [],
  /** Among colleagues only one's own messages are on their way to somebody. */
  self: string | null = null,
  /** The latest session; null where there is none. */
  sessionId: string | null = null,
): ThreadItem[] => {
  const items: ThreadItem[] = []
  let before: { readonly author: string; readonly at: number } | null = null
  let earlier = sessionId !== null
  for (const message of messages) {
    if (earlier && message.sessionId === sessionId) {
      earlier = false
      if (before) items.push({ kind: 'earlier', key: 'earlier' })
    }
    if (!before || !sameDay(before.at, message.at))
      items.push({ kind: 'day', key: `day-${message.seq}`, at: message.at })
    if (message.seq === unreadFrom) items.push({ kind: 'unread', key: 'unread' })
    const author = authorOf(message)
    const first = before === null || before.author !== author || message.at - before.at > GROUP_MS
    const { kind } = message.body
    if (kind === 'system' || kind === 'recalled') items.push({ kind, key: message.id, message })
    else items.push({ kind: 'message', key: message.id, message, first, delivery: deliveryOf(message) })
    before = { author, at: message.at }
  }
  if (gap) items.push({ kind: 'gap', key: 'gap' })
  let first = true
  for (const item of unsent) {
    items.push({ kind: 'unsent', key: item.id, item, first })
    first = false
  }
  for (const { key, text } of saving) {
    items.push({ kind: 'saving', key, text, first })
    first = false
  }
  return items

  function deliveryOf({ sender, seq }: Message): Delivery | null {
    if (sender.kind !== 'agent' || (self !== null && sender.agentId !== self)) return null
    return seq <= readSeq ? 'read' : seq <= deliveredSeq ? 'delivered' : 'sent'
  }
}

const authorOf = ({ sender }: Message): string => (sender.kind === 'agent' ? sender.agentId : sender.kind)

const IMAGE_WIDTH = 320
const IMAGE_HEIGHT = 280

/** The place kept for a picture before it is there. */
export const imageBox = (
  width: number,
  height: number,
): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, IMAGE_WIDTH / width, IMAGE_HEIGHT / height)
  return { width: Math.max(32, Math.round(width * scale)), height: Math.max(32, Math.round(height * scale)) }
}
