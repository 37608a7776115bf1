import { ListTodo } from 'lucide-react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAction } from '../actions/index.ts'

export interface TodosButtonProps {
  readonly open: boolean
  readonly onClick: () => void
}

/** Opens what the agent has put off; the number is of what has come back, and of what could not be sent at its time. */
export const TodosButton = ({ open, onClick }: TodosButtonProps) => {
  const { t } = useTranslation('todos')
  const rows = useQuery('reminders.list', {}) ?? []
  const scheduled = useQuery('scheduled-messages.list', {}) ?? []
  const count =
    rows.filter(({ rungAt }) => rungAt !== null).length +
    scheduled.filter(({ failure }) => failure !== null).length
  useAction('todos', onClick)
  return (
    <button type="button" className="fy-status-item" aria-expanded={open} onClick={onClick}>
      <ListTodo aria-hidden="true" />
      {t('panel.button', { count })}
    </button>
  )
}
