import type { Message, Session } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { useSourceText } from '../customer/index.ts'
import { MessageText } from './MessageText.tsx'

/** Under the line with which the running session came to an agent: how the customer came, and where they are now (R-03-105). */
export const SourceRow = ({ session }: { readonly session: Session }) => {
  const { t } = useTranslation('thread')
  const sourceText = useSourceText()
  const visitor = useQuery('visitor.of', { conversationId: session.conversationId })
  if (!session.source && !visitor) return null
  return (
    <p className="fy-line-source">
      {session.source ? <bdi>{t('from', { source: sourceText(session.source) })}</bdi> : null}
      {session.source && visitor ? ' · ' : null}
      {visitor ? (
        <span>
          {visitor.title === '' ? t('nowOnPage') : t('nowOn', { title: plainLine(visitor.title) })}{' '}
          <MessageText text={visitor.url} />
        </span>
      ) : null}
    </p>
  )
}

/** Whether the line says that the session came to an agent. */
export const isBeginningOf = ({ sessionId, body }: Message, session: Session): boolean =>
  body.kind === 'system' && body.code === 'session-assigned' && sessionId === session.id
