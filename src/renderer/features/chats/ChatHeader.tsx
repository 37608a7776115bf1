import { MonitorSmartphone, PanelRight, UserRoundPlus, UsersRound, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import type { ChatView } from '../../../client/api.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, IconButton } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { ChatDialog } from './ChatDialog.tsx'
import { useViewName } from './useChatName.ts'
import { usePresence } from './usePresence.ts'

export interface ChatHeaderProps {
  readonly view: ChatView
  readonly inert: boolean
  readonly profileOpen: boolean
  readonly onProfile: () => void
  readonly onClose: () => void
  readonly onOpen: (id: ConversationId) => void
  /** Beside the name of a colleague. */
  readonly star?: (agentId: AgentId) => ReactNode
  /** Further buttons. */
  readonly tools?: ReactNode
  /** What is wanted seldom. */
  readonly more?: ReactNode
}

/** Above what colleagues say: who it is with, and the way to bring more of them in. */
export const ChatHeader = (props: ChatHeaderProps) => {
  const { view, inert, profileOpen, onProfile, onClose, onOpen, star, tools, more } = props
  const { t } = useTranslation(['chats', 'thread'])
  const { conversation, left } = view
  const name = useViewName()(view)
  const me = useQuery('account.current', {})?.me?.agentId
  const agents = useQuery('organization.get', {})?.agents
  const presenceOf = usePresence()
  const profileKey = useKeyLabel('profile')
  useAction('profile', inert ? null : onProfile)
  const [inviting, setInviting] = useState(false)
  const other = conversation.kind === 'direct' ? conversation.memberIds.find((id) => id !== me) : undefined
  const isOwn = conversation.kind === 'self'
  const disabled = agents?.find(({ id }) => id === other)?.disabled ?? false
  const presence = other === undefined || disabled ? 'offline' : presenceOf(other)
  return (
    <header className="fy-thread-head" inert={inert}>
      <div className="fy-thread-head-line">
        {other === undefined ? (
          <span className="fy-chat-icon" aria-hidden="true">
            {isOwn ? <MonitorSmartphone /> : <UsersRound />}
          </span>
        ) : (
          <Avatar id={other} name={name} size={28} presence={presence} />
        )}
        <h2 className="fy-chat-name fy-cut" title={name}>
          {name}
        </h2>
        {other === undefined ? null : star?.(other)}
        <span className="fy-secondary fy-cut">
          {other === undefined
            ? isOwn
              ? t('chats:self')
              : t('chats:memberCount', { count: conversation.memberIds.length })
            : `${t('chats:colleague')} · ${t(`chats:presence.${presence}`)}`}
        </span>
        <span className="fy-grow" />
        {tools}
        {left || isOwn ? null : (
          <IconButton
            label={t('chats:invite')}
            onClick={() => {
              setInviting(true)
            }}
          >
            <UserRoundPlus />
          </IconButton>
        )}
        <IconButton
          label={t('thread:profile')}
          shortcut={profileKey}
          aria-pressed={profileOpen}
          onClick={onProfile}
        >
          <PanelRight />
        </IconButton>
        {more}
        <IconButton label={t('thread:closeWindow')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {inviting ? (
        <ChatDialog
          chat={conversation}
          onOpen={onOpen}
          onClose={() => {
            setInviting(false)
          }}
        />
      ) : null}
    </header>
  )
}
