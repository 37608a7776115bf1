import { useState } from 'react'

import type { CacheLimits } from '../../../client/api.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Select, Skeleton } from '../../ui/index.ts'
import { bytesText } from '../thread/index.ts'
import { ClearMediaDialog } from './ClearMediaDialog.tsx'
import { useQuota } from './useQuota.ts'

const MB = 1024 * 1024
const MEDIA_LIMITS = [200, 500, 1024, 2048, 5120, 10_240, 20_480, 51_200].map((amount) => amount * MB)
const TEXT_LIMITS = [30, 90, 180, 365, 730, 1825]

/** What this device keeps of what the server has, and how much of it may be (R-06-176). */
export const StoragePage = () => {
  const { t } = useTranslation('settings')
  const run = useRun()
  const errorText = useErrorText()
  const usage = useQuery('storage.usage', {})
  const quota = useQuota(usage)
  const [clearing, setClearing] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const limits = useQuery('cache-limits.get', {})
  if (!usage || !limits) return <Skeleton rows={4} rowHeight={48} />
  const { media, textBytes } = usage
  const save = async (change: Partial<CacheLimits>): Promise<void> => {
    const answer = await run('cache-limits.save', change)
    setFailure(answer.ok ? null : errorText(answer.code))
  }
  return (
    <>
      <p className="fy-secondary">{t('storage.about')}</p>
      <div className="fy-setting" data-setting="media">
        <div className="fy-setting-name">
          <span>{t('own.storage.media')}</span>
          <span className="fy-secondary fy-digits" role="status">
            {t('storage.pictures', { count: media.files, size: bytesText(media.bytes) })}
          </span>
        </div>
        <Button
          disabled={media.files === 0}
          onClick={() => {
            setClearing(true)
          }}
        >
          {t('storage.clear')}
        </Button>
      </div>
      <div className="fy-setting" data-setting="mediaLimit">
        <div className="fy-setting-name">
          <span>{t('own.storage.mediaLimit')}</span>
          <span className="fy-secondary">{t('storage.mediaLimitHint')}</span>
        </div>
        <Select
          label={t('own.storage.mediaLimit')}
          value={limits.mediaBytes}
          options={withChosen(MEDIA_LIMITS, limits.mediaBytes).map((bytes) => [bytes, sizeText(bytes)])}
          onChange={(mediaBytes) => {
            void save({ mediaBytes })
          }}
        />
      </div>
      <div className="fy-setting" data-setting="textLimit">
        <div className="fy-setting-name">
          <span>{t('own.storage.textLimit')}</span>
          <span className="fy-secondary">{t('storage.text', { size: bytesText(textBytes) })}</span>
        </div>
        <Select
          label={t('own.storage.textLimit')}
          value={limits.textDays}
          options={withChosen(TEXT_LIMITS, limits.textDays).map((days) => [
            days,
            days % 365 === 0 ? t('storage.years', { count: days / 365 }) : t('storage.days', { count: days }),
          ])}
          onChange={(textDays) => {
            void save({ textDays })
          }}
        />
      </div>
      {quota ? (
        <p className="fy-secondary">
          {t('storage.quota', { used: bytesText(quota.used), quota: bytesText(quota.quota) })}
        </p>
      ) : null}
      {failure ? <ErrorLine text={failure} /> : null}
      {clearing ? (
        <ClearMediaDialog
          size={bytesText(media.bytes)}
          onClose={() => {
            setClearing(false)
          }}
        />
      ) : null}
    </>
  )
}

/** What was chosen stands among the others, whatever it is. */
const withChosen = (all: readonly number[], chosen: number): number[] =>
  [...new Set([...all, chosen])].toSorted((a, b) => a - b)

/** Whole numbers where the size is one. */
const sizeText = (bytes: number): string => bytesText(bytes).replace('.0 ', ' ')
