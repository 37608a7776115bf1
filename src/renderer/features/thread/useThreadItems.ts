import type { OpenView, ThreadView } from '../../../client/api.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { threadItems, type ThreadItem } from './items.ts'
import { savingIn, useSaving } from './saving.ts'
import { useUnreadMark } from './useUnreadMark.ts'
import { withNotes } from './withNotes.ts'

const NONE = [] as const

/** The rows of a thread: what was said and noted, what is not sent yet, and the lines between. */
export const useThreadItems = (
  view: OpenView,
  thread: ThreadView,
  atEnd: boolean,
  self: AgentId | undefined,
): readonly ThreadItem[] => {
  const conversationId = view.conversation.id
  const customer = 'customer' in view ? view : null
  const notes = useQuery('session-notes.list', { conversationId }) ?? NONE
  const unreadFrom = useUnreadMark(
    thread,
    atEnd,
    ({ sender }) => sender.kind === 'agent' && (customer !== null || sender.agentId === self),
  )
  const said = threadItems(
    { ...thread, unreadFrom },
    savingIn(useSaving().texts, conversationId, thread),
    customer === null && self ? self : null,
    customer?.session?.id ?? null,
  )
  const deleted = thread.forgotten
  const written = withNotes(said, deleted ? notes.filter(({ at }) => at > deleted.at) : notes, thread.more)
  return deleted && !thread.more
    ? [{ kind: 'forgotten', key: 'forgotten', at: deleted.at }, ...written]
    : written
}
