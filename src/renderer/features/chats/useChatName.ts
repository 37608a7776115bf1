import type { OpenView } from '../../../client/api.ts'
import type { Chat } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'

/** Of a chat without a name so many members are named. */
const NAMED = 3

/**
 * What a chat is called: its name, the colleague's, or those of its first members and how many there are (R-09-056); the
 * one with oneself is the file assistant.
 */
const useChatName = (): ((chat: Chat) => string) => {
  const { t } = useTranslation('common')
  const agents = useQuery('organization.get', {})?.agents ?? []
  const me = useQuery('account.current', {})?.me?.agentId
  return ({ kind, name, memberIds }) => {
    if (kind === 'self') return t('fileAssistant')
    if (name !== null) return plainLine(name)
    const nameOf = (id: string): string => plainLine(agents.find((agent) => agent.id === id)?.name ?? '')
    const others = kind === 'direct' ? memberIds.filter((id) => id !== me) : memberIds
    const names = others.slice(0, NAMED).map(nameOf).join('、')
    return kind === 'direct' ? names : t('chatOf', { names, count: memberIds.length })
  }
}

/** What is open is called. */
export const useViewName = (): ((view: OpenView) => string) => {
  const ofCustomer = useContactName()
  const ofChat = useChatName()
  return (view) => ('customer' in view ? ofCustomer(view) : ofChat(view.conversation))
}
