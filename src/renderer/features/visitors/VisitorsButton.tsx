import { Eye } from 'lucide-react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAction } from '../actions/index.ts'

export interface VisitorsButtonProps {
  readonly open: boolean
  readonly onClick: () => void
}

/** Opens the list from the bottom of the workbench; nothing for whoever may not see it, or where nobody is listed. */
export const VisitorsButton = ({ open, onClick }: VisitorsButtonProps) => {
  const { t } = useTranslation('visitors')
  const me = useQuery('account.current', {})?.me
  const invitations = useQuery('organization.get', {})?.invitations
  const listed = me?.permissions.includes('visitor.view') === true && invitations?.visitorList === true
  useAction('visitors', listed ? onClick : null)
  if (!listed) return null
  return (
    <button type="button" className="fy-status-item" aria-expanded={open} onClick={onClick}>
      <Eye aria-hidden="true" />
      {t('title')}
      {invitations.manual ? <VisitorCount /> : null}
    </button>
  )
}

/** Only while they can be invited (R-02-242). */
const VisitorCount = () => {
  const count = useQuery('visitors.count', {})?.count
  return count === undefined ? null : <b className="fy-digits">{count}</b>
}
