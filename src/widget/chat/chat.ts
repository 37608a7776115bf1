import { createEmitter } from '../../base/emitter.ts'
import type { WrittenBody } from '../../protocol/model/index.ts'
import { RECALL_MS, TYPED_LIMIT } from '../../protocol/model/limits.ts'
import type { CustomerServerFrame, SeenMessage, SeenQuote } from '../../protocol/wire/index.ts'
import { createActions } from './actions.ts'
import { createConnection } from './connection.ts'
import type { Chat, ChatPorts } from './contract.ts'
import { createDelivery } from './delivery.ts'
import { keepForm, readForm } from './messageForm.ts'
import { createOutbox } from './outbox.ts'
import { keepRating, readRating } from './ratings.ts'
import { createReading, readSeqIn } from './reading.ts'
import { createRequests } from './requests.ts'
import { createScreen } from './screen.ts'
import { parseSettings } from './settings.ts'
import { talksAfter } from './talks.ts'
import { createTypingSignal, TYPING_GONE_AFTER_MS } from './typing.ts'
import { createUploads } from './uploads.ts'
import { applyFrame, emptyView, isOpen, quoteOf } from './view.ts'
import { keepAnswers, readAnswers } from './visitorForm.ts'
import { createWho } from './who.ts'

/** A line may have been dead for a while before anybody knew. */
const NOTICED_LATE_MS = 60_000

export const createChat = (ports: ChatPorts): Chat => {
  const { storage, clock, ids } = ports
  const arrivals = createEmitter<readonly SeenMessage[]>()
  const pictures = new Map<string, Blob>()
  const refreshed = new Set<number>()
  /** When the line broke last, by this clock. */
  let lostAt = 0
  let cancelTypingGone = (): void => undefined
  const known = parseSettings(storage.get('settings'))
  if (known) storage.keepFor(known.cookies)
  const screen = createScreen({
    ...emptyView,
    settings: known,
    readSeq: readSeqIn(storage),
    durable: storage.isDurable(),
    formDone: readAnswers(storage).done,
  })
  const { view, update } = screen

  const connection = createConnection({
    clock,
    random: ports.random,
    open: ports.openSocket,
    hello: () => who.hello(),
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
  const { send } = connection
  const reading = createReading({ storage, clock, ids, screen, send })
  const who = createWho({
    widgetId: ports.widgetId,
    ticket: ports.ticket ?? '',
    browser: ports.browser,
    secret: () => ids.secret(32),
    storage,
    screen,
    reading,
    connection,
    dropUnsent: () => {
      for (const { id } of view().outbox) delivery.discard(id)
    },
  })

  const delivery = createDelivery({
    outbox: createOutbox(storage, ids),
    clock,
    send,
    onChange: update,
    onAccepted: (message) => {
      // One that is older than the page shown comes with its neighbours when they are paged in; alone it would hide them.
      const first = view().messages[0]?.seq
      if (view().more && first !== undefined && message.seq < first) return
      update(applyFrame(view(), { t: 'messages', messages: [message] }))
    },
  })
  update(delivery.view())

  const requests = createRequests(send)

  const uploads = createUploads({
    ids,
    send: ports.sendFile,
    token: who.token,
    onChange: () => {
      update({ uploads: uploads.items() })
    },
    onReady: (body, file) => {
      if (body.kind === 'image') pictures.set(body.fileId, file)
      post(body)
    },
  })

  const showsTyped = (): boolean => view().settings?.showsTyped ?? false
  const typing = createTypingSignal(clock, showsTyped, (on, text) =>
    send({ t: 'typing', on, ...(on && showsTyped() && { text: text.slice(0, TYPED_LIMIT) }) }),
  )

  const post = (body: WrittenBody, quote: SeenQuote | null = null): void => {
    storage.set('talked', '1')
    delivery.post(body, quote)
  }

  const endForm = (): void => {
    keepAnswers(storage, { ...readAnswers(storage), done: true })
    update({ formDone: true })
  }

  const receive = (frame: CustomerServerFrame): void => {
    const talks = talksAfter(view().talks, frame)
    if (talks !== view().talks) update({ talks })
    if (frame.t === 'welcome') {
      if (!who.welcome(frame)) return
      refreshed.clear()
      update({ clockOffsetMs: frame.serverTime - clock.now() })
      show(frame)
      lookForRecalled()
    } else if (frame.t === 'gate') who.waitAtGate(frame.settings)
    else if (frame.t === 'settings') who.keep(frame.settings)
    else if (frame.t === 'messages' || frame.t === 'older') {
      show(frame)
    } else if (frame.t === 'done' || frame.t === 'refused') {
      delivery.answered(frame)
      requests.answered(frame)
    } else if (frame.t === 'bye') leaveTaken(frame)
    else {
      if (frame.t === 'typing') expectTypingGone(frame.on)
      update(applyFrame(view(), frame))
    }
  }

  /** What was young when the line broke may have been taken back since; what was older cannot have been. */
  const lookForRecalled = (): void => {
    const { messages, clockOffsetMs } = view()
    const last = messages.findLast(({ at }) => at - clockOffsetMs <= lostAt)
    if (last && last.at - clockOffsetMs >= lostAt - RECALL_MS - NOTICED_LATE_MS) {
      send({ t: 'older', before: last.seq + 1 })
    }
  }

  const show = (frame: CustomerServerFrame & { t: 'welcome' | 'messages' | 'older' }): void => {
    const before = new Set(view().messages.map(({ id }) => id))
    for (const { seq } of frame.messages) reading.arrived(seq)
    update(applyFrame(view(), frame))
    delivery.arrived(frame.messages.map(({ id }) => id))
    const fresh = frame.messages.filter(
      ({ from, body, id }) =>
        ((from === 'agent' && body.kind !== 'recalled') || body.kind === 'survey' || body.kind === 'offer') &&
        !before.has(id),
    )
    if (frame.t === 'messages' && fresh.length > 0) arrivals.emit(fresh)
    reading.note()
  }

  const actions = createActions({
    widgetId: ports.widgetId,
    storage,
    ids,
    connection,
    requests,
    talkWith: who.talkWith,
    comeAgain: who.comeAgain,
    endForm,
  })

  const leaveTaken = ({ code, retryAfterMs }: CustomerServerFrame & { t: 'bye' }): void => {
    if (code === 'closed-entry' || code === 'version' || code === 'forbidden') {
      update({ ended: code })
      connection.stop('ended')
      return
    }
    if (code === 'signed-out') who.signedOut()
    if (code === 'bad-frame') delivery.unreadable(code)
    if (retryAfterMs !== undefined) connection.pauseFor(retryAfterMs)
    connection.drop()
  }

  const expectTypingGone = (on: boolean): void => {
    cancelTypingGone()
    if (on) cancelTypingGone = clock.after(TYPING_GONE_AFTER_MS, () => update({ agentTyping: false }))
  }

  return {
    view,
    listen: screen.listen,
    onArrived: (listener) => arrivals.listen(listener),
    start: (page, visit = '', visitor = '') => {
      who.start(page, visit, visitor)
    },
    identify: who.identify,
    stop: () => {
      connection.stop('lost')
    },
    setVisible: (next) => {
      connection.setWatched(next)
      reading.setVisible(next)
    },
    networkChanged: (online) => {
      if (online) connection.wake()
      else connection.drop()
    },
    write: (text) => {
      storage.remove('draft')
      typing.changed('')
      post({ kind: 'text', text }, view().quoting)
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
      if (isOpen(view().state) || text === '') typing.changed(text)
    },
    draft: () => storage.get('draft') ?? '',
    older: () => {
      const { messages, more, loadingOlder } = view()
      const [first] = messages
      if (!first || !more || loadingOlder) return
      if (send({ t: 'older', before: first.seq })) update({ loadingOlder: true })
    },
    refresh: (seq) => {
      if (refreshed.has(seq)) return
      refreshed.add(seq)
      send({ t: 'older', before: seq + 1 })
    },
    talkWith: who.talkWith,
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
    ratingBegun: (sessionId) => readRating(storage, sessionId),
    ratingTyped: (sessionId, answers) => {
      keepRating(storage, sessionId, answers)
    },
    localPicture: (fileId) => pictures.get(fileId),
    accountToken: () => storage.get('account'),
    enter: (token) => {
      storage.set('account', token)
      who.comeAgain()
    },
    stayAnonymous: () => {
      storage.set('anonymous', '1')
      who.comeAgain()
    },
    leaveAccount: () => {
      const token = storage.get('account')
      who.beSomebodyNew()
      return token
    },
    forget: who.beSomebodyNew,
    erase: () => {
      connection.stop('lost')
      storage.clear()
    },
    hasTalked: () => storage.get('talked') !== null,
  }
}
