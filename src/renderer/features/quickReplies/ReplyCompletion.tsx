import type { QuickReplyView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { CompletionList, plainLine } from '../../ui/index.ts'
import { contentLine } from './contentLine.ts'

export interface ReplyCompletionProps {
  readonly id: string
  readonly found: readonly QuickReplyView[]
  readonly active: number
  readonly onChoose: (reply: QuickReplyView) => void
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
}

/** What fits behind a typed "#"; the chosen one is shown whole beside. */
export const ReplyCompletion = ({ id, found, active, onChoose, fill }: ReplyCompletionProps) => {
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
      line={(reply) => <ReplyLine reply={reply} />}
    >
      {chosen ? <ReplyPreview reply={chosen} fill={fill} /> : null}
      <p className="fy-completion-keys">{t('completionKeys')}</p>
    </CompletionList>
  )
}

/** A reply among others that are offered. */
export const ReplyLine = ({ reply: { title, ownerId, groupName } }: { readonly reply: QuickReplyView }) => {
  const { t } = useTranslation('quickReplies')
  return (
    <>
      <span className="fy-cut">{plainLine(title)}</span>
      <span className="fy-secondary fy-cut">
        {`${t(ownerId ? 'own' : 'company')} · ${plainLine(groupName)}`}
      </span>
    </>
  )
}

/** The whole reply as the customer would get it, beside the list. */
export const ReplyPreview = ({
  reply,
  fill,
}: {
  readonly reply: QuickReplyView
  readonly fill: (text: string) => string
}) => (
  <div className="fy-completion-preview" aria-hidden="true">
    {reply.texts.map((text, index) => (
      <p key={index}>{fill(text)}</p>
    ))}
    {reply.files.length > 0 ? <p className="fy-secondary">{contentLine({ ...reply, texts: [] })}</p> : null}
  </div>
)
