import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { useConnection, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { seenIn, summaryOf, type Seen, type Summary } from './summary.ts'

/** The list is read again a moment after everything was told. */
const SETTLED_MS = 600

/** After a time without the server: what happened meanwhile, until it is read. */
export const Meanwhile = () => {
  const { t } = useTranslation('status')
  const rows = useQuery('conversations.list', { filter: 'all' })
  const state = useConnection()
  const before = useRef<Seen | null>(null)
  const [summary, setSummary] = useState<Summary | null>(null)

  const leave = useEffectEvent(() => {
    if (rows) before.current ??= seenIn(rows)
  })
  const comeBack = useEffectEvent(() => {
    if (before.current && rows) setSummary(summaryOf(before.current, seenIn(rows)))
    before.current = null
  })
  useEffect(() => {
    if (state === 'offline') leave()
    if (state !== 'connected') return undefined
    const timer = setTimeout(() => {
      comeBack()
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [state])

  const parts = summary
    ? [
        ...(summary.messages > 0 ? [t('meanwhile.messages', { count: summary.messages })] : []),
        ...(summary.given > 0 ? [t('meanwhile.given', { count: summary.given })] : []),
        ...(summary.ended > 0 ? [t('meanwhile.ended', { count: summary.ended })] : []),
      ]
    : []
  return (
    <div role="status">
      {summary ? (
        <p className="fy-notice fy-meanwhile">
          {t('meanwhile.title')} {parts.join(t('meanwhile.and'))}
          <Button
            kind="quiet"
            onClick={() => {
              setSummary(null)
            }}
          >
            {t('meanwhile.understood')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
