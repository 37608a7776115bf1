import { AppWindow } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState } from '../../ui/index.ts'

import './signIn.css'

/** Another tab has the local data; this one can take it over, and the other then shows this page. */
export const OtherTabPage = ({ onUseHere }: { readonly onUseHere: () => void }) => {
  const { t } = useTranslation('signIn')
  return (
    <main className="fy-page">
      <div>
        <EmptyState icon={AppWindow} title={t('elsewhere.title')} hint={t('elsewhere.hint')}>
          <Button kind="primary" large onClick={onUseHere}>
            {t('elsewhere.useHere')}
          </Button>
        </EmptyState>
      </div>
    </main>
  )
}
