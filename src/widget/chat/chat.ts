import { createEmitter } from '../../base/emitter.ts'
import type { AgentId, WidgetId, WrittenBody } from '../../protocol/model/index.ts'
import { RECALL_MS, TYPED_LIMIT } from '../../protocol/model/limits.ts'
import type {
  CustomerServerFrame,
  SeenMessage,
  SeenQuote,
  WidgetSettings,
} from '../../protocol/wire/index.ts'
import type { PageInfo } from '../shared/bridge.ts'
import { accountWords } from './account.ts'
import { createActions } from './actions.ts'
import { createConnection } from './connection.ts'
import type { Chat, ChatPorts } from './contract.ts'
import { createDelivery } from './delivery.ts'
import { PROTOCOL_VERSION } from './limits.ts'
import { keepForm, readForm } from './messageForm.ts'
import { createOutbox } from './outbox.ts'
import { createPace } from './pace.ts'
import { createRequests } from './requests.ts'
import { parseSettings } from './settings.ts'
import { bearerOf, createSignature } from './signature.ts'
import { chooseTalk, talksAfter, talkWords } from './talks.ts'
import { createTypingSignal, TYPING_GONE_AFTER_MS } from './typing.ts'
import { createUploads } from './uploads.ts'
import { applyFrame, emptyView, isOpen, quoteOf, type ChatView } from './view.ts'
import { keepAnswers, readAnswers } from './visitorForm.ts'

const ACKNOWLEDGE_EVERY_MS = 1000
/** A line may have been dead for a while before anybody knew. */
const NOTICED_LATE_MS = 60_000

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
  /** When the line broke last, by this clock. */
  let lostAt = 0
  let acknowledged = { deliveredSeq: 0, readSeq: 0 }
  let cancelTypingGone = (): void => undefined
  let view: ChatView = {
    ...emptyView,
    settings: parseSettings(storage.get('settings')),
    readSeq: Number(storage.get('read') ?? 0) || 0,
    durable: storage.durable,
    formDone: readAnswers(storage).done,
  }

  const update = (change: Partial<ChatView>): void => {
    view = { ...view, ...change }
    changes.emit()
  }

  const readKey = (): string => {
    const key = signature.token() === null ? 'read' : `read.${shownAs ?? ''}`
    return view.talks?.with ? `${key}.${view.talks.with}` : key
  }

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
        ...accountWords(storage),
        ...talkWords(storage),
        ...signature.words(),
      }
    },
    onFrame: (frame) => {
      receive(frame)
    },
    onStatus: (link) => {
      update(link === 'lost' ? { link, agentTyping: false, loadingOlder: false } : { link })
      if (link !== 'lost') return
      lostAt = clock.now()
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

  const showsTyped = (): boolean => view.settings?.showsTyped ?? false
  const typing = createTypingSignal(clock, showsTyped, (on, text) =>
    connection.send({ t: 'typing', on, ...(on && showsTyped() && { text: text.slice(0, TYPED_LIMIT) }) }),
  )

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

  const post = (body: WrittenBody, quote: SeenQuote | null = null): void => {
    storage.set('talked', '1')
    delivery.post(body, quote)
  }

  const endForm = (): void => {
    keepAnswers(storage, { ...readAnswers(storage), done: true })
    update({ formDone: true })
  }

  const receive = (frame: CustomerServerFrame): void => {
    const talks = talksAfter(view.talks, frame)
    if (talks !== view.talks) update({ talks })
    if (frame.t === 'welcome') welcome(frame)
    else if (frame.t === 'gate') waitAtGate(frame.settings)
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
    update({ standing: frame.identity ?? null, account: frame.account ?? null })
    // Signed out elsewhere; where the page says who it is, that comes first.
    if (frame.account === undefined && !isSigned) storage.remove('account')
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
    update({ clockOffsetMs: frame.serverTime - clock.now() })
    show(frame)
    lookForRecalled()
  }

  /** What was young when the line broke may have been taken back since; what was older cannot have been. */
  const lookForRecalled = (): void => {
    const last = view.messages.findLast(({ at }) => at - view.clockOffsetMs <= lostAt)
    if (last && last.at - view.clockOffsetMs >= lostAt - RECALL_MS - NOTICED_LATE_MS) {
      connection.send({ t: 'older', before: last.seq + 1 })
    }
  }

  /** Whatever opened an account or a thread here does so no more. */
  const waitAtGate = (settings: WidgetSettings): void => {
    connection.stop('lost')
    for (const key of ['account', 'token']) storage.remove(key)
    storage.set('settings', JSON.stringify(settings))
    update({ gate: true, account: null, settings })
  }

  /** Says hello again, as whoever is known here now. */
  const comeAgain = (): void => {
    if (view.gate) {
      update({ gate: false })
      connection.start()
    } else {
      connection.drop()
      connection.wake()
    }
  }

  /** The account's conversations are told with the welcome. */
  const talkWith = (agentId: AgentId | null): void => {
    chooseTalk(storage, agentId)
    cursor = 0
    acknowledged = { deliveredSeq: 0, readSeq: 0 }
    update({ messages: [], more: false, state: emptyView.state, agentReadSeq: 0, quoting: null })
    comeAgain()
  }

  const beSomebodyNew = (): void => {
    connection.stop('lost')
    storage.clear()
    shownAs = null
    cursor = 0
    acknowledged = { deliveredSeq: 0, readSeq: 0 }
    signature.welcomed(null)
    update({ messages: [], more: false, readSeq: 0, state: emptyView.state, account: null, formDone: false })
    connection.start()
  }

  const show = (frame: CustomerServerFrame & { t: 'welcome' | 'messages' | 'older' }): void => {
    const known = new Set(view.messages.map(({ id }) => id))
    for (const { seq } of frame.messages) cursor = Math.max(cursor, seq)
    update(applyFrame(view, frame))
    delivery.arrived(frame.messages.map(({ id }) => id))
    const fresh = frame.messages.filter(
      ({ from, body, id }) =>
        ((from === 'agent' && body.kind !== 'recalled') || body.kind === 'survey' || body.kind === 'offer') &&
        !known.has(id),
    )
    if (frame.t === 'messages' && fresh.length > 0) arrivals.emit(fresh)
    noteSeen()
  }

  const actions = createActions({
    widgetId: ports.widgetId,
    storage,
    ids,
    connection,
    requests,
    talkWith,
    comeAgain,
    endForm,
  })

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
      post({ kind: 'text', text }, view.quoting)
      update({ quoting: null })
    },
    quote: (message) => {
      update({ quoting: message && quoteOf(message) })
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
    solve: (sum) => {
      delivery.solve(sum)
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
    talkWith,
    ...actions,
    answers: () => readAnswers(storage),
    answered: (kept) => {
      keepAnswers(storage, kept)
    },
    skipForm: () => {
      endForm()
    },
    messageForm: () => readForm(storage).form,
    messageTyped: (form) => {
      keepForm(storage, { form, id: null })
    },
    localPicture: (fileId) => pictures.get(fileId),
    enter: (token) => {
      storage.set('account', token)
      comeAgain()
    },
    stayAnonymous: () => {
      storage.set('anonymous', '1')
      comeAgain()
    },
    leaveAccount: () => {
      const token = storage.get('account')
      beSomebodyNew()
      return token
    },
    forget: beSomebodyNew,
    erase: () => {
      connection.stop('lost')
      storage.clear()
    },
    hasTalked: () => storage.get('talked') !== null,
  }
}
