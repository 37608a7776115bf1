import type { Message, Session } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { clockTime, fullTime, plainText, useLanguage } from '../../ui/index.ts'

/** More than anybody reads before answering; the thread has the others. */
const NEWEST = 30

/** What a customer wrote who was accepted from the pool, for as long as they have no answer (R-03-142). */
export const WrittenWhileWaiting = ({ session }: { readonly session: Session }) => {
  const { t } = useTranslation('timeline')
  const language = useLanguage()
  const { conversationId } = session
  const thread = useQuery('thread.messages', { conversationId, limit: NEWEST })
  const written = (thread?.messages ?? []).flatMap((message) => {
    const text = textOf(message, session)
    return text === null ? [] : [{ id: message.id, at: message.at, text }]
  })
  if (written.length === 0) return null
  return (
    <section className="fy-timeline-waiting" aria-label={t('waiting')}>
      <h3>{t('waiting')}</h3>
      <ol>
        {written.map(({ id, at, text }) => (
          <li key={id}>
            <time
              className="fy-secondary"
              dateTime={new Date(at).toISOString()}
              title={fullTime(at, language)}
            >
              {clockTime(at, language)}
            </time>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whether this session waited in the pool and still has no answer. */
export const isUnanswered = ({ state, why, firstReplyAt }: Session): boolean =>
  state !== 'ended' && why.step === 'accepted' && firstReplyAt === null

/** Of the customer's own messages of this session: their text, or the name of what was sent. */
const textOf = ({ sender, sessionId, body }: Message, session: Session): string | null => {
  if (sender.kind !== 'customer' || sessionId !== session.id) return null
  if (body.kind === 'text') return plainText(body.text)
  return 'name' in body ? plainText(body.name) : null
}
