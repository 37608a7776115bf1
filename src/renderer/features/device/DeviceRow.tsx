import type { ReactNode } from 'react'

import type { resources } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'

/** As it is called in the settings, where the search finds it. */
export type DeviceSettingName = keyof (typeof resources)['zh-CN']['settings']['own']['device']

export interface DeviceRowProps {
  readonly name: DeviceSettingName
  readonly hint?: string | undefined
  readonly children?: ReactNode
}

/** One thing that is set for this computer: what it is called, what is to be known of it, and how it is chosen. */
export const DeviceRow = ({ name, hint, children }: DeviceRowProps) => {
  const { t } = useTranslation('settings')
  return (
    <div className="fy-setting" data-setting={name}>
      <div className="fy-setting-name">
        <span>{t(`own.device.${name}`)}</span>
        {hint ? <span className="fy-secondary">{hint}</span> : null}
      </div>
      {children}
    </div>
  )
}
