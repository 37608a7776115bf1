/**
 * A customer who plays a script over the customers' own protocol.
 *
 * Agent's messages are read after a moment (more may follow), then the answer is typed, visibly, at human speed. Whatever
 * was decided is written into the outbox before it is typed, so that a restart in between goes on with it.
 */
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import { MessageId, WidgetId } from '../../../protocol/model/index.ts'
import type {
  CustomerServerFrame,
  CustomerState,
  SeenMessage,
} from '../../../protocol/wire/customerFrames.ts'
import { PROTOCOL_VERSION } from '../../../protocol/wire/frames.ts'
import { answer, nudgeOf, openingOf } from '../dialogue/dialogue.ts'
import { scriptById } from '../dialogue/scripts.ts'
import type { Random } from '../random.ts'
import type { Connect, CustomerConnection } from './customerConnection.ts'
import type { Player } from './player.ts'

export interface ScriptedCustomer {
  /** Where the customer stands, as the server said last. */
  session(): CustomerState['session'] | 'unknown'
  stop(): void
}

export interface ScriptedCustomerOptions {
  readonly player: Player
  readonly serverUrl: string
  readonly page: string
  readonly connect: Connect
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  /** The player as it is to be kept from now on. */
  readonly onChange: (player: Player) => void
  /** The talk is over and the customer has left the page. */
  readonly onGone: () => void
}

/** Longest an agent may go on typing before the customer answers anyway. */
const PATIENCE_MS = 6_000
const NUDGE_MS = [150_000, 400_000] as const
const MOST_NUDGES = 2
/** After goodbye the agent gets this long to end the session. */
const LEAVE_MS = 25_000
/** After the end the page stays open for a last word. */
const LINGER_MS = 60_000

export const playCustomer = (options: ScriptedCustomerOptions): ScriptedCustomer => {
  const { clock, ids, random, onChange, onGone } = options
  const script = scriptById(options.player.dialogue.scriptId)
  let player = options.player
  let session: CustomerState['session'] | 'unknown' = 'unknown'
  let sending: string | null = null
  let unread: SeenMessage[] = []
  let agentTyping = false
  let stopped = false
  const timers = { read: noTimer, type: noTimer, nudge: noTimer, leave: noTimer, gone: noTimer }

  const change = (part: Partial<Player>): void => {
    player = { ...player, ...part }
    onChange(player)
  }

  const set = (name: keyof typeof timers, delayMs: number, callback: () => void): void => {
    timers[name]()
    timers[name] = clock.after(delayMs, callback)
  }

  const stop = (): void => {
    stopped = true
    for (const cancel of Object.values(timers)) cancel()
    connection.close()
  }

  const say = (texts: readonly string[]): void => {
    change({ outbox: [...player.outbox, ...texts.map((text) => ({ id: ids.next(), text }))] })
    typeNext()
  }

  /** Types the first message of the outbox and sends it; the server's answer brings the next. */
  const typeNext = (): void => {
    const [next] = player.outbox
    if (!next || sending !== null || stopped) return
    sending = next.id
    connection.send({ t: 'typing', on: true })
    set('type', typingMs(next.text, random), () => {
      connection.send({ t: 'typing', on: false })
      write(next)
    })
  }

  const write = ({ id, text }: Player['outbox'][number]): void => {
    connection.send({
      t: 'command',
      id,
      name: 'customer.write',
      args: { id: MessageId.parse(id), body: { kind: 'text', text } },
    })
  }

  const sent = (id: string): void => {
    if (!player.outbox.some((message) => message.id === id)) return
    change({ outbox: player.outbox.filter((message) => message.id !== id) })
    sending = null
    goOn()
  }

  const waitForAnswer = (): void => {
    set('nudge', random.int(...NUDGE_MS), () => {
      // Who waits in the queue is told their place and needs no answer yet.
      if (player.nudges >= MOST_NUDGES || (session !== 'assigned' && session !== 'active')) return
      change({ nudges: player.nudges + 1 })
      say([nudgeOf(player.dialogue, random)])
    })
  }

  const sayFarewell = (): void => {
    set('leave', LEAVE_MS, () => {
      connection.send({ t: 'command', id: ids.next(), name: 'customer.leave', args: {} })
    })
  }

  const hear = (messages: readonly SeenMessage[]): void => {
    const news = messages.filter(({ seq }) => seq > Math.max(player.answeredSeq, unread.at(-1)?.seq ?? 0))
    const last = messages.at(-1)
    if (last) acknowledge(last.seq)
    unread.push(...news.filter(({ from }) => from === 'agent'))
    if (unread.length > 0) readSoon()
  }

  const acknowledge = (seq: number): void => {
    connection.send({
      t: 'command',
      id: ids.next(),
      name: 'customer.acknowledge',
      args: { deliveredSeq: seq, readSeq: seq },
    })
  }

  const readSoon = (): void => {
    set('read', agentTyping ? PATIENCE_MS : random.int(900, 2_400), reactToUnread)
  }

  /** Several messages in a row are one thing said. */
  const reactToUnread = (): void => {
    const heard = unread
    unread = []
    timers.nudge()
    const last = heard.at(-1)
    if (!last) return
    const { language } = player.dialogue
    // The widget shows what the company wrote in several languages in the customer's.
    const text = heard
      .flatMap(({ body }) => (body.kind === 'text' ? [body.texts?.[language] ?? body.text] : []))
      .join('\n')
    const step = answer(script, player.dialogue, text, random)
    change({ dialogue: step.dialogue, answeredSeq: last.seq, nudges: 0 })
    if (step.messages.length > 0) say(step.messages)
    else if (step.dialogue.stage === 'done') sayFarewell()
  }

  const stand = (state: CustomerState): void => {
    const before = session
    session = state.session
    if (session !== 'ended') return timers.gone()
    // An older session may be the last one there was before this customer has said what they came for.
    if (before === 'ended' || !player.opened || player.outbox.length > 0) return
    timers.nudge()
    timers.leave()
    set('gone', LINGER_MS, () => {
      stop()
      onGone()
    })
  }

  const welcome = (frame: Extract<CustomerServerFrame, { t: 'welcome' }>): void => {
    change({ token: frame.token })
    sending = null
    timers.type()
    stand(frame.state)
    hear(frame.messages)
    if (player.opened) return goOn()
    change({ opened: true })
    say(openingOf(script, player.dialogue))
  }

  /** After a restart, from whatever was under way. */
  const goOn = (): void => {
    if (player.outbox.length > 0) typeNext()
    else if (player.dialogue.stage === 'done') sayFarewell()
    else waitForAnswer()
  }

  const receive = (frame: CustomerServerFrame): void => {
    if (stopped) return
    switch (frame.t) {
      case 'welcome':
        return welcome(frame)
      case 'messages':
        return hear(frame.messages)
      case 'state':
        return stand(frame.state)
      case 'typing':
        agentTyping = frame.on
        if (unread.length > 0) readSoon()
        return
      case 'done':
        return sent(frame.id)
      case 'refused':
        return refused(frame.id, frame.code)
      case 'older':
      case 'changed':
      case 'elsewhere':
      case 'gate':
      case 'settings':
      case 'read':
      case 'pong':
      case 'bye':
        return
    }
  }

  /** What may pass is tried again; anything else the customer gives up. */
  const refused = (id: string, code: string): void => {
    if (code === 'rate-limited' || code === 'unavailable') {
      if (id === sending) {
        sending = null
        set('type', 5_000, typeNext)
      }
    } else sent(id)
  }

  const connection: CustomerConnection = options.connect({
    serverUrl: options.serverUrl,
    clock,
    hello: () => ({
      t: 'hello',
      v: PROTOCOL_VERSION,
      as: 'customer',
      widgetId: WidgetId.parse(player.widgetId),
      token: player.token,
      after: player.answeredSeq,
      page: { url: options.page, title: '栖木家居', referrer: '', language: player.dialogue.language },
    }),
    onFrame: receive,
  })

  return { session: () => session, stop }
}

const noTimer = (): void => undefined

/** A Han character takes longer than a letter; nobody types longer than the agent likes to wait. */
const typingMs = (text: string, random: Random): number => {
  const effort = Array.from(text).reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 110 : 35), 300)
  return Math.min(3_000, Math.max(1_000, effort + random.int(-150, 350)))
}
