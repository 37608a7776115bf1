import type { Clock } from '../../base/clock.ts'
import { createEmitter } from '../../base/emitter.ts'
import type { Ids } from '../../base/ids.ts'
import type { MessageForm } from '../../protocol/leaveMessageRules.ts'
import type {
  Answers,
  MessageId,
  NavEntryId,
  SaidOfVisitor,
  SessionId,
  WidgetId,
  WrittenBody,
} from '../../protocol/model/index.ts'
import type { CustomerServerFrame, SeenMessage, WidgetSettings } from '../../protocol/wire/index.ts'
import type { PageInfo } from '../shared/bridge.ts'
import { createConnection, type OpenSocket } from './connection.ts'
import { createDelivery } from './delivery.ts'
import { PROTOCOL_VERSION } from './limits.ts'
import { forgetText, keepForm, readForm } from './messageForm.ts'
import { createOutbox } from './outbox.ts'
import { createPace } from './pace.ts'
import { createRequests } from './requests.ts'
import { bearerOf, createSignature } from './signature.ts'
import type { Storage } from './storage.ts'
import { createTypingSignal, TYPING_GONE_AFTER_MS } from './typing.ts'
import { createUploads, type SendFile } from './uploads.ts'
import { applyFrame, emptyView, isOpen, type ChatView } from './view.ts'

export interface ChatPorts {
  readonly widgetId: string
  readonly storage: Storage
  readonly clock: Clock
  readonly ids: Ids
  readonly random: () => number
  readonly openSocket: OpenSocket
  readonly sendFile: SendFile
}

/** One visitor's conversation, without its screen. */
export interface Chat {
  view(): ChatView
  listen(listener: () => void): () => void
  /** Answers of agents and surveys that were not here before, to be announced. */
  onArrived(listener: (messages: readonly SeenMessage[]) => void): () => void
  /** `visit`: key of the visit that the page around the chat has told of, or empty. */
  start(page: PageInfo, visit?: string): void
  /** Who the visitor is: `token` is signed by the company's server or empty, the rest is only said. */
  identify(token: string, said: SaidOfVisitor): void
  stop(): void
  /** Whether somebody can see the conversation now. */
  setVisible(visible: boolean): void
  networkChanged(online: boolean): void
  write(text: string): void
  /** `seconds`: it is a recorded voice. */
  addFile(file: Blob, name: string, kind: 'image' | 'file', seconds?: number): void
  retryUpload(id: string): void
  cancelUpload(id: string): void
  retry(id: string): void
  discard(id: string): void
  typed(text: string): void
  draft(): string
  older(): void
  /** The address of a picture has run out: ask for the message again. */
  refresh(seq: number): void
  leave(): void
  /** Wants a person instead of the bot. */
  askPerson(): void
  /** Answers a survey; the code of what is in the way, null once the server has it. */
  rate(sessionId: SessionId, answers: Answers): Promise<string | null>
  /** Chooses an entry of the menu; the code of what is in the way, null once the server has it. */
  choose(entryId: NavEntryId): Promise<string | null>
  /** Asks for the card of the session; the code of what is in the way. */
  askRating(): Promise<string | null>
  /** What stands in the form for messages that are answered later, from before a reload too. */
  messageForm(): MessageForm
  messageTyped(form: MessageForm): void
  /** Sends what stands in the form; the code of what is in the way, null once the server has it. */
  leaveMessage(): Promise<string | null>
  /** The picture of a message that was sent from here, so that it need not be fetched. */
  localPicture(fileId: string): Blob | undefined
  /** Forgets the conversation on this device, and goes on as somebody new (R-18-037). */
  forget(): void
  /** Forgets the visitor (reliability 4.6). */
  erase(): void
  hasTalked(): boolean
}

const ACKNOWLEDGE_EVERY_MS = 1000

export const createChat = (ports: ChatPorts): Chat => {
  const { storage, clock, ids } = ports
  const changes = createEmitter<void>()
  const arrivals = createEmitter<readonly SeenMessage[]>()
  const pictures = new Map<string, Blob>()
  const refreshed = new Set<number>()
  let page: PageInfo = { url: '', title: '', referrer: '', language: '' }
  let visit = ''
  let visible = false
  let sentToken: string | null = null
  /** Whose thread is on the screen. */
  let shownAs: string | null = null
  const signature = createSignature()
  /** The newest message the server has sent; the number of an own message may be known before the ones below it. */
  let cursor = 0
  let acknowledged = { deliveredSeq: 0, readSeq: 0 }
  let cancelTypingGone = (): void => undefined
  let view: ChatView = {
    ...emptyView,
    settings: parseSettings(storage.get('settings')),
    readSeq: Number(storage.get('read') ?? 0) || 0,
    durable: storage.durable,
  }

  const update = (change: Partial<ChatView>): void => {
    view = { ...view, ...change }
    changes.emit()
  }

  const readKey = (): string => (signature.token() === null ? 'read' : `read.${shownAs ?? ''}`)

  const connection = createConnection({
    clock,
    random: ports.random,
    open: ports.openSocket,
    hello: () => {
      sentToken = signature.token() ?? storage.get('token')
      return {
        t: 'hello',
        v: PROTOCOL_VERSION,
        as: 'customer',
        widgetId: ports.widgetId as WidgetId,
        token: sentToken,
        after: cursor,
        page,
        ...(visit !== '' && { visit }),
        ...signature.words(),
      }
    },
    onFrame: (frame) => {
      receive(frame)
    },
    onStatus: (link) => {
      update(link === 'lost' ? { link, agentTyping: false, loadingOlder: false } : { link })
      if (link !== 'lost') return
      delivery.lineLost()
      requests.lineLost()
    },
  })

  const delivery = createDelivery({
    outbox: createOutbox(storage, ids),
    clock,
    send: (frame) => connection.send(frame),
    onChange: update,
    onAccepted: (message) => {
      // One that is older than the page shown comes with its neighbours when they are paged in; alone it would hide them.
      const first = view.messages[0]?.seq
      if (view.more && first !== undefined && message.seq < first) return
      update(applyFrame(view, { t: 'messages', messages: [message] }))
    },
  })
  view = { ...view, ...delivery.view() }

  const requests = createRequests((frame) => connection.send(frame))

  const uploads = createUploads({
    ids,
    send: ports.sendFile,
    token: () => signature.token() ?? storage.get('token'),
    onChange: () => {
      update({ uploads: uploads.items() })
    },
    onReady: (body, file) => {
      if (body.kind === 'image') pictures.set(body.fileId, file)
      post(body)
    },
  })

  const typing = createTypingSignal(clock, (on) => connection.send({ t: 'typing', on }))

  const acknowledge = createPace(clock, ACKNOWLEDGE_EVERY_MS, () => {
    const wanted = { deliveredSeq: cursor, readSeq: Math.min(view.readSeq, cursor) }
    const isNew = wanted.deliveredSeq > acknowledged.deliveredSeq || wanted.readSeq > acknowledged.readSeq
    if (!isNew) return
    const sent = connection.send({ t: 'command', id: ids.next(), name: 'customer.acknowledge', args: wanted })
    if (sent) acknowledged = wanted
  })

  const noteSeen = (): void => {
    if (visible && cursor > view.readSeq) {
      storage.set(readKey(), String(cursor))
      update({ readSeq: cursor })
    }
    acknowledge()
  }

  const post = (body: WrittenBody): void => {
    storage.set('talked', '1')
    delivery.post(body)
  }

  const receive = (frame: CustomerServerFrame): void => {
    if (frame.t === 'welcome') welcome(frame)
    else if (frame.t === 'messages' || frame.t === 'older') {
      show(frame)
    } else if (frame.t === 'done' || frame.t === 'refused') {
      delivery.answered(frame)
      requests.answered(frame)
    } else if (frame.t === 'bye') leaveTaken(frame)
    else {
      if (frame.t === 'typing') expectTypingGone(frame.on)
      update(applyFrame(view, frame))
    }
  }

  const welcome = (frame: CustomerServerFrame & { t: 'welcome' }): void => {
    const isSigned = frame.identity === 'signed'
    signature.welcomed(isSigned ? frame.token : null)
    const stored = storage.get('token')
    if (!isSigned && stored !== null && stored !== sentToken) {
      // Another tab became known first; both must be the same visitor (R-18-027).
      connection.drop()
      connection.wake()
      return
    }
    if (!isSigned) storage.set('token', frame.token)
    const bearer = bearerOf(frame.token)
    const before = shownAs ?? (isSigned ? bearer : (stored ?? bearer))
    shownAs = bearer
    update({ standing: frame.identity ?? null })
    // The server knows somebody else now: what was read belonged to the visitor before.
    if (before !== bearer) {
      acknowledged = { deliveredSeq: 0, readSeq: 0 }
      if (!isSigned) storage.remove('read')
      const wasFurther = cursor > 0
      cursor = 0
      update({ messages: [] })
      if (wasFurther) {
        // What came are the newest of another thread than the one that was asked for.
        connection.drop()
        connection.wake()
        return
      }
    }
    update({ readSeq: Number(storage.get(readKey()) ?? 0) || 0 })
    storage.set('settings', JSON.stringify(frame.settings))
    refreshed.clear()
    show(frame)
  }

  const show = (frame: CustomerServerFrame & { t: 'welcome' | 'messages' | 'older' }): void => {
    const known = new Set(view.messages.map(({ id }) => id))
    for (const { seq } of frame.messages) cursor = Math.max(cursor, seq)
    update(applyFrame(view, frame))
    delivery.arrived(frame.messages.map(({ id }) => id))
    const fresh = frame.messages.filter(
      ({ from, body, id }) => (from === 'agent' || body.kind === 'survey') && !known.has(id),
    )
    if (frame.t === 'messages' && fresh.length > 0) arrivals.emit(fresh)
    noteSeen()
  }

  const leaveTaken = ({ code, retryAfterMs }: CustomerServerFrame & { t: 'bye' }): void => {
    if (code === 'closed-entry' || code === 'version' || code === 'forbidden') {
      update({ ended: code })
      connection.stop('ended')
      return
    }
    if (code === 'signed-out') storage.remove('token')
    if (code === 'bad-frame') delivery.unreadable(code)
    if (retryAfterMs !== undefined) connection.pauseFor(retryAfterMs)
    connection.drop()
  }

  const expectTypingGone = (on: boolean): void => {
    cancelTypingGone()
    if (on) cancelTypingGone = clock.after(TYPING_GONE_AFTER_MS, () => update({ agentTyping: false }))
  }

  return {
    view: () => view,
    listen: (listener) => changes.listen(listener),
    onArrived: (listener) => arrivals.listen(listener),
    start: (info, key = '') => {
      page = info
      visit = key
      connection.start()
    },
    identify: (signed, said) => {
      if (!signature.set(signed, said)) return
      connection.drop()
      connection.wake()
    },
    stop: () => {
      connection.stop('lost')
    },
    setVisible: (next) => {
      visible = next
      connection.setWatched(next)
      noteSeen()
    },
    networkChanged: (online) => {
      if (online) connection.wake()
      else connection.drop()
    },
    write: (text) => {
      storage.remove('draft')
      typing.changed('')
      post({ kind: 'text', text })
    },
    addFile: (file, name, kind, seconds) => {
      uploads.add(file, name, kind, seconds)
    },
    retryUpload: (id) => {
      uploads.retry(id)
    },
    cancelUpload: (id) => {
      uploads.cancel(id)
    },
    retry: (id) => {
      delivery.retry(id)
    },
    discard: (id) => {
      delivery.discard(id)
    },
    typed: (text) => {
      if (text === '') storage.remove('draft')
      else storage.set('draft', text)
      if (isOpen(view.state) || text === '') typing.changed(text)
    },
    draft: () => storage.get('draft') ?? '',
    older: () => {
      const first = view.messages[0]
      if (!first || !view.more || view.loadingOlder) return
      if (connection.send({ t: 'older', before: first.seq })) update({ loadingOlder: true })
    },
    refresh: (seq) => {
      if (refreshed.has(seq)) return
      refreshed.add(seq)
      connection.send({ t: 'older', before: seq + 1 })
    },
    leave: () => {
      connection.send({ t: 'command', id: ids.next(), name: 'customer.leave', args: {} })
    },
    askPerson: () => {
      connection.send({ t: 'command', id: ids.next(), name: 'customer.ask-person', args: {} })
    },
    rate: async (sessionId, answers) => requests.ask('customer.rate', { sessionId, answers }, ids.next()),
    choose: async (entryId) => {
      const code = await requests.ask('customer.choose', { entryId }, ids.next())
      if (code === null) storage.set('talked', '1')
      return code
    },
    askRating: async () => requests.ask('customer.ask-rating', {}, ids.next()),
    messageForm: () => readForm(storage).form,
    messageTyped: (form) => {
      keepForm(storage, { form, id: null })
    },
    leaveMessage: async () => {
      const { form, id: known } = readForm(storage)
      const id = known ?? ids.next()
      keepForm(storage, { form, id })
      const code = await requests.ask('customer.leave-message', { id: id as MessageId, ...form }, id)
      if (code === null) {
        storage.set('talked', '1')
        forgetText(storage)
      } else if (code !== 'offline') keepForm(storage, { form, id: null })
      return code
    },
    localPicture: (fileId) => pictures.get(fileId),
    forget: () => {
      connection.stop('lost')
      storage.clear()
      shownAs = null
      cursor = 0
      acknowledged = { deliveredSeq: 0, readSeq: 0 }
      update({ messages: [], more: false, readSeq: 0, state: emptyView.state })
      connection.start()
    },
    erase: () => {
      connection.stop('lost')
      storage.clear()
    },
    hasTalked: () => storage.get('talked') !== null,
  }
}

/** Those of last time, so that nothing changes its look when the connection is there; an earlier version kept fewer. */
const parseSettings = (text: string | null): WidgetSettings | null => {
  try {
    const known = JSON.parse(text ?? 'null') as WidgetSettings | null
    return (
      known && {
        ...known,
        face: known.face ?? 'agent',
        tools: known.tools ?? [],
        profile: known.profile ?? null,
        ownLanguage: known.ownLanguage ?? 'zh-CN',
        menu: known.menu ?? null,
      }
    )
  } catch {
    return null
  }
}
