import { useTranslation } from 'react-i18next'

import { useQuery } from '../../../core/index.ts'
import { Skeleton } from '../../../ui/index.ts'
import { MenuForm } from './MenuForm.tsx'

import './navMenu.css'

/** AC › Reception › Navigation menu. */
export const NavMenuPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="nav-menu-title">
      <header className="fy-center-head">
        <div>
          <h2 id="nav-menu-title">{t('names.reception/menu')}</h2>
          <p>{tTexts('menu.about')}</p>
        </div>
      </header>
      {organization ? <MenuForm organization={organization} /> : <Skeleton rows={8} rowHeight={44} />}
    </section>
  )
}
