import { SendHorizontal } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { usePathState } from '../paths/index.ts'
import { startSaving } from '../thread/index.ts'
import { sortFiles, type Attachment, type Refused } from './attachments.ts'
import { lockOf } from './lock.ts'
import { LockLine } from './LockLine.tsx'
import { QuoteBar } from './QuoteBar.tsx'
import { dropQuote, useHanded, useQuoting } from './store.ts'
import { Toolbar } from './Toolbar.tsx'
import { Tray } from './Tray.tsx'
import { useDraft } from './useDraft.ts'
import { useTyping } from './useTyping.ts'

import './composer.css'

export interface ComposerProps {
  readonly view: ConversationView
  /** Another conversation was chosen: no key may reach this one any more. */
  readonly inert: boolean
  /** Newest message on the screen; the server refuses if a colleague answered after it. */
  readonly seenSeq: number
  readonly sendKey: string
  readonly onAccept: () => void
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
}

/** Where answers are written. Give it the conversation's id as key. */
export const Composer = ({ view, inert, seenSeq, sendKey, onAccept, onOpen }: ComposerProps) => {
  const { t, i18n } = useTranslation('composer')
  const conversationId = view.conversation.id
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me ?? null
  const offline = useQuery('connection.status', {})?.state === 'offline'
  const { text, setText } = useDraft(conversationId)
  const tellTyping = useTyping(conversationId)
  const field = useRef<HTMLTextAreaElement>(null)
  const [attached, setAttached] = useState<readonly Attachment[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const quoting = useQuoting(({ byConversation }) => byConversation.get(conversationId))

  const lock = lockOf(view, me, usePathState(view.conversation))
  const closed = lock?.reason === 'path-closed'
  const tooLong = text.length > TEXT_LIMIT
  const empty = text.trim() === '' && attached.length === 0

  const change = (next: string): void => {
    setText(next)
    setFailure(null)
    tellTyping(next.trim() !== '')
  }

  const attach = (files: readonly File[]): void => {
    const sorted = sortFiles(files, () => crypto.randomUUID())
    setAttached((before) => [...before, ...sorted.taken])
    setRefused(sorted.refused)
  }

  const takeHanded = useEffectEvent((): void => {
    const { handed } = useHanded.getState()
    if (handed?.conversationId !== conversationId) return
    useHanded.setState({ handed: null })
    if (handed.text) change(text.trim() === '' ? handed.text : `${text}\n${handed.text}`)
    if (handed.files.length > 0) attach(handed.files)
    field.current?.focus()
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- handed over before this composer was there
    takeHanded()
    return useHanded.subscribe(() => {
      takeHanded()
    })
  }, [])

  /** The field is cleared only when the outbox has everything on disk (R-06-064). */
  const send = async (): Promise<void> => {
    if (sending || lock || tooLong || empty) return
    setSending(true)
    setFailure(null)
    const written = text
    let left = attached
    for (const { id, file, as, alt } of attached) {
      const answer = await run('file.send', { conversationId, file, name: file.name, as, alt })
      if (!answer.ok) {
        setFailure(errorText(answer.code, answer.details))
        setSending(false)
        return
      }
      left = left.filter((one) => one.id !== id)
      setAttached(left)
    }
    if (written.trim() !== '') {
      const body = { kind: 'text', text: written.trim() } as const
      const saving = startSaving(conversationId, body.text)
      const answer = await run('message.send', { conversationId, body, seenSeq, quote: quoting?.quote })
      if (answer.ok) {
        if (quoting) dropQuote(conversationId, [quoting.quote.messageId])
        saving.saved(answer.value.id)
        // What was typed while the disk was writing stays.
        const now = field.current?.value ?? ''
        setText(now.startsWith(written) ? now.slice(written.length).trimStart() : now)
        tellTyping(false)
      } else {
        saving.failed()
        setFailure(errorText(answer.code, answer.details))
      }
    }
    setSending(false)
    field.current?.focus()
  }

  const insert = (addition: string): void => {
    const element = field.current
    if (!element) return
    element.focus()
    // The browser's own insertion keeps undo; where it is refused the text is set.
    if (!document.execCommand('insertText', false, addition)) {
      element.setRangeText(addition, element.selectionStart, element.selectionEnd, 'end')
      change(element.value)
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Inside a composition the key belongs to the input method, whatever it is (R-03-089).
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.shiftKey) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) insert('\n')
    else void send()
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const files = [...event.clipboardData.files]
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
    event.preventDefault()
    attach(files)
  }

  return (
    <form
      className="fy-composer"
      aria-label={t('region')}
      data-area="composer"
      inert={inert}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {lock ? (
        <LockLine lock={lock} conversation={view.conversation} onAccept={onAccept} onOpen={onOpen} />
      ) : null}
      <Toolbar onEmoji={insert} onQuickReply={insert} onFiles={attach} />
      <Tray
        attached={attached}
        refused={refused}
        onRemove={(id) => {
          setAttached((before) => before.filter((one) => one.id !== id))
        }}
        onDescribe={(id, alt) => {
          setAttached((before) => before.map((one) => (one.id === id ? { ...one, alt } : one)))
        }}
        onDismiss={() => {
          setRefused([])
        }}
      />
      {quoting ? (
        <QuoteBar
          quoting={quoting}
          onDrop={() => {
            dropQuote(conversationId)
            field.current?.focus()
          }}
        />
      ) : null}
      <textarea
        ref={field}
        className="fy-composer-field"
        aria-label={t('field')}
        placeholder={t('placeholder')}
        rows={3}
        disabled={closed}
        value={text}
        aria-invalid={tooLong}
        onChange={(event) => {
          change(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          tellTyping(false)
        }}
      />
      {failure ? <ErrorLine text={failure} /> : null}
      <div className="fy-composer-foot">
        <span className="fy-secondary">{offline ? t('offline') : t('outside')}</span>
        <span className="fy-grow" />
        {text.length >= TEXT_LIMIT * 0.9 ? (
          <span className="fy-composer-count fy-digits" data-over={tooLong || undefined} role="status">
            {t('count', {
              used: text.length.toLocaleString(i18n.language),
              limit: TEXT_LIMIT.toLocaleString(i18n.language),
            })}
          </span>
        ) : null}
        <Button
          kind="primary"
          type="submit"
          disabled={lock !== null || tooLong || empty}
          title={sendKey}
          aria-describedby={lock ? 'fy-composer-lock' : undefined}
        >
          <SendHorizontal aria-hidden="true" />
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
