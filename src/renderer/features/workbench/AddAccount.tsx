import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { AddAccountDialog } from '../signIn/index.ts'

/** Another account takes this one's place as soon as it has signed in: what would wait meanwhile is said before (R-17-053). */
export const AddAccount = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('workbench')
  const running = useQuery('conversations.list', { filter: 'in-session' })?.length ?? 0
  const unsent = useQuery('connection.status', {})?.outbox ?? 0
  return (
    <AddAccountDialog onClose={onClose}>
      {running > 0 ? <p>{t('leave.running', { count: running })}</p> : null}
      {unsent > 0 ? <p>{t('switching.unsent', { count: unsent })}</p> : null}
    </AddAccountDialog>
  )
}
