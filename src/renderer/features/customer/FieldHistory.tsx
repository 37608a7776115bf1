import { History } from 'lucide-react'

import type { ConversationId, FieldKey, FieldValue } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { fullTime, IconButton, plainLine, Popover, Skeleton, useLanguage } from '../../ui/index.ts'

export interface FieldHistoryProps {
  readonly conversationId: ConversationId
  readonly field: FieldKey
  readonly label: string
  /** How a value of the field is written where it is no text. */
  readonly textOf?: (value: string) => string
}

/** The last changes of a field, asked for when somebody wants to see them (R-03-127). */
export const FieldHistory = ({ label, ...rest }: FieldHistoryProps) => {
  const { t } = useTranslation('customer')
  return (
    <Popover
      label={t('history.title', { name: label })}
      align="end"
      trigger={(trigger) => (
        <IconButton label={t('history.button', { name: label })} className="fy-edit-tool" {...trigger}>
          <History aria-hidden="true" />
        </IconButton>
      )}
    >
      {() => <Changes {...rest} />}
    </Popover>
  )
}

const Changes = ({ conversationId, field, textOf = (value) => value }: Omit<FieldHistoryProps, 'label'>) => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const agents = useQuery('organization.get', {})?.agents
  const answer = useQuery('customer.changes', { conversationId, field })
  if (answer === undefined) return <Skeleton rows={3} rowHeight={32} />
  if (answer === null) return <p className="fy-secondary">{t('history.unknown')}</p>
  if (answer.changes.length === 0) return <p className="fy-secondary">{t('history.none')}</p>
  const valueText = (value: FieldValue): string => {
    const texts = typeof value === 'string' ? [value] : value
    return plainLine(texts.map(textOf).filter(Boolean).join(', ')) || t('none')
  }
  return (
    <ol className="fy-changes">
      {answer.changes.map(({ at, byId, from, to }) => (
        <li key={at}>
          <span>
            <s>{valueText(from)}</s> {`→ ${valueText(to)}`}
          </span>
          <span className="fy-secondary">
            {`${agents?.find(({ id }) => id === byId)?.name ?? t('none')} · ${fullTime(at, language)}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
