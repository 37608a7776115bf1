import { useTranslation } from '../../../translation/index.ts'
import { minutesOf, type SpanText } from './form.ts'

export interface SpanInputsProps {
  /** What the span belongs to; stands before "from" and "to" for those who do not see it. */
  readonly name: string
  readonly span: SpanText
  readonly onChange: (span: SpanText) => void
}

/** Two times of day; text fields, because the one of the browser does not know 24:00. */
export const SpanInputs = ({ name, span, onChange }: SpanInputsProps) => {
  const { t } = useTranslation('accountCenter')
  const field = (end: 'from' | 'to') => (
    <input
      className="fy-hours-time fy-digits"
      inputMode="numeric"
      value={span[end]}
      aria-label={t(`hours.${end}`, { name })}
      aria-invalid={minutesOf(span) === null}
      onChange={(event) => {
        onChange({ from: span.from, to: span.to, [end]: event.target.value })
      }}
    />
  )
  return (
    <span className="fy-hours-span">
      {field('from')}
      <span aria-hidden="true">{'–'}</span>
      {field('to')}
    </span>
  )
}
