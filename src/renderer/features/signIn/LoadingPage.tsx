import { useTranslation } from '../../translation/index.ts'
import { Skeleton } from '../../ui/index.ts'

import './signIn.css'

/** The window in its final shape while the local files are opened. */
export const LoadingPage = () => {
  const { t } = useTranslation('common')
  return (
    <main className="fy-loading" aria-label={t('loading')} aria-busy="true">
      <div className="fy-loading-top" />
      <div className="fy-loading-columns">
        <div>
          <Skeleton rows={8} rowHeight={64} avatar />
        </div>
        <div />
        <div />
      </div>
      <div className="fy-loading-foot" />
    </main>
  )
}
