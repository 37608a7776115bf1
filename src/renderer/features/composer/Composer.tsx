import { useRef } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { splitText } from '../../../domain/messages/splitText.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, useSteady } from '../../ui/index.ts'
import { useAction } from '../actions/index.ts'
import { useSenderName } from '../thread/index.ts'
import { ComposerField } from './ComposerField.tsx'
import { COUNTED_FROM, ComposerFoot } from './ComposerFoot.tsx'
import { ComposerTools } from './ComposerTools.tsx'
import { insertInto } from './insertInto.ts'
import { LeftLine } from './LeftLine.tsx'
import { LockLine } from './LockLine.tsx'
import { QuoteBar } from './QuoteBar.tsx'
import { SendQuestions } from './SendQuestions.tsx'
import { TranslatedBar } from './TranslatedBar.tsx'
import { Tray } from './Tray.tsx'
import { useDraftTranslation } from './useDraftTranslation.ts'
import { useHandedOver } from './useHandedOver.ts'
import { useLock } from './useLock.ts'
import { useOffers } from './useOffers.ts'
import { useReplies } from './useReplies.ts'
import { useSending } from './useSending.ts'
import { useVariables } from './useVariables.ts'
import { useWriting } from './useWriting.ts'
import { useVoice } from './voice/useVoice.ts'
import { VoiceBar } from './voice/VoiceBar.tsx'

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

/** Where answers are written. Give it the conversation's id as key. */
export const Composer = ({ view, inert, seenSeq, sendKey, onAccept, onOpen }: ComposerProps) => {
  const { t } = useTranslation('composer')
  const nameOfSender = useSenderName(view)
  const conversationId = view.conversation.id
  const field = useRef<HTMLTextAreaElement>(null)
  const focus = (): void => field.current?.focus()

  const lock = useLock(view)
  const left = !('customer' in view) && view.left
  const locked = lock !== null || left
  const closed = lock?.reason === 'path-closed' || left

  const writing = useWriting(conversationId)
  const { text, quote, tray, tooLong, empty } = writing
  const fill = useVariables(view)
  const sending = useSending(view, { seenSeq, locked, writing, field, fill })
  const attached = tray.attached.filter(({ id }) => !sending.outgoing.underWay.some((one) => one.id === id))
  useAction('send', inert || locked || tooLong || empty ? null : sending.sendWritten)

  const change = (next: string): void => {
    writing.typed(next)
    sending.typed(next)
  }
  const insert = (addition: string): void => {
    if (field.current) insertInto(field.current, addition, change)
  }
  const replies = useReplies({ field, writing, locked, fill, insert, send: sending.check.send })
  const offers = useOffers(view, {
    text,
    field,
    completion: replies.completion,
    insert,
    onClear: () => {
      change('')
    },
    onReply: (reply) => {
      field.current?.select()
      replies.insertReply(reply)
    },
  })
  const voice = useVoice({
    conversationId,
    closed: closed || inert,
    onRecorded: tray.attach,
    onEnd: focus,
  })
  const onSplit = useSteady(sending.sendInParts)
  const translation = useDraftTranslation(view, { text, inert, locked, field, change })

  useHandedOver(conversationId, { writing, fill, onText: change, onReply: replies.insertReply, onEnd: focus })

  return (
    <form
      className="fy-composer"
      aria-label={t('region')}
      data-area="composer"
      inert={inert}
      onSubmit={(event) => {
        event.preventDefault()
        sending.sendWritten()
      }}
    >
      {left ? <LeftLine /> : null}
      {lock && 'customer' in view ? (
        <LockLine lock={lock} conversation={view.conversation} onAccept={onAccept} onOpen={onOpen} />
      ) : null}
      {closed ? null : (
        <ComposerTools
          view={view}
          inert={inert}
          locked={locked}
          writing={writing}
          replies={replies}
          forLater={sending.forLater}
          voice={voice}
          translation={translation}
          onInsert={insert}
          onEnd={focus}
        />
      )}
      <VoiceBar {...voice} />
      <Tray {...tray} attached={attached} />
      {quote ? (
        <QuoteBar
          quote={quote}
          author={nameOfSender(quote.sender)}
          onDrop={() => {
            writing.change(() => ({ quote: null }))
            focus()
          }}
        />
      ) : null}
      <SendQuestions
        view={view}
        {...sending}
        onDiscard={() => {
          writing.recall.keep(text)
          sending.check.edit()
          change('')
        }}
        onEnd={focus}
      />
      <ComposerField
        field={field}
        writing={writing}
        offers={offers}
        fill={fill}
        closed={closed}
        onType={(next) => {
          replies.typed()
          change(next)
        }}
        onInsert={insert}
        onSend={sending.sendWritten}
      />
      <TranslatedBar {...translation} />
      {sending.failure ? <ErrorLine text={sending.failure} /> : null}
      <ComposerFoot
        outside={'customer' in view}
        length={text.length < COUNTED_FROM ? 0 : text.length}
        locked={locked}
        empty={text.trim() === '' && attached.length === 0}
        sendKey={sendKey}
        parts={tooLong ? splitText(text, TEXT_LIMIT).length : 1}
        onSplit={onSplit}
      />
    </form>
  )
}
