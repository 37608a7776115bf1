import { Link2, Monitor, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { WidgetPlace } from '../../../../protocol/model/index.ts'

export const PLACES: readonly WidgetPlace[] = ['web', 'h5', 'link']
const ICONS = { web: Monitor, h5: Smartphone, link: Link2 }

export interface PlaceStepProps {
  readonly place: WidgetPlace
  readonly onChoose: (place: WidgetPlace) => void
}

/** The first step: where the entry will stand. */
export const PlaceStep = ({ place, onChoose }: PlaceStepProps) => {
  const { t } = useTranslation('widgets')
  return (
    <fieldset className="fy-places">
      <legend>{t('place')}</legend>
      {PLACES.map((one) => {
        const Icon = ICONS[one]
        return (
          <label key={one} data-on={one === place || undefined}>
            <input
              type="radio"
              name="place"
              checked={one === place}
              onChange={() => {
                onChoose(one)
              }}
            />
            <Icon aria-hidden="true" />
            <b>{t(`places.${one}`)}</b>
            <span className="fy-secondary">{t(`placeHints.${one}`)}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
