import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'

/** Why a save takes its time: the server is away, and what is saved waits for it for a while. */
export const SaveWaits = () => {
  const { t } = useTranslation('accountCenter')
  const state = useQuery('connection.status', {})?.state
  return (
    <span className="fy-secondary fy-grow" role="status">
      {state === undefined || state === 'connected' ? '' : t('saveWaits')}
    </span>
  )
}
