import { Wifi, WifiOff } from 'lucide-react'

import { assertNever } from '../../../base/assertNever.ts'
import type { ConnectionStatus } from '../../../client/api.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, duration, useNow } from '../../ui/index.ts'

/** The connection in words, with its age as soon as it is not in order (R-17-011). */
export const ConnectionState = () => {
  const { t } = useTranslation('status')
  const status = useQuery('connection.status', {})
  const run = useRun()
  const errorText = useErrorText()
  if (!status) return null
  const { state, progress, reason } = status
  const text = (): string => {
    switch (state) {
      case 'connected':
        return t('connected')
      case 'connecting':
        return t('connecting')
      case 'syncing':
        return progress === null ? t('syncing') : t('syncingShare', { percent: Math.floor(progress * 100) })
      case 'offline':
        return t('offline')
      case 'limited':
        return reason ? errorText(reason) : t('limited')
      default:
        return assertNever(state)
    }
  }
  const Icon = state === 'offline' || state === 'limited' ? WifiOff : Wifi
  return (
    <span className="fy-status-item" data-state={state}>
      <Icon aria-hidden="true" />
      <span role="status">{text()}</span>
      {state === 'connected' || state === 'limited' ? null : <Age status={status} />}
      {state === 'offline' || state === 'limited' ? (
        <Button
          kind="quiet"
          onClick={() => {
            void run('connection.retry', {})
          }}
        >
          {t('retry')}
        </Button>
      ) : null}
    </span>
  )
}

const Age = ({ status: { since, nextTryAt, clockOffsetMs } }: { readonly status: ConnectionStatus }) => {
  const { t } = useTranslation('status')
  // These two are by the local clock.
  const now = useNow(1000) - clockOffsetMs
  const next = nextTryAt === null ? null : Math.ceil((nextTryAt - now) / 1000)
  return (
    <span className="fy-digits">
      {duration(now - since)}
      {next !== null && next > 0 ? ` · ${t('nextTry', { seconds: next })}` : ''}
    </span>
  )
}
