import { Crown, UserRoundMinus } from 'lucide-react'
import { useState } from 'react'

import type { ChatView } from '../../../client/api.ts'
import { MessageSetting, type Agent, type ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, Dialog, ErrorLine, Field, IconButton, LineButton } from '../../ui/index.ts'
import { RenameChat } from './RenameChat.tsx'
import { useChatCommands } from './useChatCommands.ts'
import { usePresence } from './usePresence.ts'

export interface MembersProps {
  readonly view: ChatView
  readonly onOpen: (id: ConversationId) => void
}

/** Who is in an ad-hoc chat, and what can be done about it. */
export const Members = ({ view, onOpen }: MembersProps) => {
  const { t } = useTranslation('chats')
  const { conversation, entry, left } = view
  const commands = useChatCommands()
  const presenceOf = usePresence()
  const me = useQuery('account.current', {})?.me?.agentId
  const agents = useQuery('organization.get', {})?.agents ?? []
  const [asking, setAsking] = useState<'rename' | 'leave' | Agent | null>(null)
  const members = conversation.memberIds.flatMap((id) => agents.find((agent) => agent.id === id) ?? [])
  const own = conversation.creatorId === me && !left
  const close = (): void => {
    setAsking(null)
  }
  return (
    <>
      <div className="fy-chat-head">
        <h3>{t('memberCount', { count: members.length })}</h3>
        {left ? null : (
          <Button
            kind="quiet"
            onClick={() => {
              setAsking('rename')
            }}
          >
            {t('rename')}
          </Button>
        )}
      </div>
      {commands.failure ? <ErrorLine text={commands.failure} /> : null}
      <ul className="fy-chat-members">
        {members.map((agent) => (
          <li key={agent.id}>
            <LineButton
              className="fy-colleague"
              disabled={agent.id === me}
              onClick={() => {
                void commands.open(agent.id).then((id) => {
                  if (id !== null) onOpen(id)
                })
              }}
            >
              <Avatar id={agent.id} name={agent.name} size={28} presence={presenceOf(agent.id)} />
              <span className="fy-cut">{agent.name}</span>
              {agent.id === conversation.creatorId ? (
                <Crown role="img" aria-label={t('creator')} className="fy-chat-creator" />
              ) : null}
            </LineButton>
            {own && agent.id !== me ? (
              <IconButton
                label={t('remove', { name: agent.name })}
                onClick={() => {
                  setAsking(agent)
                }}
              >
                <UserRoundMinus />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {left ? null : (
        <Field label={t('messages.title')}>
          <select
            value={entry?.messageSetting ?? 'alert'}
            onChange={({ target }) => {
              void commands.setMessages(conversation.id, MessageSetting.parse(target.value))
            }}
          >
            {MessageSetting.options.map((one) => (
              <option key={one} value={one}>
                {t(`messages.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {left ? null : (
        <Button
          onClick={() => {
            setAsking('leave')
          }}
        >
          {t('leave')}
        </Button>
      )}
      {asking === 'rename' ? <RenameChat chat={conversation} onClose={close} /> : null}
      {asking === 'leave' ? (
        <Confirm
          text={t('askLeave')}
          action={t('leave')}
          onDo={() => {
            void commands.leave(conversation.id)
          }}
          onClose={close}
        />
      ) : null}
      {asking !== null && typeof asking === 'object' ? (
        <Confirm
          text={t('askRemove', { name: asking.name })}
          action={t('removeShort')}
          onDo={() => {
            void commands.remove(conversation.id, asking.id)
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}

interface ConfirmProps {
  readonly text: string
  readonly action: string
  readonly onDo: () => void
  readonly onClose: () => void
}

const Confirm = ({ text, action, onDo, onClose }: ConfirmProps) => {
  const { t } = useTranslation('chats')
  return (
    <Dialog
      title={action}
      width={360}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose()
              onDo()
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
