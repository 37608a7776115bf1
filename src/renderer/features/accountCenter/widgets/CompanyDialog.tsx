import type { CompanyProfile, Organization } from '../../../../protocol/model/index.ts'
import { COMPANY_LIMITS } from '../../../../protocol/model/limits.ts'
import { isNotice, NO_PROFILE } from '../../../../protocol/model/widgetDefaults.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { useEditor } from '../useEditor.ts'
import { useSave } from '../useSave.ts'
import { Copied } from './Copied.tsx'

export interface CompanyDialogProps {
  readonly organization: Organization
  readonly onClose: () => void
}

/** What customers read about the company beside the chat, and while the server is away. */
export const CompanyDialog = ({ organization, onClose }: CompanyDialogProps) => {
  const { t } = useTranslation('widgets')
  const run = useRun()
  const { attempt, ...state } = useSave()
  const server = useQuery('account.current', {})?.account?.server ?? ''
  const editor = useEditor(organization, profileOf)
  const { form, change } = editor
  const isLong = FIELDS.some((field) => form[field].trim().length > COMPANY_LIMITS[field])
  const privacy = form.privacy.trim()
  const isNoNotice = privacy !== '' && !isNotice(privacy)
  const save = async ({ version }: Organization): Promise<void> => {
    if (await attempt(run('organization.describe', { profile: form, version }))) onClose()
  }
  return (
    <EditorDialog
      title={t('company.title')}
      width={520}
      editor={editor}
      problem={isLong ? t('company.long') : isNoNotice ? t('company.privacyWrong') : null}
      save={state}
      held={organization}
      onSave={(seen) => {
        void save(seen)
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <p className="fy-secondary">{t('company.about')}</p>
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={t(`company.${field}`)}
            {...(field === 'privacy' && { hint: t('company.privacyHint') })}
          >
            <input
              value={form[field]}
              onChange={({ target: { value } }) => {
                change({ [field]: value })
              }}
            />
          </Field>
        ))}
        <Copied
          label={t('company.page')}
          hint={t('company.pageHint')}
          text={`${server}/contact/${organization.id}`}
        />
      </div>
    </EditorDialog>
  )
}

const profileOf = ({ profile }: Organization): CompanyProfile => ({ ...NO_PROFILE, ...profile })

const FIELDS = ['introduction', 'address', 'phone', 'email', 'site', 'privacy'] as const
