import type { Clock } from '../../base/clock.ts'
import type { WrittenBody } from '../../protocol/model/index.ts'
import type { Answer, CustomerFrame, SeenMessage, SeenQuote } from '../../protocol/wire/index.ts'
import type { Outbox, OutboxItem } from './outbox.ts'
import type { ChatView } from './view.ts'

/** The part of the view that tells how far own messages are. */
export type DeliveryView = Pick<ChatView, 'outbox' | 'sendingId' | 'pause'>

export interface DeliveryPorts {
  readonly outbox: Outbox
  readonly clock: Clock
  readonly send: (frame: CustomerFrame) => boolean
  readonly onChange: (view: DeliveryView) => void
  /** The server has it; no longer in the outbox. */
  readonly onAccepted: (message: SeenMessage) => void
}

/** Brings the outbox to the server: one message at a time, so that they arrive in the order they were written. */
export interface Delivery {
  view(): DeliveryView
  post(body: WrittenBody, quote?: SeenQuote | null): void
  /** Sends the next one, if nothing is under way. */
  pump(): void
  answered(frame: Answer): void
  /** Answers the question that holds everything up. */
  solve(sum: number): void
  /** These came back as messages, perhaps before their answer. */
  arrived(ids: readonly string[]): void
  /** Whatever was under way is sent again, with the id it had. */
  lineLost(): void
  /** The server could not even read what was under way; it must not be sent for ever. */
  unreadable(code: string): void
  retry(id: string): void
  discard(id: string): void
}

const RATE_LIMIT_DEFAULT_MS = 10_000
const BUSY_MS = 3000

export const createDelivery = ({ outbox, clock, send, onChange, onAccepted }: DeliveryPorts): Delivery => {
  let sendingId: string | null = null
  let pause: ChatView['pause'] = null
  /** A sum was given, and nothing has been sent since. */
  let solving = false

  const view = (): DeliveryView => ({ outbox: outbox.items(), sendingId, pause })

  const proceed = (): void => {
    const item = pause === null && sendingId === null ? outbox.next() : null
    if (item) {
      const { id, commandId, body, quote } = item
      const args = { id, body, ...(quote && { quoteId: quote.messageId }) }
      const sent = send({ t: 'command', id: commandId, name: 'customer.write', args })
      if (sent) sendingId = id
    }
    onChange(view())
  }

  const pauseFor = (delayMs: number, why: 'fast' | 'busy'): void => {
    pause = { until: clock.now() + delayMs, why }
    clock.after(delayMs, () => {
      pause = null
      proceed()
    })
  }

  return {
    view,
    pump: proceed,
    post: (body, quote) => {
      outbox.add(body, clock.now(), quote)
      proceed()
    },
    answered: (frame) => {
      const item = outbox.items().find(({ commandId }) => commandId === frame.id)
      if (!item) return
      if (sendingId === item.id) sendingId = null
      if (frame.t === 'done') {
        solving = false
        outbox.remove(item.id)
        const { seq, at } = frame.result as { seq: number; at: number }
        onAccepted({ id: item.id, seq, at, from: 'me', name: null, body: seenBody(item) })
      } else if (frame.code === 'rate-limited') {
        const { retryAfterMs: wait, first, second } = frame.details ?? {}
        if (typeof first === 'number' && typeof second === 'number') {
          pause = { why: 'sum', until: null, first, second, again: solving }
        } else pauseFor(typeof wait === 'number' ? wait : RATE_LIMIT_DEFAULT_MS, 'fast')
        solving = false
      } else if (frame.code === 'unavailable') pauseFor(BUSY_MS, 'busy')
      else outbox.refuse(item.id, frame.code)
      proceed()
    },
    solve: (sum) => {
      // Whether it is right shows with the next message that is sent.
      if (pause?.why !== 'sum' || !send({ t: 'solve', sum })) return
      pause = null
      solving = true
      proceed()
    },
    arrived: (ids) => {
      for (const id of ids) {
        outbox.remove(id)
        if (sendingId === id) sendingId = null
      }
      proceed()
    },
    lineLost: () => {
      sendingId = null
      onChange(view())
    },
    unreadable: (code) => {
      if (sendingId !== null) outbox.refuse(sendingId, code)
      sendingId = null
      onChange(view())
    },
    retry: (id) => {
      outbox.retry(id)
      proceed()
    },
    discard: (id) => {
      outbox.remove(id)
      proceed()
    },
  }
}

/** Own files have no address until the server sends the message back; pictures are shown from this device. */
const seenBody = ({ body, quote }: OutboxItem): SeenMessage['body'] =>
  body.kind === 'text' ? { ...body, ...(quote && { quote }) } : { ...body, url: '' }
