import { useTranslation } from '../../translation/index.ts'
import { Dialog } from '../../ui/index.ts'
import { NetworkForm } from './NetworkForm.tsx'

/** The network before anybody is signed in, when nothing can be reached without it. */
export const NetworkDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('network')
  return (
    <Dialog title={t('title')} width={480} onClose={onClose}>
      <NetworkForm />
    </Dialog>
  )
}
