import type { OrganizationView } from '../../../../client/api.ts'
import { mainEntryOf } from '../../../../protocol/mainAccount.ts'
import type { Organization } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { Copied } from '../widgets/Copied.tsx'
import { EntryQr } from '../widgets/EntryQr.tsx'

/** AC › Main account: where customers reach the company itself, and whether they are received at once (R-02-093). */
export const MainAccountPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.main-account/reception')} about={t('mainAccount.about')}>
      {organization ? (
        <div className="fy-center-stack">
          <Address organization={organization.organization} />
          <Reception organization={organization} />
        </div>
      ) : (
        <PageSkeleton rows={4} />
      )}
    </CenterPage>
  )
}

const Address = ({ organization: { id, name } }: { readonly organization: Organization }) => {
  const { t } = useTranslation('accountCenter')
  const server = useQuery('account.current', {})?.account?.server ?? ''
  const link = `${server}/chat/${mainEntryOf(id)}`
  return (
    <section className="fy-center-form">
      <div className="fy-widget-code">
        <Copied label={t('mainAccount.address')} hint={t('mainAccount.addressHint')} text={link} />
        <EntryQr name={name} link={link} />
      </div>
    </section>
  )
}

const useReceptionForm = createSettingsForm(({ reception }: Organization) => reception.mainAutoAccept)

const Reception = ({
  organization: { organization, groups },
}: {
  readonly organization: OrganizationView
}) => {
  const { t } = useTranslation('accountCenter')
  const settings = useReceptionForm(organization)
  const { form, change } = settings
  const run = useRun()
  const group = groups.find(({ main }) => main)?.name ?? ''
  return (
    <SettingsForm
      form={settings}
      held={organization}
      ready
      send={({ version }) => run('main-account.configure', { autoAccept: form, version })}
      savedIn={(saved) => saved.organization}
    >
      <Tick
        text={t('mainAccount.autoAccept')}
        hint={t('mainAccount.autoAcceptHint', { group })}
        on={form}
        onChange={change}
      />
    </SettingsForm>
  )
}
