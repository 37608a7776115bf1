import type { CustomerSettings, Organization } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { FieldList } from './FieldList.tsx'
import { formOf, isReady, settingsOf } from './form.ts'
import { StageList } from './StageList.tsx'

import './customerFields.css'

const useCustomerSettingsForm = createSettingsForm(formOf)

/** AC › Customers › Attributes: follow stages and the company's own fields. */
export const CustomerFieldsPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.customers/attributes')} about={t('attributes.about')}>
      {organization ? (
        <Settings held={organization.customerSettings} organization={organization.organization} />
      ) : (
        <PageSkeleton rows={8} />
      )}
    </CenterPage>
  )
}

interface SettingsProps {
  readonly held: CustomerSettings
  readonly organization: Organization
}

const Settings = ({ held, organization }: SettingsProps) => {
  const run = useRun()
  const settings = useCustomerSettingsForm(held)
  const { form, change } = settings
  return (
    <SettingsForm
      form={settings}
      held={held}
      ready={isReady(form)}
      send={({ version }) => run('customer-settings.save', settingsOf(form, version))}
      savedIn={(saved) => saved.settings}
    >
      <StageList
        stages={form.stages}
        own={organization.language}
        onChange={(stages) => {
          change({ ...form, stages })
        }}
      />
      <FieldList
        fields={form.fields}
        savedIds={held.fields.map(({ id }) => id)}
        onChange={(fields) => {
          change({ ...form, fields })
        }}
      />
    </SettingsForm>
  )
}
