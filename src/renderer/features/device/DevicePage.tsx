import { useTranslation } from '../../translation/index.ts'
import { CacheProtectionSetting } from '../cacheLock/index.ts'
import { useShell } from '../shell/index.ts'
import { DeviceRow } from './DeviceRow.tsx'
import { DeviceSwitch } from './DeviceSwitch.tsx'
import { SpellingLanguages } from './SpellingLanguages.tsx'
import { ZoomChoice } from './ZoomChoice.tsx'

import './device.css'

/** What is set for this computer, whoever signs in here; a browser has answers of its own to it. */
export const DevicePage = () => {
  const { t } = useTranslation('shell')
  const { device } = useShell()
  if (!window.foyer)
    return (
      <>
        <p className="fy-secondary">{t('device.browser')}</p>
        {(['zoom', 'openAtLogin', 'closeToTray', 'spelling', 'hideForScreenshot', 'localCopy'] as const).map(
          (name) => (
            <DeviceRow key={name} name={name} hint={t(`device.inBrowser.${name}`)} />
          ),
        )}
      </>
    )
  if (!device) return null
  const { options, languages } = device
  return (
    <>
      <p className="fy-secondary">{t('device.about')}</p>
      <ZoomChoice percent={options.zoom} />
      <DeviceSwitch name="openAtLogin" on={options.openAtLogin} />
      {options.openAtLogin === true ? <DeviceSwitch name="startHidden" on={options.startHidden} /> : null}
      <DeviceSwitch name="closeToTray" on={options.closeToTray} />
      <DeviceSwitch
        name="spelling"
        on={options.spelling}
        hint={t(languages.length > 0 ? 'device.spellingFetches' : 'device.spellingOfSystem')}
      />
      {options.spelling && languages.length > 0 ? (
        <SpellingLanguages chosen={options.spellingLanguages} languages={languages} />
      ) : null}
      <DeviceSwitch name="hideForScreenshot" on={options.hideForScreenshot} />
      <CacheProtectionSetting />
    </>
  )
}
