import type { ConversationId, Message, MessageId } from '../../../protocol/model/index.ts'
import { keepOpen, useKeptOpen, useQuery } from '../../core/index.ts'
import { ForwardDialog } from './ForwardDialog.tsx'
import { clearSelection } from './selection.ts'

const NAME = 'forward'

/** Messages of one conversation that are to go on to others. */
interface Forwarded {
  readonly conversationId: ConversationId
  readonly ids: readonly MessageId[]
  /** The number of the oldest of them. */
  readonly from: number
}

/** Asks where these are to go. */
export const forward = (conversationId: ConversationId, messages: readonly Message[]): void => {
  const asked: Forwarded = {
    conversationId,
    ids: messages.map(({ id }) => id),
    from: Math.min(...messages.map(({ seq }) => seq)),
  }
  keepOpen(NAME, asked)
}

export interface ForwardingProps {
  /** The open conversation. */
  readonly conversation: { readonly id: ConversationId; readonly lastSeq: number } | null
}

/** Where messages of the open conversation go on to, for as long as that is asked; also after a reload. */
export const Forwarding = ({ conversation }: ForwardingProps) => {
  const [forwarded, open] = useKeptOpen(NAME, forwardedIn)
  return conversation && forwarded?.conversationId === conversation.id ? (
    <Chosen
      forwarded={forwarded}
      lastSeq={conversation.lastSeq}
      onClose={() => {
        open(null)
      }}
    />
  ) : null
}

interface ChosenProps {
  readonly forwarded: Forwarded
  readonly lastSeq: number
  readonly onClose: () => void
}

const KEEP = { keep: true } as const

/** Only which they are is kept: what they say stands in the thread, and what was taken back meanwhile does not go on. */
const Chosen = ({ forwarded: { conversationId, ids, from }, lastSeq, onClose }: ChosenProps) => {
  const limit = lastSeq - from + 1
  const thread = useQuery('thread.messages', { conversationId, limit }, KEEP)
  const messages = thread?.messages.filter(
    ({ id, body: { kind } }) => ids.includes(id) && kind !== 'recalled',
  )
  return messages && messages.length > 0 ? (
    <ForwardDialog
      from={conversationId}
      messages={messages}
      onClose={onClose}
      onDone={() => {
        onClose()
        clearSelection()
      }}
    />
  ) : null
}

const forwardedIn = (about: unknown): Forwarded | null => {
  if (typeof about !== 'object' || about === null) return null
  const { conversationId, ids, from } = about as Readonly<Record<string, unknown>>
  return typeof conversationId === 'string' && Array.isArray(ids) && typeof from === 'number'
    ? { conversationId: conversationId as ConversationId, ids: ids as MessageId[], from }
    : null
}
