import { useTranslation } from '../../translation/index.ts'
import { Button, Skeleton } from '../../ui/index.ts'

export interface NotHereProps {
  /** Why they do not come; null: they are being fetched. */
  readonly failure: string | null
  readonly onRetry: () => void
}

/** Stands for messages of which none is on this device. */
export const NotHere = ({ failure, onRetry }: NotHereProps) => {
  const { t } = useTranslation('thread')
  if (failure === null) return <Skeleton rows={6} rowHeight={64} avatar />
  return (
    <div className="fy-thread-empty" role="status">
      {failure}
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  )
}
