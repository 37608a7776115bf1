import type { ConversationRow } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'

/** Which colleague wrote the latest message of a chat; null: our side did. Of two alone it need not be said. */
export const useLastSender = ({ chat, preview }: ConversationRow): string | null => {
  const me = useQuery('account.current', {})?.me?.agentId
  const agents = useQuery('organization.get', {})?.agents
  const sender = preview?.sender
  if (chat === null || sender?.kind !== 'agent' || sender.agentId === me) return null
  return chat !== 'adhoc' ? '' : (agents?.find(({ id }) => id === sender.agentId)?.name ?? '')
}
