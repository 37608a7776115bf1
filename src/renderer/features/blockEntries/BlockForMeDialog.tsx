import type { CustomerId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'
import { useBlocking } from './useBlocking.ts'

export interface BlockForMeDialogProps {
  readonly customerId: CustomerId
  readonly name: string
  readonly onClose: () => void
}

/** Asks before a customer is blocked for oneself; whoever is blocked already can be let in again here. */
export const BlockForMeDialog = ({ customerId, name, onClose }: BlockForMeDialogProps) => {
  const { t } = useTranslation('customer')
  const entries = useQuery('block-entries.own', {})?.entries ?? []
  const { change, busy, failure } = useBlocking()
  const blocked = entries.some((entry) => entry.customerId === customerId)
  const decide = async (): Promise<void> => {
    if (await change(blocked ? 'block-entry.remove' : 'block-entry.add', customerId)) onClose()
  }
  return (
    <Dialog
      title={t(blocked ? 'ownBlock.blocked' : 'ownBlock.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('block.cancel')}</Button>
          <Button
            kind={blocked ? 'primary' : 'danger'}
            disabled={busy}
            onClick={() => {
              void decide()
            }}
          >
            {t(blocked ? 'block.unblock' : 'block.do')}
          </Button>
        </>
      }
    >
      <p>{t(blocked ? 'ownBlock.askUnblock' : 'ownBlock.ask')}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
