import { BellOff, BellPlus } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Popover } from '../../ui/index.ts'
import { askPermission, useAlertPermission } from './show.ts'

/** In the bottom bar of a browser: turns notes on, or explains for good why there are none (R-03-175). */
export const AlertHint = () => {
  const { t } = useTranslation('alerts')
  const permission = useAlertPermission()
  if (permission === 'default')
    return (
      <button
        type="button"
        className="fy-status-item"
        title={t('askHint')}
        onClick={() => void askPermission()}
      >
        <BellPlus aria-hidden="true" />
        {t('ask')}
      </button>
    )
  if (permission !== 'denied') return null
  return (
    <Popover
      label={t('denied')}
      side="above"
      align="end"
      trigger={(trigger) => (
        <button
          type="button"
          className="fy-status-item"
          aria-label={t('denied')}
          title={t('denied')}
          {...trigger}
        >
          <BellOff aria-hidden="true" />
        </button>
      )}
    >
      {() => <p className="fy-alert-hint">{t('deniedHint')}</p>}
    </Popover>
  )
}
