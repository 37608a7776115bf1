import { useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'

export interface ClearMediaDialogProps {
  readonly size: string
  readonly onClose: () => void
}

/** Asks once: it cannot be taken back, though everything can be fetched again. */
export const ClearMediaDialog = ({ size, onClose }: ClearMediaDialogProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const run = useRun()
  return (
    <Dialog
      title={t('storage.clearTitle', { size })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              void run('media.clear', {})
              onClose()
            }}
          >
            {t('storage.clearDo')}
          </Button>
        </>
      }
    >
      <p>{t('storage.clearText')}</p>
    </Dialog>
  )
}
