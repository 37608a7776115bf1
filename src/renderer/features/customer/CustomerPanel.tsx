import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { textWidth } from '../../../base/textWidth.ts'
import type { ConversationView } from '../../../client/api.ts'
import type { CustomerFields } from '../../../protocol/commands/index.ts'
import type { CustomerType, TagId } from '../../../protocol/model/index.ts'
import { PRIVATE_REMARK_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useContactName, useErrorText, useFullName } from '../../i18n/index.ts'
import { Avatar, ErrorLine, fullTime, RelativeTime, Segments, useLanguage } from '../../ui/index.ts'
import { RatingLink } from '../ratings/index.ts'
import { BlockSection } from './BlockSection.tsx'
import { isEmail, isPhone } from './checks.ts'
import { EditableField, type SaveOutcome } from './EditableField.tsx'
import { SaidSection } from './SaidSection.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import { Tags } from './Tags.tsx'
import { VisitFacts } from './VisitFacts.tsx'

import './customer.css'

const TYPES: readonly CustomerType[] = ['new', 'potential', 'won']

export interface CustomerPanelProps {
  readonly view: ConversationView
  /** False: another conversation is open already, and nothing may be done to this customer any more. */
  readonly current: boolean
}

/** Who the open conversation is with. Give it the customer's id as key. */
export const CustomerPanel = ({ view, current }: CustomerPanelProps) => {
  const { t } = useTranslation('customer')
  const { customer, remark, session } = view
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useContactName()
  const fullName = useFullName()
  const language = useLanguage()
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me
  const [failure, setFailure] = useState<string | null>(null)
  const editable = me?.permissions.includes('customer.edit') ?? false
  const name = nameOf(view)
  const owner = organization?.agents.find(({ id }) => id === customer.ownerId)

  // The version on the screen goes along: who saved first wins, and the other is asked (R-17-029). The live row has
  // the newer version by the time the agent answers, so saying "mine" again is enough.
  const save = async (fields: CustomerFields): Promise<SaveOutcome> => {
    const answer = await run('customer.edit', { customerId: customer.id, version: customer.version, fields })
    if (answer.ok) return { ok: true }
    return { ok: false, conflict: answer.code === 'conflict', text: errorText(answer.code, answer.details) }
  }
  const saveRemark = async (text: string): Promise<SaveOutcome> => {
    const answer = await run('private-remark.set', { customerId: customer.id, text })
    return answer.ok ? answer : { ok: false, conflict: false, text: errorText(answer.code, answer.details) }
  }
  const saveType = async (type: CustomerType): Promise<void> => {
    const outcome = await save({ type })
    setFailure(outcome.ok ? null : outcome.text)
  }
  const changeTags = async (add: TagId[], remove: TagId[]): Promise<void> => {
    const answer = await run('customer.tag', { customerId: customer.id, add, remove })
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
  }

  return (
    <aside
      className="fy-customer"
      aria-label={t('region')}
      aria-busy={!current}
      inert={!current}
      data-area="customer"
      tabIndex={-1}
    >
      <div className="fy-customer-head">
        <Avatar id={customer.id} name={name} size={44} />
        <div className="fy-customer-name">
          <h2
            className="fy-cut"
            title={fullName(remark ?? customer.name, remark === null ? null : customer.name, customer.number)}
          >
            {name}
          </h2>
          <span className="fy-secondary fy-digits">{t('number', { number: customer.number })}</span>
        </div>
      </div>
      {failure ? <ErrorLine text={failure} /> : null}
      <section>
        <h3>{t('attributes')}</h3>
        <Segments
          label={t('type')}
          value={customer.type}
          options={TYPES.map((type) => [type, t(`types.${type}`)] as const)}
          disabled={!editable}
          onChange={(type) => {
            void saveType(type)
          }}
        />
        <Tags
          tagIds={customer.tagIds}
          tags={organization?.tags ?? []}
          editable={editable}
          onChange={(add, remove) => {
            void changeTags(add, remove)
          }}
        />
      </section>
      <section>
        <h3>{t('profile')}</h3>
        <dl className="fy-facts">
          <EditableField
            label={t('name')}
            value={customer.name}
            placeholder={t('addName')}
            maxLength={64}
            editable={editable}
            onSave={(text) => save({ name: text })}
          />
          {me?.permissions.includes('remark.private') ? (
            <EditableField
              label={t('remark.label')}
              value={remark ?? ''}
              placeholder={t('remark.add')}
              maxLength={2 * PRIVATE_REMARK_LIMIT}
              editable
              check={(text) =>
                textWidth(text) > PRIVATE_REMARK_LIMIT
                  ? t('remark.tooLong', { count: PRIVATE_REMARK_LIMIT })
                  : null
              }
              onSave={saveRemark}
            />
          ) : null}
          <EditableField
            label={t('phone')}
            value={customer.phone}
            placeholder={t('addPhone')}
            maxLength={32}
            inputMode="tel"
            editable={editable}
            check={(text) => (isPhone(text) ? null : t('wrongPhone'))}
            onSave={(text) => save({ phone: text })}
          />
          <EditableField
            label={t('email')}
            value={customer.email}
            placeholder={t('addEmail')}
            maxLength={128}
            inputMode="email"
            editable={editable}
            check={(text) => (isEmail(text) ? null : t('wrongEmail'))}
            onSave={(text) => save({ email: text })}
          />
          <EditableField
            label={t('company')}
            value={customer.company}
            placeholder={t('addCompany')}
            maxLength={64}
            editable={editable}
            onSave={(text) => save({ company: text })}
          />
          <EditableField
            label={t('note')}
            value={customer.note}
            placeholder={t('addNote')}
            maxLength={2000}
            multiline
            editable={editable}
            onSave={(text) => save({ note: text })}
          />
        </dl>
      </section>
      <SaidSection {...customer} />
      <section>
        <h3>{t('origin')}</h3>
        <dl className="fy-facts">
          <Line name={t('source')} value={customer.source || t('direct')} />
          <Line name={t('customerRegion')} value={customer.region || t('none')} />
          <Line name={t('customerLanguage')} value={customer.language || t('none')} />
          <Line
            name={t('owner')}
            value={
              customer.ownership === 'owned'
                ? (owner?.name ?? t('none'))
                : t(`ownership.${customer.ownership}`)
            }
          />
          <div>
            <dt>{t('firstSeen')}</dt>
            <dd title={fullTime(customer.createdAt, language)}>
              <RelativeTime at={customer.createdAt} />
            </dd>
          </div>
        </dl>
      </section>
      <VisitFacts conversationId={view.conversation.id} />
      {session ? (
        <section>
          <h3>{t('session.title')}</h3>
          <SessionFacts session={session} organization={organization} />
          <RatingLink session={session} />
        </section>
      ) : null}
      <BlockSection customer={customer} name={name} />
    </aside>
  )
}

const Line = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
