import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { dismissRestored, useShell } from './shellState.ts'

import './shell.css'

/** Says that a part of the desktop program failed, that it runs again, or what to do when it does not. */
export const ShellNotice = () => {
  const { t } = useTranslation('shell')
  const { core, restored } = useShell()
  if (core === 'stopped')
    return (
      <aside className="fy-surface fy-shell-notice" aria-label={t('region')}>
        <ErrorLine text={t('core.stopped')}>
          <Button kind="primary" onClick={() => window.foyer?.tell({ kind: 'window.restart', part: 'core' })}>
            {t('restart')}
          </Button>
          <Button kind="quiet" onClick={() => window.foyer?.tell({ kind: 'logs.open' })}>
            {t('logs')}
          </Button>
        </ErrorLine>
      </aside>
    )
  if (core === 'restarting')
    return (
      <aside className="fy-surface fy-shell-notice" aria-label={t('region')}>
        <ErrorLine text={t('core.restarting')} />
      </aside>
    )
  if (restored === null) return null
  return (
    <aside className="fy-surface fy-shell-notice" aria-label={t('region')}>
      <span role="status">{t(`restored.${restored}`)}</span>
      <Button kind="quiet" onClick={dismissRestored}>
        {t('understood')}
      </Button>
    </aside>
  )
}
