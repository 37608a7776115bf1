import type { QueryResult } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { usePathWords } from '../paths/index.ts'

export interface ThreadChooserProps {
  readonly answer: QueryResult<'customer.threads'> | undefined
  readonly chosen: ConversationId
  readonly onChoose: (id: ConversationId) => void
}

/** The ways on which the customer has messages; of those that are not for this agent only how many there are (R-03-149). */
export const ThreadChooser = ({ answer, chosen, onChoose }: ThreadChooserProps) => {
  const { t } = useTranslation('history')
  const { t: ofThread } = useTranslation('thread')
  const words = usePathWords()
  const threads = answer?.threads ?? []
  const hidden = threads.filter(({ readable }) => !readable).reduce((sum, { messages }) => sum + messages, 0)
  const readable = threads.filter((thread) => thread.readable)
  return (
    <>
      {readable.length > 1 ? (
        <ul className="fy-history-threads" aria-label={t('threads')}>
          {readable.map(({ conversationId, channel, faceAgentId, messages }) => (
            <li key={conversationId}>
              <button
                type="button"
                aria-pressed={conversationId === chosen}
                onClick={() => {
                  onChoose(conversationId)
                }}
              >
                <span className="fy-cut">
                  {`${ofThread(`channel.${channel}`)} · ${words.face(
                    faceAgentId === null ? { kind: 'organization' } : { kind: 'agent', agentId: faceAgentId },
                  )}`}
                </span>
                <span className="fy-secondary fy-digits">{messages}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? <p className="fy-secondary">{t('hidden', { count: hidden })}</p> : null}
    </>
  )
}
