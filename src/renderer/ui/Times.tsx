import { Clock } from 'lucide-react'

import { useTranslation } from '../translation/index.ts'
import { useNow } from './now.ts'
import { duration, fullTime, relativeTime, shortTime, type Language } from './time.ts'
import { useLanguage } from './useLanguage.ts'

export interface WaitingTimeProps {
  readonly since: number
  /** From here on the wait is too long; it is then said in words too. */
  readonly limitMs: number
  /** From here on it is long; what is too long has the colour of danger then. */
  readonly soonMs?: number
}

/** A clock that counts how long a customer has been waiting. */
export const WaitingTime = ({ since, limitMs, soonMs }: WaitingTimeProps) => {
  const { t } = useTranslation('common')
  const waited = useNow(1000) - since
  const late = limitMs > 0 && waited >= limitMs
  return (
    <span
      className="fy-waiting"
      data-late={late || undefined}
      data-level={soonMs === undefined ? undefined : late ? 'late' : waited >= soonMs ? 'soon' : undefined}
      title={late ? t('waitingTooLong') : t('waiting')}
    >
      <Clock aria-hidden="true" />
      <span className="fy-hidden">{late ? t('waitingTooLong') : t('waiting')}</span>
      {duration(waited)}
    </span>
  )
}

export const RelativeTime = ({ at }: { readonly at: number }) => {
  const language = useLanguage()
  const now = useNow(60_000)
  return <Stamp at={at} text={relativeTime(at, Math.max(now, at), language)} language={language} />
}

/** The time for a narrow place; it changes when the day does. */
export const ShortTime = ({ at }: { readonly at: number }) => {
  const language = useLanguage()
  // Days change at whole quarters of an hour in every zone.
  const now = useNow(15 * 60_000)
  return <Stamp at={at} text={shortTime(at, now, language)} language={language} />
}

const Stamp = ({
  at,
  text,
  language,
}: {
  readonly at: number
  readonly text: string
  readonly language: Language
}) => (
  <time className="fy-digits" dateTime={new Date(at).toISOString()} title={fullTime(at, language)}>
    {text}
  </time>
)
