import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog } from '../../ui/index.ts'

export interface SecretDialogProps {
  readonly secret: string
  readonly onClose: () => void
}

/** The secret that signs what a program of the company's is asked, told this one time. */
export const SecretDialog = ({ secret, onClose }: SecretDialogProps) => {
  const { t } = useTranslation('accountCenter')
  return (
    <Dialog
      title={t('secret.title')}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('secret.done')}
        </Button>
      }
    >
      <p>{t('secret.about')}</p>
      <input className="fy-secret" readOnly value={secret} aria-label={t('secret.title')} />
    </Dialog>
  )
}
