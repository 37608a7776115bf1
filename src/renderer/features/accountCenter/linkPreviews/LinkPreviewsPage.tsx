import type { Organization } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'

const usePreviewsForm = createSettingsForm(({ linkPreviews }: Organization) => linkPreviews === true)

/** AC › Enterprise › Link previews: whether the server reads the pages that messages lead to (R-06-135). */
export const LinkPreviewsPage = () => {
  const { t } = useTranslation('accountCenter')
  const held = useQuery('organization.get', {})?.organization
  return (
    <CenterPage title={t('names.enterprise/link-previews')} about={t('linkPreviews.about')}>
      {held ? <Previews held={held} /> : <PageSkeleton rows={2} />}
    </CenterPage>
  )
}

const Previews = ({ held }: { readonly held: Organization }) => {
  const { t } = useTranslation('accountCenter')
  const settings = usePreviewsForm(held)
  const { form, change } = settings
  const run = useRun()
  return (
    <SettingsForm
      form={settings}
      held={held}
      ready
      send={({ version }) => run('link-previews.configure', { on: form, version })}
      savedIn={({ organization }) => organization}
    >
      <Tick text={t('linkPreviews.on')} hint={t('linkPreviews.hint')} on={form} onChange={change} />
    </SettingsForm>
  )
}
