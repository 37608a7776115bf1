import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Organization } from '../../../../protocol/model/index.ts'
import { COMPANY_LIMITS } from '../../../../protocol/model/limits.ts'
import { NO_PROFILE } from '../../../../protocol/model/widgetDefaults.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../../ui/index.ts'
import { useSave } from '../useSave.ts'
import { Copied } from './Copied.tsx'

export interface CompanyDialogProps {
  readonly organization: Organization
  readonly onClose: () => void
}

/** What customers read about the company beside the chat, and while the server is away. */
export const CompanyDialog = ({ organization, onClose }: CompanyDialogProps) => {
  const { t } = useTranslation(['widgets', 'accountCenter'])
  const run = useRun()
  const { busy, failure, conflict, attempt } = useSave()
  const server = useQuery('account.current', {})?.account?.server ?? ''
  const [seen] = useState(organization)
  const [profile, setProfile] = useState(organization.profile ?? NO_PROFILE)
  const [leaving, setLeaving] = useState(false)
  const before = seen.profile ?? NO_PROFILE
  const isTouched = FIELDS.some((field) => profile[field] !== before[field])
  const isLong = FIELDS.some((field) => profile[field].trim().length > COMPANY_LIMITS[field])
  const save = async (version: number): Promise<void> => {
    if (await attempt(run('organization.describe', { profile, version }))) onClose()
  }
  return (
    <Dialog
      title={t('company.title')}
      width={520}
      onClose={() => {
        if (leaving || !isTouched) onClose()
        else setLeaving(true)
      }}
      footer={
        <>
          {leaving ? <span className="fy-grow">{t('accountCenter:unsaved')}</span> : null}
          <Button kind={leaving ? 'danger' : 'plain'} onClick={onClose}>
            {leaving ? t('accountCenter:discard') : t('accountCenter:cancel')}
          </Button>
          <Button
            kind="primary"
            disabled={busy || isLong || !isTouched}
            onClick={() => {
              void save(seen.version)
            }}
          >
            {t('accountCenter:save')}
          </Button>
        </>
      }
    >
      <div className="fy-group-form">
        <p className="fy-secondary">{t('company.about')}</p>
        {FIELDS.map((field) => (
          <Field key={field} label={t(`company.${field}`)}>
            <input
              value={profile[field]}
              onChange={({ target: { value } }) => {
                setProfile({ ...profile, [field]: value })
                setLeaving(false)
              }}
            />
          </Field>
        ))}
        <Copied
          label={t('company.page')}
          hint={t('company.pageHint')}
          text={`${server}/contact/${organization.id}`}
        />
        {isLong ? <ErrorLine text={t('company.long')} /> : null}
        {failure ? (
          <ErrorLine text={failure}>
            {conflict ? (
              <Button
                onClick={() => {
                  void save(organization.version)
                }}
              >
                {t('accountCenter:saveMine')}
              </Button>
            ) : null}
          </ErrorLine>
        ) : null}
      </div>
    </Dialog>
  )
}

const FIELDS = ['introduction', 'address', 'phone', 'email', 'site'] as const
