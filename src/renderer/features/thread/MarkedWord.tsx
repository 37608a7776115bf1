import type { Mark } from '../../../domain/messages/marksIn.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Popover } from '../../ui/index.ts'
import { MarkMenu } from './MarkMenu.tsx'

export interface MarkedWordProps {
  readonly mark: Mark
  readonly text: string
  readonly conversationId: ConversationId
}

/** What could be kept of the customer: a click offers to; whoever may not edit customers copies it (R-06-121, R-06-124). */
export const MarkedWord = ({ mark, text, conversationId }: MarkedWordProps) => {
  const { t } = useTranslation('marks')
  const me = useQuery('account.current', {})?.me
  if (!me?.permissions.includes('customer.edit'))
    return (
      <button
        type="button"
        className="fy-mark-word"
        data-tip={t('copy')}
        onClick={() => {
          void navigator.clipboard.writeText(text)
        }}
      >
        {text}
      </button>
    )
  return (
    <Popover
      role="menu"
      label={t('menu', { text })}
      trigger={(trigger) => (
        <button type="button" className="fy-mark-word" {...trigger}>
          {text}
        </button>
      )}
    >
      {(close) => <MarkMenu mark={mark} text={text} conversationId={conversationId} onDone={close} />}
    </Popover>
  )
}
