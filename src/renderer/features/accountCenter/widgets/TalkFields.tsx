import { useTranslation } from '../../../translation/index.ts'
import { Segments } from '../../../ui/index.ts'
import { Tick } from '../Tick.tsx'
import type { WidgetForm } from './form.ts'

export interface TalkFieldsProps {
  readonly form: WidgetForm
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** How messages stand in the window, and what each side sees of the other's reading and writing (R-06-094, R-06-095). */
export const TalkFields = ({ form, onChange }: TalkFieldsProps) => {
  const { t } = useTranslation('widgets')
  return (
    <>
      <div className="fy-form-field">
        <span>{t('messageStyle')}</span>
        <Segments
          label={t('messageStyle')}
          value={form.messageStyle}
          options={STYLES.map((style) => [style, t(`messageStyles.${style}`)] as const)}
          onChange={(messageStyle) => {
            onChange({ messageStyle })
          }}
        />
      </div>
      <Tick
        text={t('showsReads')}
        hint={t('showsReadsHint')}
        on={form.showsReads}
        onChange={(showsReads) => {
          onChange({ showsReads })
        }}
      />
      <Tick
        text={t('showsTyped')}
        hint={t('showsTypedHint')}
        on={form.showsTyped}
        onChange={(showsTyped) => {
          onChange({ showsTyped })
        }}
      />
    </>
  )
}

const STYLES = ['bubbles', 'lines'] as const
