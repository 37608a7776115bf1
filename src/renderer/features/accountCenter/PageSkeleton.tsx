import { useQuery, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Skeleton } from '../../ui/index.ts'

/** Stands where the settings will; without a connection it says so and tries again when asked. */
export const PageSkeleton = ({
  rows,
  rowHeight = 44,
}: {
  readonly rows: number
  readonly rowHeight?: number
}) => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const state = useQuery('connection.status', {})?.state
  return state === 'offline' ? (
    <ErrorLine text={t('notLoaded')}>
      <Button
        onClick={() => {
          void run('connection.retry', {})
        }}
      >
        {t('retry')}
      </Button>
    </ErrorLine>
  ) : (
    <Skeleton rows={rows} rowHeight={rowHeight} />
  )
}
