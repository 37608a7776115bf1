import type { OrganizationView } from '../../../../client/api.ts'
import type { NavMenu } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { MenuForm } from './MenuForm.tsx'

import './navMenu.css'

const planOf = ({ draft }: NavMenu) => draft
const useWebMenu = createSettingsForm(planOf)
const useMainMenu = createSettingsForm(planOf)

/** AC › Reception › Navigation menu. */
export const NavMenuPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/menu')} about={tTexts('menu.about')}>
      {organization ? <WebMenu organization={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

/** AC › Main account › Navigation menu (R-02-175). */
export const MainMenuPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.main-account/menu')} about={tTexts('menu.aboutMain')}>
      {organization ? <MainMenu organization={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

interface MenuProps {
  readonly organization: OrganizationView
}

const WebMenu = ({ organization }: MenuProps) => (
  <MenuForm
    organization={organization}
    navMenu={organization.navMenu}
    edited={useWebMenu(organization.navMenu)}
  />
)

const MainMenu = ({ organization }: MenuProps) => (
  <MenuForm
    organization={organization}
    navMenu={organization.mainMenu}
    edited={useMainMenu(organization.mainMenu)}
  />
)
