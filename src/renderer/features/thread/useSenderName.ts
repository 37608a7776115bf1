import type { OpenView } from '../../../client/api.ts'
import type { Sender } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'

/** What whoever has written something in a conversation is called. */
export const useSenderName = (view: OpenView): ((sender: Sender) => string) => {
  const { t } = useTranslation('thread')
  const agents = useQuery('organization.get', {})?.agents
  const nameOf = useContactName()
  const customerName = 'customer' in view ? nameOf(view) : ''
  return (sender) =>
    sender.kind === 'agent'
      ? (agents?.find(({ id }) => id === sender.agentId)?.name ?? t('formerAgent'))
      : customerName
}
