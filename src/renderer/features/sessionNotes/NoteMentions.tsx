import { AtSign } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { NoteMentionRow } from '../../../client/api.ts'
import type { ConversationId, SessionNoteId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, plainLine, serverNow } from '../../ui/index.ts'
import { useShowAlert } from '../alerts/index.ts'
import { useAgentSetting } from '../settings/index.ts'

export interface NoteMentionsProps {
  readonly onOpen: (id: ConversationId, seq: number) => void
}

/** Lines under the top bar: in which notes colleagues named this agent, each with the way there (R-03-189). */
export const NoteMentions = ({ onOpen }: NoteMentionsProps) => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const agents = useQuery('organization.get', {})?.agents ?? []
  const mentions = useQuery('note-mentions.list', {})
  const [failure, setFailure] = useState<{ readonly id: SessionNoteId; readonly text: string } | null>(null)

  const textOf = ({ byAgentId, customerName, customerNumber }: NoteMentionRow): string => {
    const agent = agents.find(({ id }) => id === byAgentId)?.name ?? t('notes.somebody')
    return customerNumber === null
      ? t('notes.namedYou', { agent })
      : t('notes.namedYouBeside', { agent, name: nameOf(customerName, customerNumber) })
  }
  const read = async ({ noteId }: NoteMentionRow): Promise<void> => {
    const answer = await run('note-mention.read', { noteId })
    setFailure(answer.ok ? null : { id: noteId, text: errorText(answer.code, answer.details) })
  }
  const open = (mention: NoteMentionRow): void => {
    onOpen(mention.conversationId, mention.seq)
    void read(mention)
  }
  useNews(mentions, textOf, open)

  return (mentions ?? []).map((mention) => (
    <div key={mention.noteId} className="fy-notice fy-note-mention" role="status">
      <AtSign aria-hidden="true" />
      <span>{textOf(mention)}</span>
      <span className="fy-secondary fy-cut" title={plainLine(mention.text)}>
        {plainLine(mention.text)}
      </span>
      <Button
        kind="primary"
        // It leads there once the conversation has come.
        disabled={mention.customerNumber === null}
        onClick={() => {
          open(mention)
        }}
      >
        {t('notes.goThere')}
      </Button>
      <Button
        onClick={() => {
          void read(mention)
        }}
      >
        {t('notes.seen')}
      </Button>
      {failure?.id === mention.noteId ? <ErrorLine text={failure.text} /> : null}
    </div>
  ))
}

/** Who does not look at the window is told of what is new, like of messages. */
const useNews = (
  mentions: readonly NoteMentionRow[] | undefined,
  textOf: (mention: NoteMentionRow) => string,
  onOpen: (mention: NoteMentionRow) => void,
): void => {
  const showAlert = useShowAlert()
  const { value: wanted, known } = useAgentSetting('alertMessages')
  const { value: withText } = useAgentSetting('alertText')
  const { value: textWhenLocked } = useAgentSetting('alertTextWhenLocked')
  const { value: quietUntil } = useAgentSetting('quietUntil')
  const before = useRef<ReadonlySet<SessionNoteId> | null>(null)
  const look = useEffectEvent((now: readonly NoteMentionRow[]): void => {
    const former = before.current
    before.current = new Set(now.map(({ noteId }) => noteId))
    // What stood there when the window was opened is not new.
    if (former === null || document.hasFocus() || !wanted || quietUntil > serverNow()) return
    for (const mention of now) {
      if (former.has(mention.noteId)) continue
      const title = textOf(mention)
      const text = withText ? plainLine(mention.text) : ''
      const { conversationId } = mention
      const alert = { conversationId, sessionId: null, title, text, textWhenLocked, canReply: false }
      showAlert(alert, () => {
        onOpen(mention)
      })
    }
  })
  useEffect(() => {
    if (mentions && known) look(mentions)
  }, [mentions, known])
}
