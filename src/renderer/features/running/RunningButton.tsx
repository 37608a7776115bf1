import { MessagesSquare } from 'lucide-react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAction } from '../actions/index.ts'

export interface RunningButtonProps {
  readonly open: boolean
  readonly onClick: () => void
}

/** Opens the sessions of colleagues from the bottom of the workbench; nothing for whoever watches nobody. */
export const RunningButton = ({ open, onClick }: RunningButtonProps) => {
  const { t } = useTranslation('running')
  const watches = useQuery('account.current', {})?.me?.permissions.includes('monitor.view') ?? false
  useAction('running', watches ? onClick : null)
  if (!watches) return null
  return (
    <button type="button" className="fy-status-item" aria-expanded={open} onClick={onClick}>
      <MessagesSquare aria-hidden="true" />
      {t('title')}
    </button>
  )
}
