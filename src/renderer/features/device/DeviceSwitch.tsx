import { useTranslation } from '../../translation/index.ts'
import { DeviceRow } from './DeviceRow.tsx'

export interface DeviceSwitchProps {
  readonly name: 'openAtLogin' | 'startHidden' | 'closeToTray' | 'spelling' | 'hideForScreenshot'
  /** Null: this computer has no such thing. */
  readonly on: boolean | null
  readonly hint?: string
}

/** Turns one thing of this computer on or off, at once. */
export const DeviceSwitch = ({ name, on, hint }: DeviceSwitchProps) => {
  const { t } = useTranslation('settings')
  const { t: ofShell } = useTranslation('shell')
  return (
    <DeviceRow name={name} hint={on === null ? ofShell('device.notHere') : hint}>
      <input
        type="checkbox"
        role="switch"
        className="fy-setting-switch"
        aria-label={t(`own.device.${name}`)}
        aria-checked={on === true}
        checked={on === true}
        disabled={on === null}
        onChange={({ target: { checked } }) => {
          window.foyer?.tell({ kind: 'device.change', changes: { [name]: checked } })
        }}
      />
    </DeviceRow>
  )
}
