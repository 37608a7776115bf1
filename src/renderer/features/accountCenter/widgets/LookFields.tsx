import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine, Field, Segments } from '../../../ui/index.ts'
import { isFaint } from './colors.ts'
import { PRESET_COLORS, sidesOf, type WidgetForm, type WidgetProblem } from './form.ts'
import { PictureField } from './PictureField.tsx'
import { SpotFields } from './SpotFields.tsx'

export interface LookFieldsProps {
  readonly form: WidgetForm
  readonly problems: readonly WidgetProblem[]
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** Style, colour, pictures and the spot on the page. */
export const LookFields = ({ form, problems, onChange }: LookFieldsProps) => {
  const { t } = useTranslation('widgets')
  const isShown = form.place !== 'link' && form.style !== 'element'
  return (
    <>
      {form.place === 'link' ? null : (
        <div className="fy-form-field">
          <span>{t('style')}</span>
          <Segments
            label={t('style')}
            value={form.style}
            options={STYLES.map((style) => [style, t(`styles.${style}`)] as const)}
            onChange={(style) => {
              onChange({ style })
            }}
          />
        </div>
      )}
      {form.style === 'element' && form.place !== 'link' ? (
        <Field label={t('selectors')} hint={t('selectorsHint')}>
          <textarea
            rows={3}
            value={form.selectors}
            spellCheck={false}
            aria-invalid={problems.includes('selectors')}
            onChange={({ target: { value } }) => {
              onChange({ selectors: value })
            }}
          />
        </Field>
      ) : null}
      <fieldset className="fy-colors">
        <legend>{t('color')}</legend>
        {PRESET_COLORS.map((color) => (
          <label key={color} style={{ background: color }}>
            <input
              type="radio"
              name="color"
              checked={form.color === color}
              aria-label={t('colorNamed', { color })}
              onChange={() => {
                onChange({ color })
              }}
            />
          </label>
        ))}
        <input
          type="color"
          value={form.color}
          aria-label={t('ownColor')}
          onChange={({ target: { value } }) => {
            onChange({ color: value })
          }}
        />
        <span className="fy-secondary fy-digits">{form.color}</span>
      </fieldset>
      {isFaint(form.color) && isShown ? <ErrorLine text={t('faint')} /> : null}
      <PictureField
        label={t('avatar')}
        fileId={form.avatarFileId}
        onChange={(avatarFileId) => {
          onChange({ avatarFileId })
        }}
      />
      {isShown
        ? sidesOf(form).map((side) => (
            <SpotFields
              key={side}
              title={t(`sketch.${side}`)}
              look={form[side]}
              picture={form.style === 'picture'}
              invalid={problems.includes('spot')}
              onChange={(more) => {
                onChange({ [side]: { ...form[side], ...more } })
              }}
            />
          ))
        : null}
      {isShown ? (
        <div className="fy-center-pairs">
          <Field label={t('iconSize')}>
            <input
              inputMode="numeric"
              value={form.iconSize}
              aria-invalid={problems.includes('size')}
              onChange={({ target: { value } }) => {
                onChange({ iconSize: value })
              }}
            />
          </Field>
          <div className="fy-form-field">
            <span>{t('floating')}</span>
            <Segments
              label={t('floating')}
              value={form.floating}
              options={FLOATING.map((one) => [one, t(`floatings.${one}`)] as const)}
              onChange={(floating) => {
                onChange({ floating })
              }}
            />
          </div>
        </div>
      ) : null}
    </>
  )
}

const STYLES = ['round', 'card', 'bar', 'picture', 'element'] as const
const FLOATING = ['fixed', 'shy'] as const
