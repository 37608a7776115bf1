import type { ConversationView } from '../../../client/api.ts'
import type { Agent, AgentId, Customer } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { Fact } from './Fact.tsx'
import { FieldHistory } from './FieldHistory.tsx'

export interface OwnerFieldProps {
  readonly view: ConversationView
  readonly agents: readonly Agent[]
}

/** Whose customer it is; changed in place by whoever may give customers away. */
export const OwnerField = ({ view: { customer, conversation }, agents }: OwnerFieldProps) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const ask = useAsk()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? t('none')
  const owner = ownerOf(customer)
  const give = async (id: string): Promise<string | null> => {
    const ownerId = id === '' ? null : (id as AgentId)
    const answer = await run('customer.set-owner', { customerIds: [customer.id], ownerId })
    return answer.ok ? null : errorText(answer.code, answer.details)
  }
  if (!me?.permissions.includes('customer.config'))
    return (
      <Fact name={t('owner')}>{owner === '' ? t(`ownership.${customer.ownership}`) : nameOf(owner)}</Fact>
    )
  return (
    <ChoiceField
      label={t('owner')}
      value={owner}
      options={agents
        .filter(({ id, disabled }) => !disabled || id === owner)
        .map(({ id, name }) => [id, name] as const)}
      editable
      tools={
        <FieldHistory
          conversationId={conversation.id}
          field="owner"
          label={t('owner')}
          textOf={(id) => (id === '' ? '' : nameOf(id))}
        />
      }
      onSave={async (id) => {
        const wrong = await give(id)
        if (wrong !== null) return { ok: false, conflict: false, text: wrong }
        offerUndo({
          text: t('saved'),
          undo: async () => {
            const now = ownerOf(
              (await ask('conversation.get', { conversationId: conversation.id }))?.customer,
            )
            return now === id ? give(owner) : t('ownerSince', { name: nameOf(now) })
          },
        })
        return { ok: true }
      }}
    />
  )
}

/** Empty: nobody's. */
const ownerOf = (customer: Customer | undefined): string =>
  customer?.ownership === 'owned' ? (customer.ownerId ?? '') : ''
