import { Globe, Link2, MessageCircle, Monitor, Smartphone } from 'lucide-react'

import type { WidgetPlace, WidgetType } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import type { WidgetForm } from './form.ts'

export const TYPES: readonly WidgetType[] = ['chat-web', 'chat-im']
export const PLACES: readonly WidgetPlace[] = ['web', 'h5', 'link']
const ICONS = { web: Monitor, h5: Smartphone, link: Link2, 'chat-web': Globe, 'chat-im': MessageCircle }

export interface PlaceStepProps {
  readonly form: Pick<WidgetForm, 'type' | 'place'>
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** The first step: what kind of entry it is, and where it will stand. */
export const PlaceStep = ({ form, onChange }: PlaceStepProps) => {
  const { t } = useTranslation('widgets')
  return (
    <>
      <fieldset className="fy-places">
        <legend>{t('type')}</legend>
        {TYPES.map((type) => (
          <Choice
            key={type}
            group="type"
            value={type}
            chosen={type === form.type}
            name={t(`types.${type}`)}
            hint={t(`typeHints.${type}`)}
            onChoose={() => {
              onChange({ type })
            }}
          />
        ))}
      </fieldset>
      <fieldset className="fy-places">
        <legend>{t('place')}</legend>
        {PLACES.map((place) => (
          <Choice
            key={place}
            group="place"
            value={place}
            chosen={place === form.place}
            name={t(`places.${place}`)}
            hint={t(`placeHints.${place}`)}
            onChoose={() => {
              onChange({ place })
            }}
          />
        ))}
      </fieldset>
    </>
  )
}

interface ChoiceProps {
  readonly group: string
  readonly value: keyof typeof ICONS
  readonly chosen: boolean
  readonly name: string
  readonly hint: string
  readonly onChoose: () => void
}

const Choice = ({ group, value, chosen, name, hint, onChoose }: ChoiceProps) => {
  const Icon = ICONS[value]
  return (
    <label data-on={chosen || undefined}>
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
      <Icon aria-hidden="true" />
      <b>{name}</b>
      <span className="fy-secondary">{hint}</span>
    </label>
  )
}
