import { characterCount } from '../../../base/textWidth.ts'
import type { ConversationView } from '../../../client/api.ts'
import { customKey, valueOf } from '../../../domain/customers/fields.ts'
import { CUSTOM_TEXT_LIMIT } from '../../../protocol/customerFieldRules.ts'
import type { CustomField, CustomerDetails } from '../../../protocol/model/index.ts'
import { PRIVATE_REMARK_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { ContactFields } from './ContactFields.tsx'
import { EditableField } from './EditableField.tsx'
import { FieldHistory } from './FieldHistory.tsx'
import { ProfileField } from './ProfileField.tsx'
import { fieldsWith, type Profile } from './useProfile.ts'

export interface ProfileSectionProps {
  readonly view: ConversationView
  readonly profile: Profile
}

const GENDERS = ['female', 'male', 'other'] as const satisfies readonly CustomerDetails['gender'][]

/** Who the customer is. */
export const BasicsSection = ({ view, profile }: ProfileSectionProps) => {
  const { t } = useTranslation('customer')
  const text = { view, profile } as const
  const gender = view.customer.details?.gender ?? ''
  const genders = GENDERS.map((one) => [one, t(`genders.${one}`)] as const)
  return (
    <section>
      <h3>{t('basics')}</h3>
      <dl className="fy-facts">
        <ProfileField {...text} field="name" label={t('name')} placeholder={t('add.name')} maxLength={64} />
        <RemarkField view={view} />
        <ChoiceField
          label={t('gender')}
          value={gender}
          options={genders}
          editable={profile.editable}
          tools={
            <FieldHistory
              conversationId={view.conversation.id}
              field="gender"
              label={t('gender')}
              textOf={(one) => genders.find(([key]) => key === one)?.[1] ?? ''}
            />
          }
          onSave={(one) => profile.save('gender', gender, fieldsWith('gender', one))}
        />
        <ProfileField
          {...text}
          field="birthday"
          label={t('birthday')}
          placeholder={t('add.birthday')}
          maxLength={10}
        />
        <ProfileField
          {...text}
          field="region"
          label={t('customerRegion')}
          placeholder={t('add.region')}
          maxLength={64}
        />
        <ProfileField
          {...text}
          field="education"
          label={t('education')}
          placeholder={t('add.education')}
          maxLength={32}
        />
        <ProfileField
          {...text}
          field="company"
          label={t('company')}
          placeholder={t('add.company')}
          maxLength={64}
        />
        <ProfileField
          {...text}
          field="note"
          label={t('note')}
          placeholder={t('add.note')}
          maxLength={2000}
          multiline
        />
      </dl>
    </section>
  )
}

/** How the customer is reached. */
export const ContactsSection = (props: ProfileSectionProps) => {
  const { t } = useTranslation('customer')
  return (
    <section>
      <h3>{t('contacts')}</h3>
      <dl className="fy-facts">
        <ContactFields kind="phone" {...props} />
        <ContactFields kind="email" {...props} />
      </dl>
    </section>
  )
}

/** The fields that the company made. */
export const CustomSection = ({ view, profile }: ProfileSectionProps) => {
  const { t } = useTranslation('customer')
  const fields = useQuery('organization.get', {})?.customerSettings.fields ?? []
  if (fields.length === 0) return null
  return (
    <section>
      <h3>{t('custom')}</h3>
      <dl className="fy-facts">
        {fields.map((made) => (
          <MadeField key={made.id} made={made} view={view} profile={profile} />
        ))}
      </dl>
    </section>
  )
}

const MadeField = ({ made, view, profile }: ProfileSectionProps & { readonly made: CustomField }) => {
  const { t } = useTranslation('customer')
  const field = customKey(made.id)
  if (made.kind !== 'choice')
    return (
      <ProfileField
        view={view}
        profile={profile}
        field={field}
        made={made}
        label={made.name}
        placeholder={made.kind === 'date' ? '2026-12-31' : t('add.value')}
        maxLength={made.kind === 'text' ? CUSTOM_TEXT_LIMIT : 24}
        inputMode={made.kind === 'number' ? 'decimal' : 'text'}
      />
    )
  const value = valueOf(view.customer, field)
  return (
    <ChoiceField
      label={made.name}
      value={typeof value === 'string' ? value : ''}
      options={made.options.map((option) => [option, option] as const)}
      editable={profile.editable}
      tools={<FieldHistory conversationId={view.conversation.id} field={field} label={made.name} />}
      onSave={(one) => profile.save(field, value, fieldsWith(field, one))}
    />
  )
}

/** What this agent alone calls the customer. */
const RemarkField = ({ view: { customer, remark } }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('customer')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  if (!me?.permissions.includes('remark.private')) return null
  return (
    <EditableField
      id={`${customer.id} remark`}
      label={t('remark.label')}
      value={remark ?? ''}
      placeholder={t('remark.add')}
      maxLength={2 * PRIVATE_REMARK_LIMIT}
      editable
      check={(text) =>
        characterCount(text) > PRIVATE_REMARK_LIMIT
          ? t('remark.tooLong', { count: PRIVATE_REMARK_LIMIT })
          : null
      }
      onSave={async (text) => {
        const answer = await run('private-remark.set', { customerId: customer.id, text })
        return answer.ok
          ? { ok: true }
          : { ok: false, conflict: false, text: errorText(answer.code, answer.details) }
      }}
    />
  )
}
