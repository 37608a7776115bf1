import { WIDGET_ANCHORS } from '../../../../protocol/model/widgetDefaults.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import type { LookForm } from './form.ts'
import { PictureField } from './PictureField.tsx'

export interface SpotFieldsProps {
  readonly title: string
  readonly look: LookForm
  /** The entry is an own picture, so each screen may have its own. */
  readonly picture: boolean
  readonly invalid: boolean
  readonly onChange: (more: Partial<LookForm>) => void
}

/** Where the entry stands on one kind of screen. */
export const SpotFields = ({ title, look, picture, invalid, onChange }: SpotFieldsProps) => {
  const { t } = useTranslation('widgets')
  return (
    <fieldset className="fy-spot">
      <legend>{title}</legend>
      {picture ? (
        <PictureField
          label={t('ownPicture')}
          fileId={look.pictureFileId}
          onChange={(pictureFileId) => {
            onChange({ pictureFileId })
          }}
        />
      ) : null}
      <div>
        <Field label={t('anchor')}>
          <select
            value={look.anchor}
            onChange={({ target: { value } }) => {
              const anchor = WIDGET_ANCHORS.find((one) => one === value)
              if (anchor) onChange({ anchor })
            }}
          >
            {WIDGET_ANCHORS.map((anchor) => (
              <option key={anchor} value={anchor}>
                {t(`anchors.${anchor}`)}
              </option>
            ))}
          </select>
        </Field>
        {(['x', 'y'] as const).map((axis) => (
          <Field key={axis} label={t(axis)}>
            <input
              inputMode="numeric"
              value={look[axis]}
              aria-invalid={invalid}
              onChange={({ target: { value } }) => {
                onChange({ [axis]: value })
              }}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
