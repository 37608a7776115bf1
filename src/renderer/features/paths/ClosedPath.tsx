import { useState } from 'react'

import type { PathState } from '../../../domain/paths/path.ts'
import type { Conversation, ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, useNow } from '../../ui/index.ts'
import { usePathWords } from './usePathWords.ts'
import { useStart } from './useStart.ts'

export interface ClosedPathProps {
  readonly conversation: Conversation
  readonly path: Extract<PathState, { open: false }>
  readonly onOpen: (id: ConversationId) => void
}

/** Why nothing can be written here any more, and where it can (R-02-290). */
export const ClosedPath = ({ conversation, path, onOpen }: ClosedPathProps) => {
  const { t } = useTranslation('paths')
  const words = usePathWords()
  const now = useNow(60_000)
  const answer = useQuery('paths.of', { conversationId: conversation.id })
  const starting = useStart(onOpen)
  const run = useRun()
  const errorText = useErrorText()
  const [invited, setInvited] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const invite = async (): Promise<void> => {
    const sent = await run('path.invite', { conversationId: conversation.id, text: '' })
    setInvited(sent.ok)
    setFailure(sent.ok ? null : errorText(sent.code, sent.details))
  }
  const { lastCustomerAt } = conversation
  const others = (answer?.paths ?? []).filter(
    ({ conversationId, hindrance }) => conversationId !== conversation.id && hindrance === null,
  )
  return (
    <>
      <span>
        {lastCustomerAt === null
          ? t('closed.never')
          : t(path.why === 'replies' ? 'closed.replies' : 'closed.since', {
              span: words.span(now - lastCustomerAt),
            })}
      </span>
      {others.map((other) => (
        <Button
          key={other.conversationId}
          onClick={() => {
            void starting.start(other.conversationId)
          }}
        >
          {words.path(other)}
        </Button>
      ))}
      {conversation.channel !== 'im' ? null : invited ? (
        <span role="status">{t('invited')}</span>
      ) : (
        <Button
          onClick={() => {
            void invite()
          }}
        >
          {t('invite')}
        </Button>
      )}
      {failure ? <ErrorLine text={failure} /> : null}
      {starting.refusal ? <ErrorLine text={starting.refusal.text} /> : null}
    </>
  )
}
