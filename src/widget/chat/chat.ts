import type { Clock } from '../../base/clock.ts'
import { createEmitter } from '../../base/emitter.ts'
import type { Ids } from '../../base/ids.ts'
import type { Answers, SessionId, WidgetId, WrittenBody } from '../../protocol/model/index.ts'
import type { CustomerServerFrame, SeenMessage, WidgetSettings } from '../../protocol/wire/index.ts'
import type { PageInfo } from '../shared/bridge.ts'
import { createConnection, type OpenSocket } from './connection.ts'
import { createDelivery } from './delivery.ts'
import { PROTOCOL_VERSION } from './limits.ts'
import { createOutbox } from './outbox.ts'
import { createPace } from './pace.ts'
import { createRatings } from './ratings.ts'
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
  start(page: PageInfo): void
  stop(): void
  /** Whether somebody can see the conversation now. */
  setVisible(visible: boolean): void
  networkChanged(online: boolean): void
  write(text: string): void
  addFile(file: Blob, name: string, kind: 'image' | 'file'): void
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
  /** Answers a survey; the code of what is in the way, null once the server has it. */
  rate(sessionId: SessionId, answers: Answers): Promise<string | null>
  /** The picture of a message that was sent from here, so that it need not be fetched. */
  localPicture(fileId: string): Blob | undefined
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
  let visible = false
  let sentToken: string | null = null
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

  const connection = createConnection({
    clock,
    random: ports.random,
    open: ports.openSocket,
    hello: () => {
      sentToken = storage.get('token')
      return {
        t: 'hello',
        v: PROTOCOL_VERSION,
        as: 'customer',
        widgetId: ports.widgetId as WidgetId,
        token: sentToken,
        after: cursor,
        page,
      }
    },
    onFrame: (frame) => {
      receive(frame)
    },
    onStatus: (link) => {
      update(link === 'lost' ? { link, agentTyping: false, loadingOlder: false } : { link })
      if (link !== 'lost') return
      delivery.lineLost()
      ratings.lineLost()
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

  const ratings = createRatings({ ids, send: (frame) => connection.send(frame) })

  const uploads = createUploads({
    ids,
    send: ports.sendFile,
    token: () => storage.get('token'),
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
      storage.set('read', String(cursor))
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
      ratings.answered(frame)
    } else if (frame.t === 'bye') leaveTaken(frame)
    else {
      if (frame.t === 'typing') expectTypingGone(frame.on)
      update(applyFrame(view, frame))
    }
  }

  const welcome = (frame: CustomerServerFrame & { t: 'welcome' }): void => {
    const stored = storage.get('token')
    if (stored !== null && stored !== sentToken) {
      // Another tab became known first; both must be the same visitor (R-18-027).
      connection.drop()
      connection.wake()
      return
    }
    if (stored !== frame.token) {
      storage.set('token', frame.token)
      // The server knows somebody else now: what was read belonged to the visitor before.
      if (stored !== null) {
        acknowledged = { deliveredSeq: 0, readSeq: 0 }
        cursor = 0
        storage.remove('read')
        update({ messages: [], readSeq: 0 })
      }
    }
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
    start: (info) => {
      page = info
      connection.start()
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
    addFile: (file, name, kind) => {
      uploads.add(file, name, kind)
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
    rate: async (sessionId, answers) => ratings.rate(sessionId, answers),
    localPicture: (fileId) => pictures.get(fileId),
    erase: () => {
      connection.stop('lost')
      storage.clear()
    },
    hasTalked: () => storage.get('talked') !== null,
  }
}

/** Those of last time, so that nothing changes its look when the connection is there. */
const parseSettings = (text: string | null): WidgetSettings | null => {
  try {
    return JSON.parse(text ?? 'null') as WidgetSettings | null
  } catch {
    return null
  }
}
