import { RefreshCw } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton } from '../../ui/index.ts'

export interface PoolActionsProps {
  /** How many are ticked. */
  readonly count: number
  readonly busy: boolean
  readonly refreshing: boolean
  /** Null: the agent may not. */
  readonly onAssign: (() => void) | null
  readonly onRemove: () => void
  readonly onAccept: () => void
  readonly onRefresh: () => void
}

/** What can be done with the ticked customers, and a look at the pool anew. */
export const PoolActions = (props: PoolActionsProps) => {
  const { count, busy, refreshing, onAssign, onRemove, onAccept, onRefresh } = props
  const { t } = useTranslation('pool')
  const disabled = count === 0 || busy
  return (
    <>
      {onAssign ? (
        <Button kind="quiet" disabled={disabled} onClick={onAssign}>
          {t('assign.button')}
        </Button>
      ) : null}
      <Button kind="quiet" disabled={disabled} onClick={onRemove}>
        {t('remove.button')}
      </Button>
      <Button kind="primary" disabled={disabled} onClick={onAccept}>
        {t('accept', { count })}
      </Button>
      <IconButton label={t('refresh')} aria-busy={refreshing} disabled={refreshing} onClick={onRefresh}>
        <RefreshCw />
      </IconButton>
    </>
  )
}
