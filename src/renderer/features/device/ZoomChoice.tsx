import { Minus, Plus } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { isMac } from '../actions/index.ts'
import { DeviceRow } from './DeviceRow.tsx'

const STEP = 10
const SMALLEST = 50
const LARGEST = 200

/** The size of everything in the window; the keys of browsers change it, too. */
export const ZoomChoice = ({ percent }: { readonly percent: number }) => {
  const { t } = useTranslation('shell')
  const zoom = (to: number): void => {
    window.foyer?.tell({
      kind: 'device.change',
      changes: { zoom: Math.min(LARGEST, Math.max(SMALLEST, to)) },
    })
  }
  return (
    <DeviceRow name="zoom" hint={t('device.zoomKeys', { key: isMac() ? '⌘' : 'Ctrl' })}>
      <span className="fy-device-zoom">
        <IconButton
          label={t('device.smaller')}
          disabled={percent <= SMALLEST}
          onClick={() => {
            zoom(percent - STEP)
          }}
        >
          <Minus />
        </IconButton>
        <output className="fy-digits">{t('device.percent', { percent })}</output>
        <IconButton
          label={t('device.larger')}
          disabled={percent >= LARGEST}
          onClick={() => {
            zoom(percent + STEP)
          }}
        >
          <Plus />
        </IconButton>
        <Button
          kind="quiet"
          disabled={percent === 100}
          onClick={() => {
            zoom(100)
          }}
        >
          {t('device.usual')}
        </Button>
      </span>
    </DeviceRow>
  )
}
