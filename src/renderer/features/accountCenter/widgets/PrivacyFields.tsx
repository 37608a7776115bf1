import { WIDGET_COOKIES } from '../../../../protocol/model/widgetDefaults.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Segments } from '../../../ui/index.ts'
import type { WidgetForm } from './form.ts'

export interface PrivacyFieldsProps {
  readonly form: WidgetForm
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** How long a browser remembers the visitor (R-15-084). */
export const PrivacyFields = ({ form, onChange }: PrivacyFieldsProps) => {
  const { t } = useTranslation('widgets')
  return (
    <div className="fy-form-field">
      <span>{t('cookies')}</span>
      <Segments
        label={t('cookies')}
        value={form.cookies}
        options={WIDGET_COOKIES.map((one) => [one, t(`cookieModes.${one}`)] as const)}
        onChange={(cookies) => {
          onChange({ cookies })
        }}
      />
      <span className="fy-secondary">{t(`cookieHints.${form.cookies}`)}</span>
    </div>
  )
}
