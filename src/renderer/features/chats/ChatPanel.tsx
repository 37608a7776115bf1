import type { ChatView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { AboutFileAssistant } from './AboutFileAssistant.tsx'
import { ColleagueProfile } from './ColleagueProfile.tsx'
import { Members } from './Members.tsx'

import './chats.css'

export interface ChatPanelProps {
  readonly view: ChatView
  readonly onOpen: (id: ConversationId) => void
}

/** Beside a chat: who is in it, or what the company knows of the colleague (R-03-120). */
export const ChatPanel = ({ view, onOpen }: ChatPanelProps) => {
  const { t } = useTranslation('chats')
  const me = useQuery('account.current', {})?.me?.agentId
  const { kind, memberIds } = view.conversation
  const other = memberIds.find((id) => id !== me)
  return (
    <aside className="fy-customer fy-chat-panel" aria-label={t('panel')} data-area="customer" tabIndex={-1}>
      {kind === 'adhoc' ? (
        <Members view={view} onOpen={onOpen} />
      ) : kind === 'self' ? (
        <AboutFileAssistant />
      ) : other ? (
        <ColleagueProfile agentId={other} />
      ) : null}
    </aside>
  )
}
