import { Lock as LockIcon } from 'lucide-react'

import type { AgentId, Conversation, ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { AskTransfer, ClosedPath } from '../paths/index.ts'
import type { Lock } from './lock.ts'
import { Unblock } from './Unblock.tsx'

export interface LockLineProps {
  readonly lock: Lock
  readonly conversation: Conversation
  readonly onAccept: () => void
  readonly onOpen: (id: ConversationId) => void
}

/** Why sending is locked, and what helps; the text can be written meanwhile. */
export const LockLine = ({ lock, conversation, onAccept, onOpen }: LockLineProps) => {
  const { t } = useTranslation('composer')
  const organization = useQuery('organization.get', {})
  const nameOf = (agentId: AgentId | null): string =>
    organization?.agents.find(({ id }) => id === agentId)?.name ?? t('lock.somebody')
  const text = (): string | null => {
    switch (lock.reason) {
      case 'no-permission':
        return t('lock.no-permission')
      case 'pending':
        return t('lock.pending')
      case 'other-agent':
        return t('lock.other-agent', { name: nameOf(lock.agentId) })
      case 'pending-other':
        return t('lock.pending-other', { name: nameOf(lock.agentId) })
      case 'blocked':
        return t(`lock.blocked_${lock.by}`)
      case 'path-closed':
        return null
    }
  }
  return (
    <div className="fy-composer-lock" id="fy-composer-lock">
      <LockIcon aria-hidden="true" />
      {lock.reason === 'path-closed' ? (
        <ClosedPath conversation={conversation} path={lock.path} onOpen={onOpen} />
      ) : (
        <span>{text()}</span>
      )}
      {lock.reason === 'other-agent' && conversation.face.kind === 'organization' ? (
        <AskTransfer conversationId={conversation.id} />
      ) : null}
      {lock.reason === 'blocked' ? <Unblock customerId={conversation.customerId} by={lock.by} /> : null}
      {lock.reason === 'pending' ? (
        <Button kind="primary" onClick={onAccept}>
          {t('lock.accept')}
        </Button>
      ) : null}
    </div>
  )
}
