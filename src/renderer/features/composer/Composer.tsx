import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import { useTranslation } from 'react-i18next'

import type { OpenView } from '../../../client/api.ts'
import { splitText } from '../../../domain/messages/splitText.ts'
import { variablesIn } from '../../../domain/quickReplies/variables.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { ErrorLine, useSteady } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import { ReplyCompletion } from '../quickReplies/index.ts'
import { ScheduleButton } from '../scheduled/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { useSenderName } from '../thread/index.ts'
import { COUNTED_FROM, ComposerFoot } from './ComposerFoot.tsx'
import { EmptyVariables } from './EmptyVariables.tsx'
import { meaningOfEnter } from './enterKey.ts'
import { insertInto } from './insertInto.ts'
import { LeftLine } from './LeftLine.tsx'
import { LockLine } from './LockLine.tsx'
import { MentionList } from './MentionList.tsx'
import { NoteButton } from './NoteButton.tsx'
import { cellsIn, PasteChoice, type Cells } from './PasteChoice.tsx'
import { QuoteBar } from './QuoteBar.tsx'
import { SendStop } from './SendStop.tsx'
import { SlashList } from './SlashList.tsx'
import { giveBack, useHanded, useUnquotable } from './store.ts'
import { Toolbar } from './Toolbar.tsx'
import { Tray } from './Tray.tsx'
import { useAttachments } from './useAttachments.ts'
import { useDraft } from './useDraft.ts'
import { useEntersAhead, without } from './useEntersAhead.ts'
import { useLock } from './useLock.ts'
import { useMentions } from './useMentions.ts'
import { useOutgoing } from './useOutgoing.ts'
import { useRecall } from './useRecall.ts'
import { useReplies } from './useReplies.ts'
import { useSend } from './useSend.ts'
import { useSendCheck } from './useSendCheck.ts'
import { useSendHold } from './useSendHold.ts'
import { useSlash } from './useSlash.ts'
import { useTyping } from './useTyping.ts'
import { useVoice } from './voice/useVoice.ts'
import { VoiceBar } from './voice/VoiceBar.tsx'
import { VoiceButton } from './voice/VoiceButton.tsx'

import './composer.css'

export interface ComposerProps {
  readonly view: OpenView
  /** Another conversation was chosen: no key may reach this one any more. */
  readonly inert: boolean
  /** Newest message on the screen; the server refuses if a colleague answered after it. */
  readonly seenSeq: number
  readonly sendKey: string
  readonly onAccept: () => void
  /** Another conversation with the same customer. */
  readonly onOpen: (id: ConversationId) => void
}

const NOBODY = [] as const
/** What is offered above the field. */
const OFFERED = 'fy-composer-offered'

/** Where answers are written. Give it the conversation's id as key. */
export const Composer = ({ view, inert, seenSeq, sendKey, onAccept, onOpen }: ComposerProps) => {
  const { t } = useTranslation('composer')
  const { value: sendsBy } = useAgentSetting('sendKey')
  const conversationId = view.conversation.id
  const draft = useDraft(conversationId)
  const { text } = draft
  const setText = (next: string): void => {
    draft.change(() => ({ text: next }))
  }
  const tellTyping = useTyping(conversationId)
  const field = useRef<HTMLTextAreaElement>(null)
  const tray = useAttachments(draft)
  const unquotable = useUnquotable(({ ids }) => draft.quote !== null && ids.has(draft.quote.messageId))
  const quote = unquotable ? null : draft.quote
  const nameOfSender = useSenderName(view)
  const hold = useSendHold(conversationId)
  const sending = useSend(conversationId, { seenSeq, quote, bytesOf: tray.bytesOf, holdMs: hold.ms })
  const [cells, setCells] = useState<Cells | null>(null)

  const lock = useLock(view)
  const left = !('customer' in view) && view.left
  const locked = lock !== null || left
  const closed = lock?.reason === 'path-closed' || left
  const tooLong = text.length > TEXT_LIMIT
  const empty = text.trim() === '' && tray.attached.length === 0
  const voice = useVoice({
    conversationId,
    closed: closed || inert,
    onRecorded: tray.attach,
    onEnd: () => field.current?.focus(),
  })

  const recall = useRecall(conversationId, (recalled) => {
    setText(recalled)
  })

  const change = (next: string): void => {
    setText(next)
    recall.follow(next)
    sending.forget()
    outgoing.giveUp()
    check.noteTyped(next)
    tellTyping(next.trim() !== '')
  }

  const insert = (addition: string): void => {
    if (field.current) insertInto(field.current, addition, change)
  }

  const outgoing = useOutgoing({
    ...sending,
    locked,
    onFileSent: tray.remove,
    onKept: hold.offerUndo,
    onWritten: (written) => {
      recall.keep(written)
      draft.change(() => ({ quote: null }))
      // What was typed while the disk was writing stays.
      setText(without(field.current?.value ?? '', written))
      ahead.written(written)
      tellTyping(false)
    },
    onEnd: () => field.current?.focus(),
  })
  const check = useSendCheck(view, seenSeq, outgoing)
  const { completion, ...replies } = useReplies({
    ...{ view, field, text, setText, tray, insert },
    locked,
    send: check.send,
  })
  const sendUpTo = (value: string): void => {
    const said = replies.fill(value.trim())
    check.send({ texts: said === '' ? [] : [said], files: tray.attached, written: value })
  }
  const isHindered = locked || check.stop !== null || outgoing.asking !== null || sending.failure !== null
  const ahead = useEntersAhead(() => !outgoing.isBusy() && !check.isBusy(), isHindered ? '' : text, sendUpTo)
  const sendWritten = (): void => {
    if (tooLong || empty) return
    if (outgoing.isBusy() || check.isBusy()) ahead.add(text)
    else sendUpTo(text)
  }

  /** Null: there is nothing to send, or something in it is not known yet. */
  const forLater = () => {
    const said = replies.fill(text.trim())
    return said === '' || variablesIn(said).length > 0
      ? null
      : { text: said, quoteId: quote?.messageId ?? null }
  }

  useAction('send', inert || locked || tooLong || empty ? null : sendWritten)
  const track = ({ value, selectionStart }: HTMLTextAreaElement): void => {
    completion.track(value, selectionStart)
    mentions.track(value, selectionStart)
    draft.noteCaret(selectionStart)
  }

  // A key that is typed renders the field, and not the tools above it.
  const onEmoji = useSteady(insert)
  const onInsertReply = useSteady(replies.insertReply)
  const onSendReply = useSteady(replies.sendReply)
  const onFiles = useSteady(tray.attach)
  const written = useSteady(forLater)
  const onBack = useSteady((back: string) => {
    giveBack(conversationId, { text: back, files: [], quote: null })
  })
  const onScheduled = useSteady(() => {
    recall.keep(text)
    draft.change(() => ({ text: '', quote: null }))
    field.current?.focus()
  })

  const onSplit = useSteady(() => {
    check.send({ texts: splitText(replies.fill(text), TEXT_LIMIT), files: tray.attached, written: text })
  })

  // Said here and not below, so that the tools see only these answers and not all that they follow from.
  const canWait = !locked && !tooLong && tray.attached.length === 0 && forLater() !== null
  const outside = 'customer' in view
  const inSession = view.session !== null

  const slash = useSlash(text, () => {
    change('')
  })
  const { conversation } = view
  const members = 'kind' in conversation && conversation.kind === 'adhoc' ? conversation.memberIds : NOBODY
  const mentions = useMentions(members, (name, start) => {
    const { current } = field
    if (!current) return
    current.setSelectionRange(start, current.selectionStart)
    insert(`@${name} `)
  })
  const offers = [completion, slash, mentions].find(({ found }) => found.length > 0)

  const takeHanded = useEffectEvent((): void => {
    const { handed } = useHanded.getState()
    if (handed?.conversationId !== conversationId) return
    useHanded.setState({ handed: null })
    const words = replies.fill(handed.text)
    const { quote: handedQuote } = handed
    if (handedQuote)
      draft.change((before) => ({ quote: words ? (before.quote ?? handedQuote) : handedQuote }))
    if (words) change(text.trim() === '' ? words : `${text}\n${words}`)
    const ofDevice = handed.files.filter((file) => file instanceof File)
    const ofServer = handed.files.flatMap((file) => (file instanceof File ? [] : [file]))
    if (ofDevice.length > 0) tray.attach(ofDevice)
    if (ofServer.length > 0) tray.attachStored(ofServer)
    if (handed.reply) replies.insertReply(handed.reply)
    field.current?.focus()
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- handed over before this composer was there
    takeHanded()
    return useHanded.subscribe(() => {
      takeHanded()
    })
  }, [])

  const { caret } = draft
  useLayoutEffect(() => {
    // As it was left, here or on another device: the writing goes on there.
    if (caret !== null) field.current?.setSelectionRange(caret, caret)
  }, [caret])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Inside a composition the key belongs to the input method, whatever it is (R-03-089).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (completion.onKey(event) || slash.onKey(event) || mentions.onKey(event) || recall.onKey(event, text))
      return
    const meaning = meaningOfEnter(event, sendsBy)
    if (meaning === null) return
    event.preventDefault()
    if (meaning === 'break') insert('\n')
    // Held down, it would answer what is asked before it is read.
    else if (!event.repeat) sendWritten()
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const files = [...event.clipboardData.files]
    const found = cellsIn(event.clipboardData)
    if (found) {
      event.preventDefault()
      setCells(found)
      return
    }
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
    event.preventDefault()
    tray.attach(files)
  }

  return (
    <form
      className="fy-composer"
      aria-label={t('region')}
      data-area="composer"
      inert={inert}
      onSubmit={(event) => {
        event.preventDefault()
        sendWritten()
      }}
    >
      {left ? <LeftLine /> : null}
      {lock && 'customer' in view ? (
        <LockLine lock={lock} conversation={view.conversation} onAccept={onAccept} onOpen={onOpen} />
      ) : null}
      {closed ? null : (
        <Toolbar
          onEmoji={onEmoji}
          onInsertReply={onInsertReply}
          onSendReply={locked ? null : onSendReply}
          onFiles={onFiles}
        >
          <VoiceButton {...voice} />
          {outside ? (
            <ScheduleButton
              conversationId={conversationId}
              inert={inert}
              possible={canWait}
              written={written}
              onScheduled={onScheduled}
              onBack={onBack}
            />
          ) : null}
          {inSession ? <NoteButton conversationId={conversationId} inert={inert} /> : null}
        </Toolbar>
      )}
      <VoiceBar {...voice} />
      <Tray {...tray} />
      {quote ? (
        <QuoteBar
          quote={quote}
          author={nameOfSender(quote.sender)}
          onDrop={() => {
            draft.change(() => ({ quote: null }))
            field.current?.focus()
          }}
        />
      ) : null}
      {cells ? (
        <PasteChoice
          onText={() => {
            setCells(null)
            insert(cells.text)
          }}
          onPicture={() => {
            setCells(null)
            tray.attach([cells.picture])
            field.current?.focus()
          }}
        />
      ) : null}
      {check.stop ? (
        <SendStop
          view={view}
          stop={check.stop}
          onSend={check.goOn}
          onEdit={() => {
            check.edit()
            field.current?.focus()
          }}
          onDiscard={() => {
            recall.keep(text)
            check.edit()
            change('')
            field.current?.focus()
          }}
        />
      ) : null}
      {outgoing.asking ? (
        <EmptyVariables
          variables={[...new Set(outgoing.asking.texts.flatMap(variablesIn))]}
          onSend={(values) => {
            outgoing.answer(values)
            // Not when the disk has it: what is typed from here on belongs into the field.
            field.current?.focus()
          }}
          onBack={() => {
            outgoing.giveUp()
            field.current?.focus()
          }}
        />
      ) : null}
      {completion.found.length > 0 ? (
        <ReplyCompletion
          id={OFFERED}
          found={completion.found}
          active={completion.active}
          onChoose={completion.choose}
        />
      ) : null}
      {slash.found.length > 0 ? <SlashList id={OFFERED} slash={slash} /> : null}
      {mentions.found.length > 0 ? <MentionList id={OFFERED} mentions={mentions} /> : null}
      <textarea
        ref={field}
        className="fy-composer-field"
        aria-label={t('field')}
        aria-controls={offers ? OFFERED : undefined}
        aria-activedescendant={offers ? `${OFFERED}-${offers.active}` : undefined}
        placeholder={closed ? undefined : t(`placeholder.${sendsBy}`)}
        rows={3}
        disabled={closed}
        value={text}
        aria-invalid={tooLong}
        onChange={({ target, nativeEvent }) => {
          replies.typed()
          change(target.value)
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) track(target)
        }}
        onCompositionEnd={({ currentTarget }) => {
          track(currentTarget)
        }}
        onSelect={({ currentTarget, nativeEvent }) => {
          if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) track(currentTarget)
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          tellTyping(false)
        }}
      />
      {sending.failure ? <ErrorLine text={sending.failure} /> : null}
      <ComposerFoot
        outside={outside}
        length={text.length < COUNTED_FROM ? 0 : text.length}
        locked={locked}
        empty={empty}
        sendKey={sendKey}
        parts={tooLong ? splitText(text, TEXT_LIMIT).length : 1}
        onSplit={onSplit}
      />
    </form>
  )
}
