import type { CommandArgs } from '../../protocol/commands/index.ts'
import type { OnlineCommandName } from '../api.ts'
import type { ListEntryOverlay } from '../store/listEntries.ts'
import type { Topic } from '../store/topics.ts'

type Effect = Pick<ListEntryOverlay, 'conversationId'> & Partial<ListEntryOverlay>

/** What a command is sure to change in the agent's own list; all others wait for the server. */
const effects: { readonly [N in OnlineCommandName]?: (args: CommandArgs<N>) => Effect } = {
  'read.advance': ({ conversationId, seq }) => ({ conversationId, readSeq: seq, markedUnread: false }),
  'list-entry.pin': ({ conversationId, pinned }) => ({ conversationId, pinned }),
  'list-entry.move': ({ conversationId, rank }) => ({ conversationId, rank }),
  'list-entry.mark': ({ conversationId, unread }) => ({ conversationId, markedUnread: unread }),
  'chat.set-messages': ({ conversationId, messageSetting }) => ({ conversationId, messageSetting }),
}

const NOTHING = { readSeq: null, pinned: null, rank: null, markedUnread: null, messageSetting: null }

export const overlayOf = <N extends OnlineCommandName>(
  commandId: string,
  name: N,
  args: CommandArgs<N>,
): ListEntryOverlay | null => {
  const effect = effects[name]?.(args)
  return effect ? { ...NOTHING, ...effect, commandId } : null
}

/** What is asked of the server and not in the log: asked again after one's own change. */
export const ASKED_AGAIN: { readonly [N in OnlineCommandName]?: Topic } = {
  'block-entry.add': 'block-entries',
  'block-entry.remove': 'block-entries',
  'customer.block': 'block-entries',
  'customer.unblock': 'block-entries',
}
