import { StickyNote } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { ConversationId, Session, SessionNoteId } from '../../../protocol/model/index.ts'
import { SESSION_NOTE_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { useAction, useKeyLabel, useLayer } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { meaningOfEnter } from './enterKey.ts'
import { insertInto } from './insertInto.ts'
import { MentionList } from './MentionList.tsx'
import { setNoting } from './noting.ts'
import { useDraft } from './useDraft.ts'
import { useMentions } from './useMentions.ts'

export interface NoteComposerProps {
  readonly session: Session
  readonly inert: boolean
}

/** What is offered above the field. */
const OFFERED = 'fy-note-offered'

/** What is begun as a note never becomes an answer: it has a draft of its own. */
const draftIdOf = (conversationId: ConversationId): ConversationId =>
  `note-${conversationId}` as ConversationId

/** Writes to colleagues in the place of the answer, and unlike it: yellow, named, and over when it is saved (R-03-189). */
export const NoteComposer = ({ session, inert }: NoteComposerProps) => {
  const { t } = useTranslation('composer')
  const run = useRun()
  const errorText = useErrorText()
  const key = useKeyLabel('note')
  const { value: sendKey } = useAgentSetting('sendKey')
  const { text, change } = useDraft(draftIdOf(session.conversationId))
  const field = useRef<HTMLTextAreaElement>(null)
  const [id] = useState(() => crypto.randomUUID() as SessionNoteId)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const close = (): void => {
    setNoting(null)
  }
  useLayer(inert ? null : close)
  useAction('note', inert ? null : close)
  useEffect(() => {
    field.current?.focus()
  }, [])
  useEffect(() => {
    // Only now its draft is known to be empty.
    if (saved) setNoting(null)
  }, [saved])
  const mentions = useMentions('all', (name, start) => {
    const { current } = field
    if (!current) return
    current.setSelectionRange(start, current.selectionStart)
    insertInto(current, `@${name} `, (next) => {
      change(() => ({ text: next }))
    })
  })
  const offered = mentions.found.length > 0
  const { length } = text.trim()
  const ready = length > 0 && length <= SESSION_NOTE_LIMITS.text && !busy

  const save = async (): Promise<void> => {
    if (!ready) return
    setBusy(true)
    const answer = await run('session-note.save', { id, sessionId: session.id, text: text.trim() })
    setBusy(false)
    setFailure(answer.ok ? null : errorText(answer.code, answer.details))
    if (!answer.ok) return
    change(() => ({ text: '' }))
    setSaved(true)
  }

  return (
    <form
      className="fy-composer"
      aria-label={t('note.region')}
      data-area="composer"
      data-note
      inert={inert}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="fy-composer-note">
        <StickyNote aria-hidden="true" />
        <b>{t('note.label')}</b>
        <span>{t('note.hint')}</span>
      </p>
      {offered ? <MentionList id={OFFERED} mentions={mentions} label={t('note.colleagues')} /> : null}
      <textarea
        ref={field}
        className="fy-composer-field"
        aria-label={t('note.field')}
        placeholder={t('note.placeholder')}
        aria-controls={offered ? OFFERED : undefined}
        aria-activedescendant={offered ? `${OFFERED}-${mentions.active}` : undefined}
        rows={3}
        value={text}
        onChange={({ target, nativeEvent }) => {
          change(() => ({ text: target.value }))
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing))
            mentions.track(target.value, target.selectionStart)
        }}
        onCompositionEnd={({ currentTarget }) => {
          mentions.track(currentTarget.value, currentTarget.selectionStart)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (mentions.onKey(event)) return
          if (meaningOfEnter(event, sendKey) !== 'send') return
          event.preventDefault()
          void save()
        }}
      />
      {failure ? <ErrorLine text={failure} /> : null}
      <div className="fy-composer-foot">
        <span className="fy-grow" />
        {length >= SESSION_NOTE_LIMITS.text * 0.9 ? (
          <span
            className="fy-composer-count fy-digits"
            role="status"
            data-over={length > SESSION_NOTE_LIMITS.text || undefined}
          >
            {t('count', { used: length, limit: SESSION_NOTE_LIMITS.text })}
          </span>
        ) : null}
        <Button onClick={close} title={key}>
          {t('note.back')}
        </Button>
        <Button type="submit" disabled={!ready}>
          {t('note.save')}
        </Button>
      </div>
    </form>
  )
}
