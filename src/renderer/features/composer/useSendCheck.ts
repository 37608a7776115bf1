import { useRef, useState } from 'react'

import type { ForeignPart, OpenView } from '../../../client/api.ts'
import type { Message } from '../../../protocol/model/index.ts'
import { useAsk, useQuery } from '../../core/index.ts'
import { useLayer } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { beganSeq, forgetTyped, noteTyped, notedUpTo, wasTypingElsewhere } from './began.ts'
import { giveUpBegun, type Outgoing, type OutgoingState } from './useOutgoing.ts'

/** Why sending stopped once. */
export type Stop =
  | { readonly kind: 'answered'; readonly messages: readonly Message[] }
  | { readonly kind: 'foreign'; readonly part: ForeignPart }
  | { readonly kind: 'switched' }

export interface SendCheck {
  readonly stop: Stop | null
  /** What was to be sent is still looked at. */
  readonly isBusy: () => boolean
  readonly noteTyped: (text: string) => void
  /** Sends at once, or stops and says why; asked again while it says so, it sends. */
  readonly send: (outgoing: Outgoing) => void
  readonly goOn: () => void
  /** It is not sent; what was written is still there. */
  readonly edit: () => void
}

/** So long after the conversation changed, Enter may still be meant for the one before. */
const MEANT_ELSEWHERE_MS = 1500
/** As many messages as can have come while one answer was written. */
const LOOKED_AT = 30

/** Stops an answer that somebody else has given meanwhile (R-03-187), or that seems to be for another customer. */
export const useSendCheck = (
  view: OpenView,
  seenSeq: number,
  { begin, send }: Pick<OutgoingState, 'begin' | 'send'>,
): SendCheck => {
  const ask = useAsk()
  const me = useQuery('account.current', {})?.me?.agentId
  const { value: guardsText } = useAgentSetting('guardText')
  const { value: guardsSwitch } = useAgentSetting('guardSwitch')
  const { id: conversationId } = view.conversation
  // A draft from before was begun when what is unread now had not come.
  const [openedAt] = useState(() => ({ seq: view.entry?.readSeq ?? seenSeq, ms: performance.now() }))
  const [isUnderFingers] = useState(() => wasTypingElsewhere(conversationId))
  const [stopped, setStopped] = useState<{ readonly stop: Stop; readonly outgoing: Outgoing } | null>(null)
  const isBusy = useRef(false)

  const answersSince = async (seq: number): Promise<readonly Message[]> => {
    if (seenSeq <= seq) return []
    const { messages } = await ask('thread.messages', { conversationId, limit: LOOKED_AT })
    return messages.filter(
      ({ seq: at, sender, body }) =>
        at > seq &&
        ((sender.kind === 'agent' && sender.agentId !== me) ||
          (body.kind === 'system' && body.code === 'bot-said')),
    )
  }
  const stopOf = async ({ texts, written }: Outgoing): Promise<Stop | null> => {
    if (!('customer' in view)) return null
    const isSoon = performance.now() - openedAt.ms < MEANT_ELSEWHERE_MS
    if (guardsSwitch && isUnderFingers && isSoon) return { kind: 'switched' }
    if (written !== null) {
      const messages = await answersSince(beganSeq(conversationId) ?? openedAt.seq)
      if (messages.length > 0) return { kind: 'answered', messages }
    }
    const text = texts.join('\n')
    const part = guardsText && text !== '' ? await ask('text.foreign', { conversationId, text }) : null
    return part && { kind: 'foreign', part }
  }

  const pass = (outgoing: Outgoing): void => {
    setStopped(null)
    if (outgoing.written !== null) forgetTyped(conversationId)
    send(outgoing)
  }
  const edit = (): void => {
    setStopped(null)
    notedUpTo(conversationId, seenSeq)
  }
  useLayer(stopped ? edit : null)
  return {
    stop: stopped?.stop ?? null,
    isBusy: () => isBusy.current,
    noteTyped: (text) => {
      noteTyped(conversationId, text.trim() === '', seenSeq)
    },
    send: (asked) => {
      if (isBusy.current) return
      if (stopped) {
        pass(asked)
        return
      }
      isBusy.current = true
      const outgoing = begin(asked)
      // What cannot be looked up stops nobody.
      void stopOf(outgoing)
        .catch(() => null)
        .then((stop) => {
          isBusy.current = false
          if (!stop) {
            pass(outgoing)
            return
          }
          giveUpBegun(outgoing)
          setStopped({ stop, outgoing: asked })
        })
    },
    goOn: () => {
      if (stopped) pass(stopped.outgoing)
    },
    edit,
  }
}
