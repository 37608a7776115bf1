import { useTranslation } from 'react-i18next'

import type { QuickReplyView } from '../../../client/api.ts'
import { CompletionList, plainLine } from '../../ui/index.ts'
import { contentLine } from './contentLine.ts'

export interface ReplyCompletionProps {
  readonly id: string
  readonly found: readonly QuickReplyView[]
  readonly active: number
  readonly onChoose: (reply: QuickReplyView) => void
}

/** What fits behind a typed "#"; the chosen one is shown whole beside. */
export const ReplyCompletion = ({ id, found, active, onChoose }: ReplyCompletionProps) => {
  const { t } = useTranslation('quickReplies')
  const chosen = found[active]
  return (
    <CompletionList
      id={id}
      label={t('title')}
      items={found}
      keyOf={(reply) => reply.id}
      active={active}
      onChoose={onChoose}
      line={({ title, ownerId, groupName }) => (
        <>
          <span className="fy-cut">{plainLine(title)}</span>
          <span className="fy-secondary fy-cut">
            {`${t(ownerId ? 'own' : 'company')} · ${plainLine(groupName)}`}
          </span>
        </>
      )}
    >
      {chosen ? (
        <div className="fy-completion-preview" aria-hidden="true">
          {chosen.texts.map((text, index) => (
            <p key={index}>{text}</p>
          ))}
          {chosen.files.length > 0 ? (
            <p className="fy-secondary">{contentLine({ ...chosen, texts: [] })}</p>
          ) : null}
        </div>
      ) : null}
      <p className="fy-completion-keys">{t('completionKeys')}</p>
    </CompletionList>
  )
}
