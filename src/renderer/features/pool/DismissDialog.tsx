import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'

export interface DismissDialogProps {
  readonly count: number
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before waiting customers are taken out of the pool (R-02-122). */
export const DismissDialog = ({ count, onConfirm, onClose }: DismissDialogProps) => {
  const { t } = useTranslation('pool')
  return (
    <Dialog
      title={t('remove.title', { count })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('remove.keep')}</Button>
          <Button kind="danger" onClick={onConfirm}>
            {t('remove.button')}
          </Button>
        </>
      }
    >
      <p>{t('remove.ask')}</p>
    </Dialog>
  )
}
