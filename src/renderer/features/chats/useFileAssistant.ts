import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useChatCommands } from './useChatCommands.ts'

/** The chat with oneself, which is made when it is wanted first; null: it could not be, and why was said. */
export const useFileAssistant = (): (() => Promise<ConversationId | null>) => {
  const me = useQuery('account.current', {})?.me?.agentId
  const { open } = useChatCommands({ aloud: true })
  return async () => (me === undefined ? null : open(me))
}
