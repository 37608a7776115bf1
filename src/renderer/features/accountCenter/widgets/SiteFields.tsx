import { useTranslation } from '../../../translation/index.ts'
import { Field, Segments } from '../../../ui/index.ts'
import type { WidgetForm, WidgetProblem } from './form.ts'

export interface SiteFieldsProps {
  readonly form: WidgetForm
  readonly problems: readonly WidgetProblem[]
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** Which sites may carry the entry, and how it behaves there. */
export const SiteFields = ({ form, problems, onChange }: SiteFieldsProps) => {
  const { t } = useTranslation('widgets')
  return (
    <>
      <Field label={t('sites')} hint={form.origins.trim() === '' ? t('sitesOpen') : t('sitesHint')}>
        <textarea
          rows={2}
          value={form.origins}
          spellCheck={false}
          placeholder="https://www.example.com"
          aria-invalid={problems.includes('origins')}
          onChange={({ target: { value } }) => {
            onChange({ origins: value })
          }}
        />
      </Field>
      <div className="fy-center-pairs">
        <div className="fy-form-field">
          <span>{t('away')}</span>
          <Segments
            label={t('away')}
            value={form.away}
            options={AWAY.map((one) => [one, t(`aways.${one}`)] as const)}
            onChange={(away) => {
              onChange({ away })
            }}
          />
          <span className="fy-secondary">{t('awayHint')}</span>
        </div>
        <Field label={t('z')} hint={t('zHint')}>
          <input
            inputMode="numeric"
            value={form.zIndex}
            aria-invalid={problems.includes('z')}
            onChange={({ target: { value } }) => {
              onChange({ zIndex: value })
            }}
          />
        </Field>
      </div>
    </>
  )
}

const AWAY = ['hide', 'contact'] as const
