import { isOpenAt, opensAfter } from '../../../../domain/hours/businessHours.ts'
import type { BusinessHours } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage, useNow } from '../../../ui/index.ts'

export interface HoursNowProps {
  /** Null: round the clock. */
  readonly hours: BusinessHours | null
  readonly timeZone: string
}

/** What the hours mean at this moment, by the company's clock. */
export const HoursNow = ({ hours, timeZone }: HoursNowProps) => {
  const { t } = useTranslation('accountCenter')
  const language = useLanguage()
  const now = useNow(60_000)
  const open = isOpenAt(hours, timeZone, now)
  const opensAt = opensAfter(hours, timeZone, now)
  return (
    <p className="fy-hours-now" role="status" data-open={open || undefined}>
      <span>
        {open
          ? t('hours.open')
          : opensAt === null
            ? t('hours.neverOpens')
            : t('hours.opens', { when: momentText(opensAt, timeZone, language) })}
        <span className="fy-secondary"> {t('hours.zone', { zone: timeZone })}</span>
      </span>
    </p>
  )
}

const momentText = (at: number, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at)
