import type { CommandArgs } from '../../protocol/commands/index.ts'
import type { OnlineCommandName } from '../api.ts'
import type { ListEntryOverlay } from '../store/listEntries.ts'
import type { Topic } from '../store/topics.ts'

type Effect = Pick<ListEntryOverlay, 'conversationId'> & Partial<ListEntryOverlay>

/** What a command is sure to change in the agent's own list; all others wait for the server. */
const effects: { readonly [N in OnlineCommandName]?: (args: CommandArgs<N>) => Effect } = {
  'read.advance': ({ conversationId, seq }) => ({ conversationId, readSeq: seq }),
  'list-entry.pin': ({ conversationId, pinned }) => ({ conversationId, pinned }),
}

export const overlayOf = <N extends OnlineCommandName>(
  commandId: string,
  name: N,
  args: CommandArgs<N>,
): ListEntryOverlay | null => {
  const effect = effects[name]?.(args)
  return effect ? { readSeq: null, pinned: null, ...effect, commandId } : null
}

/** What is asked of the server and not in the log: asked again after one's own change. */
export const ASKED_AGAIN: { readonly [N in OnlineCommandName]?: Topic } = {
  'block-entry.add': 'block-entries',
  'block-entry.remove': 'block-entries',
}
