import type { ConversationView } from '../../../client/api.ts'
import { useQuery, useQueryPart } from '../../core/index.ts'
import { useContactName, useFullName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, fullTime, RelativeTime, useLanguage } from '../../ui/index.ts'
import { RatingLink } from '../ratings/index.ts'
import { SessionNotes } from '../sessionNotes/index.ts'
import { AttributesSection } from './AttributesSection.tsx'
import { BlockSection } from './BlockSection.tsx'
import { Fact } from './Fact.tsx'
import { FollowRecords } from './FollowRecords.tsx'
import { KeptLine } from './KeptLine.tsx'
import { BasicsSection, ContactsSection, CustomSection } from './ProfileSections.tsx'
import { RelationsSection } from './RelationsSection.tsx'
import { SaidSection } from './SaidSection.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import { useProfile } from './useProfile.ts'
import { VisitFacts } from './VisitFacts.tsx'

import './customer.css'

/** Who the open conversation is with (R-03-122). Give it the customer's id as key. */
export const CustomerPanel = ({ view }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('customer')
  const { customer, remark, session, conversation } = view
  const nameOf = useContactName()
  const fullName = useFullName()
  const organization = useQuery('organization.get', {})
  const keptAt = useQueryPart('connection.status', {}, (status) =>
    status?.state === 'offline' ? status.since : null,
  )
  const waiting = useQueryPart(
    'queued.list',
    {},
    (rows) =>
      rows?.filter(({ customerId, state }) => customerId === customer.id && state === 'queued').length ?? 0,
  )
  const profile = useProfile(view)
  const name = nameOf(view)
  return (
    <>
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
      <KeptLine keptAt={keptAt} />
      {waiting > 0 ? (
        <p className="fy-kept fy-secondary" role="status">
          {t('waiting', { count: waiting })}
        </p>
      ) : null}
      <AttributesSection view={view} profile={profile} organization={organization} />
      <BasicsSection view={view} profile={profile} />
      <ContactsSection view={view} profile={profile} />
      <CustomSection view={view} profile={profile} />
      <FollowRecords view={view} />
      <RelationsSection conversationId={conversation.id} />
      <SaidSection {...customer} />
      <OriginSection customer={customer} />
      <VisitFacts conversationId={conversation.id} />
      {session ? (
        <section>
          <h3>{t('session.title')}</h3>
          <SessionFacts session={session} organization={organization} />
          <RatingLink session={session} />
          <SessionNotes session={session} />
        </section>
      ) : null}
      <BlockSection customer={customer} name={name} />
    </>
  )
}

const OriginSection = ({ customer }: Pick<ConversationView, 'customer'>) => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  return (
    <section>
      <h3>{t('origin')}</h3>
      <dl className="fy-facts">
        <Fact name={t('source')}>{customer.source || t('direct')}</Fact>
        <Fact name={t('customerLanguage')}>{customer.language || t('none')}</Fact>
        <div>
          <dt>{t('firstSeen')}</dt>
          <dd title={fullTime(customer.createdAt, language)}>
            <RelativeTime at={customer.createdAt} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
