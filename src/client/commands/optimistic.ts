import type { OnlineCommand, OnlineCommandName } from '../api.ts'
import type { ListEntryOverlay } from '../store/listEntries.ts'
import type { Topic } from '../store/topics.ts'

type Effect = Pick<ListEntryOverlay, 'conversationId'> & Partial<ListEntryOverlay>

/** What a command is sure to change in the agent's own list; all others wait for the server. */
const effectOf = ({ name, args }: OnlineCommand): Effect | null => {
  switch (name) {
    case 'read.advance':
      return { conversationId: args.conversationId, readSeq: args.seq, markedUnread: false }
    case 'list-entry.pin':
      return { conversationId: args.conversationId, pinned: args.pinned }
    case 'list-entry.move':
      return { conversationId: args.conversationId, rank: args.rank }
    case 'list-entry.mark':
      return { conversationId: args.conversationId, markedUnread: args.unread }
    case 'chat.set-messages':
      return { conversationId: args.conversationId, messageSetting: args.messageSetting }
    default:
      return null
  }
}

const NOTHING = { readSeq: null, pinned: null, rank: null, markedUnread: null, messageSetting: null }

export const overlayOf = (commandId: string, command: OnlineCommand): ListEntryOverlay | null => {
  const effect = effectOf(command)
  return effect ? { ...NOTHING, ...effect, commandId } : null
}

/** What is asked of the server and not in the log: asked again after one's own change. */
export const ASKED_AGAIN: { readonly [N in OnlineCommandName]?: Topic } = {
  'customer.block': 'block-entries',
  'customer.unblock': 'block-entries',
}
