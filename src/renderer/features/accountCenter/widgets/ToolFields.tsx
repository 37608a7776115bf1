import { WIDGET_TOOLS } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import type { WidgetForm } from './form.ts'

export interface ToolFieldsProps {
  readonly form: WidgetForm
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** What customers find below the field in which they write (R-18-017). */
export const ToolFields = ({ form, onChange }: ToolFieldsProps) => {
  const { t } = useTranslation('widgets')
  return (
    <fieldset className="fy-widget-tools">
      <legend>{t('tools.title')}</legend>
      {WIDGET_TOOLS.map((tool) => (
        <label key={tool}>
          <input
            type="checkbox"
            checked={form.tools.includes(tool)}
            onChange={({ target: { checked } }) => {
              onChange({
                tools: WIDGET_TOOLS.filter((one) => (one === tool ? checked : form.tools.includes(one))),
              })
            }}
          />
          {t(`tools.${tool}`)}
        </label>
      ))}
    </fieldset>
  )
}
