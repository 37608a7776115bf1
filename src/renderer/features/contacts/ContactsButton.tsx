import { BookUser } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { useAction } from '../actions/index.ts'

export interface ContactsButtonProps {
  readonly open: boolean
  readonly onClick: () => void
}

/** Opens the address book from the bottom of the workbench. */
export const ContactsButton = ({ open, onClick }: ContactsButtonProps) => {
  const { t } = useTranslation('contacts')
  useAction('contacts', onClick)
  return (
    <button type="button" className="fy-status-item" aria-expanded={open} onClick={onClick}>
      <BookUser aria-hidden="true" />
      {t('title')}
    </button>
  )
}
