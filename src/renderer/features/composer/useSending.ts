import type { RefObject } from 'react'

import type { OpenView } from '../../../client/api.ts'
import { splitText } from '../../../domain/messages/splitText.ts'
import { variablesIn } from '../../../domain/quickReplies/variables.ts'
import type { MessageId } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useEntersAhead, without } from './useEntersAhead.ts'
import { useOutgoing, type OutgoingState } from './useOutgoing.ts'
import { useSend } from './useSend.ts'
import { useSendCheck, type SendCheck } from './useSendCheck.ts'
import { useSendHold } from './useSendHold.ts'
import type { Writing } from './useWriting.ts'

export interface SendingOptions {
  /** Newest message on the screen; the server refuses if a colleague answered after it. */
  readonly seenSeq: number
  readonly locked: boolean
  readonly writing: Writing
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
}

export interface Sending {
  readonly failure: string | null
  /** What stops it, and the way on. */
  readonly check: SendCheck
  /** What has to be known before, and the way on. */
  readonly outgoing: Pick<OutgoingState, 'underWay' | 'asking' | 'answer' | 'giveUp'>
  /** Enter: what stands in the field now, behind what is still on its way. */
  readonly sendWritten: () => void
  /** A text that is too long, in messages that are not. */
  readonly sendInParts: () => void
  /** Null: there is nothing to send later, or something in it is not known yet. */
  readonly forLater: () => { readonly text: string; readonly quoteId: MessageId | null } | null
  /** What was asked, or went wrong, belongs to another text than the one that stands there now. */
  readonly typed: (text: string) => void
}

/** The way from the field into the outbox: one after the other, looked at before, and taken back for a moment after. */
export const useSending = (view: OpenView, options: SendingOptions): Sending => {
  const { seenSeq, locked, writing, field, fill } = options
  const { text, quote, tray, tooLong, empty } = writing
  const hold = useSendHold(view.conversation.id)
  const outbox = useSend(view.conversation.id, { seenSeq, quote, bytesOf: tray.bytesOf, holdMs: hold.ms })
  const outgoing = useOutgoing({
    ...outbox,
    locked,
    onFileSent: tray.remove,
    onKept: hold.offerUndo,
    onWritten: (written) => {
      // What was typed while the disk was writing stays.
      writing.sent(written, without(field.current?.value ?? '', written))
      ahead.written(written)
    },
    onEnd: () => field.current?.focus(),
  })
  const check = useSendCheck(view, seenSeq, outgoing)

  const isFree = (): boolean => !outgoing.isBusy() && !check.isBusy()
  const sendUpTo = (value: string): void => {
    const said = fill(value.trim())
    check.send({ texts: said === '' ? [] : [said], files: tray.attached, written: value })
  }
  const isHindered = locked || check.stop !== null || outgoing.asking !== null || outbox.failure !== null
  const ahead = useEntersAhead(isFree, isHindered ? '' : text, sendUpTo)

  return {
    failure: outbox.failure,
    check,
    outgoing,
    sendWritten: () => {
      if (tooLong || empty) return
      if (isFree()) sendUpTo(text)
      else ahead.add(text)
    },
    sendInParts: () => {
      check.send({ texts: splitText(fill(text), TEXT_LIMIT), files: tray.attached, written: text })
    },
    forLater: () => {
      const said = fill(text.trim())
      return said === '' || variablesIn(said).length > 0
        ? null
        : { text: said, quoteId: quote?.messageId ?? null }
    },
    typed: (next) => {
      outbox.forget()
      outgoing.giveUp()
      check.noteTyped(next)
    },
  }
}
