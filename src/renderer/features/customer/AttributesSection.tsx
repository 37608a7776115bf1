import { useState } from 'react'

import type { ConversationView, OrganizationView } from '../../../client/api.ts'
import type { CustomerType, StageId, TagId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, Segments } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FieldHistory } from './FieldHistory.tsx'
import { OwnerField } from './OwnerField.tsx'
import { Tags } from './Tags.tsx'
import type { Profile } from './useProfile.ts'
import { useStages } from './useStages.ts'

const TYPES: readonly CustomerType[] = ['new', 'potential', 'won']

export interface AttributesSectionProps {
  readonly view: ConversationView
  readonly profile: Profile
  readonly organization: OrganizationView | null | undefined
}

/** What the customer is to the company: type, stage, owner, tags. */
export const AttributesSection = ({ view, profile, organization }: AttributesSectionProps) => {
  const { t } = useTranslation('customer')
  const { customer, conversation } = view
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const stages = useStages(organization)
  const [failure, setFailure] = useState<string | null>(null)
  const stageOpen = me?.permissions.includes('customer.stage') ?? false
  const saveType = async (type: CustomerType): Promise<void> => {
    const outcome = await profile.save('type', customer.type, { type })
    setFailure(outcome.ok ? null : outcome.text)
  }
  const tag = async (add: TagId[], remove: TagId[]): Promise<string | null> => {
    const answer = await run('customer.tag', { customerId: customer.id, add, remove })
    return answer.ok ? null : errorText(answer.code, answer.details)
  }
  const changeTags = async (add: TagId[], remove: TagId[]): Promise<void> => {
    const wrong = await tag(add, remove)
    setFailure(wrong)
    // Others' tags are not touched, so there is nothing of theirs to overwrite.
    if (wrong === null) offerUndo({ text: t('saved'), undo: async () => tag(remove, add) })
  }
  const tags = organization?.tags ?? []
  return (
    <section>
      <h3>{t('attributes')}</h3>
      {failure ? <ErrorLine text={failure} /> : null}
      <div className="fy-tags-line">
        <Segments
          label={t('type')}
          value={customer.type}
          options={TYPES.map((type) => [type, t(`types.${type}`)] as const)}
          disabled={!profile.editable}
          onChange={(type) => {
            void saveType(type)
          }}
        />
        <FieldHistory
          conversationId={conversation.id}
          field="type"
          label={t('type')}
          textOf={(type) => TYPES.flatMap((one) => (one === type ? [t(`types.${one}`)] : []))[0] ?? ''}
        />
      </div>
      <dl className="fy-facts">
        {stageOpen ? (
          <ChoiceField
            label={t('stage')}
            value={customer.stageId ?? ''}
            options={stages}
            editable
            tools={
              <FieldHistory
                conversationId={conversation.id}
                field="stage"
                label={t('stage')}
                textOf={(id) => stages.find(([stage]) => stage === id)?.[1] ?? id}
              />
            }
            onSave={(id) => profile.saveStage(id === '' ? null : (id as StageId))}
          />
        ) : null}
        <OwnerField view={view} agents={organization?.agents ?? []} />
      </dl>
      <div className="fy-tags-line">
        <Tags
          tagIds={customer.tagIds}
          tags={tags}
          editable={profile.editable}
          onChange={(add, remove) => {
            void changeTags(add, remove)
          }}
        />
        <FieldHistory
          conversationId={conversation.id}
          field="tags"
          label={t('tags')}
          textOf={(id) => tags.find((tag) => tag.id === id)?.name ?? ''}
        />
      </div>
    </section>
  )
}
