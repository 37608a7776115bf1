import { useTranslation } from 'react-i18next'

import { useQuery } from '../../../core/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { MenuForm } from './MenuForm.tsx'

import './navMenu.css'

/** AC › Reception › Navigation menu. */
export const NavMenuPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/menu')} about={tTexts('menu.about')}>
      {organization ? <MenuForm organization={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}
