import type { ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Dialog } from '../../ui/index.ts'
import { SignInForm } from './SignInForm.tsx'

export interface AddAccountDialogProps {
  readonly onClose: () => void
  /** What waits meanwhile with the account that works. */
  readonly children: ReactNode
}

/** Another account beside the one that works: nobody is signed out for it. */
export const AddAccountDialog = ({ onClose, children }: AddAccountDialogProps) => {
  const { t } = useTranslation('signIn')
  return (
    <Dialog title={t('add.title')} onClose={onClose}>
      <div className="fy-sign-in">
        {children}
        <p>{t('add.hint')}</p>
        <SignInForm account="" isBeside failure={null} />
      </div>
    </Dialog>
  )
}
