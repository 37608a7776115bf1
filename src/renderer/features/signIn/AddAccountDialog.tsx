import { useTranslation } from 'react-i18next'

import { Dialog } from '../../ui/index.ts'
import { SignInForm } from './SignInForm.tsx'

/** Another account beside the one that works: nobody is signed out for it. */
export const AddAccountDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('signIn')
  return (
    <Dialog title={t('add.title')} onClose={onClose}>
      <div className="fy-sign-in">
        <p>{t('add.hint')}</p>
        <SignInForm account="" isBeside failure={null} />
      </div>
    </Dialog>
  )
}
