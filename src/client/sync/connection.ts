import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import {
  HEARTBEAT_MS,
  SOCKET_PATH,
  type AgentFrame,
  type AgentHello,
  type ByeCode,
} from '../../protocol/wire/index.ts'
import type { ConnectionStatus } from '../api.ts'
import type { Connect, Socket } from '../ports/index.ts'
import { connectDelay } from './backoff.ts'
import { parseFrame, type OtherFrame, type ParsedFrame } from './parseFrame.ts'

/** A break shorter than this is not worth a word (R-17-011). */
const QUIET_BREAK_MS = 3000
/** A break longer than this is called offline (R-17-011). */
const OFFLINE_MS = 10_000
/** A socket that does not get as far as `welcome` in this time is given up. */
const OPENING_MS = 10_000
/** After waking up the answer to a ping has to come quickly. */
const PROBE_MS = 5000
/** How long to leave a server alone that does not want this client. */
const LIMITED_MS = 60_000

type LinkState = Pick<ConnectionStatus, 'state' | 'since' | 'nextTryAt' | 'reason'>
type ContentFrame = Exclude<ParsedFrame, { t: 'bye' | 'pong' }>

export interface Connection {
  start(): void
  stop(): void
  /** Tries again at once: the user asked, the network came back or the computer woke. */
  retry(): void
  /**
   * Whether everything that the server had told by now has arrived: a line keeps its order, so an answer comes after all of
   * it. Without a connection another one is tried for at once.
   */
  confirm(): Promise<boolean>
  /** The cache cannot take what comes: leaves the server alone for a while and says why. */
  giveUp(reason: string, retryAfterMs: number): void
  /** False when there is no server to send to at the moment. */
  send(frame: AgentFrame): boolean
  /** Whether commands may be given: contact, or lost so shortly ago that it is not worth a word. */
  isUp(): boolean
  /** Whether there is contact at this moment, as far as anybody has noticed. */
  isOpen(): boolean
  status(): LinkState
}

export interface ConnectionEvents {
  readonly hello: () => AgentHello
  /** Takes a frame; what it throws ends the connection. */
  readonly frame: (frame: ContentFrame) => void
  readonly pong: (frame: Extract<OtherFrame, { t: 'pong' }>, sentAt: number) => void
  /** The server ended this agent's sign-in. */
  readonly dismissed: (code: 'signed-out' | 'disabled') => void
  readonly lost: () => void
  readonly changed: () => void
}

interface ConnectionOptions {
  readonly server: string
  readonly connect: Connect
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly events: ConnectionEvents
}

/** One attempt to hold a connection; frames of a former one find `link` changed and are passed over. */
interface Link {
  readonly socket: () => Socket | null
  phase: 'opening' | 'greeting' | 'syncing' | 'ready'
  lastHeardAt: number
  /** Frames that came. */
  heard: number
  pingedAt: number
  /** Who waits for the answers to which ping, in order. */
  readonly unanswered: ((heard: boolean) => void)[]
  heartbeatMs: number
}

/** Holds a connection to the server, and tells the truth about it. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { clock, ids, log, events } = options
  let link: Link | null = null
  let running = false
  let attempt = 0
  let cancelTry: () => void = () => undefined
  let cancelWatch: () => void = () => undefined
  let cancelWords: () => void = () => undefined
  let lostAt = clock.now()
  let shown: LinkState = { state: 'connecting', since: clock.now(), nextTryAt: null, reason: null }

  const show = (state: LinkState['state'], more: Partial<LinkState> = {}): void => {
    const next: LinkState = {
      state,
      since: shown.state === state ? shown.since : clock.now(),
      nextTryAt: more.nextTryAt ?? null,
      reason: more.reason ?? null,
    }
    if (next.state === shown.state && next.nextTryAt === shown.nextTryAt && next.reason === shown.reason)
      return
    shown = next
    events.changed()
  }
  /** Chooses the word for a break by how long it has lasted, and looks again when it gets worse. */
  const showBreak = (nextTryAt: number | null): void => {
    cancelWords()
    const lasted = clock.now() - lostAt
    const again = (at: number): void => {
      cancelWords = clock.after(at - lasted, () => showBreak(nextTryAt))
    }
    if (lasted >= OFFLINE_MS) show('offline', { nextTryAt })
    else if (lasted >= QUIET_BREAK_MS || shown.state !== 'connected') {
      show('connecting')
      again(OFFLINE_MS)
    } else again(QUIET_BREAK_MS)
  }

  const tryNow = (): void => {
    cancelTry()
    const mine: Link = openLink()
    link = mine
    if (shown.state !== 'limited') showBreak(null)
    watch(mine, OPENING_MS)
  }
  const openLink = (): Link => {
    let socket: Socket | null = null
    const now = clock.now()
    const mine: Link = {
      socket: () => socket,
      phase: 'opening',
      lastHeardAt: now,
      heard: 0,
      pingedAt: now,
      unanswered: [],
      heartbeatMs: HEARTBEAT_MS,
    }
    socket = options.connect(socketAddress(options.server), {
      opened: () => {
        if (link !== mine) return
        mine.phase = 'greeting'
        socket?.send(JSON.stringify(events.hello()))
      },
      message: (text) => {
        if (link === mine) receive(mine, text)
      },
      closed: () => {
        if (link === mine) dropLink()
      },
    })
    return mine
  }

  const openSocket = (): Socket | null =>
    link?.phase === 'syncing' || link?.phase === 'ready' ? link.socket() : null

  /** Ends the present link and plans the next try. */
  const dropLink = (plan: { readonly reason?: string; readonly retryAfterMs?: number } = {}): void => {
    const former = link
    link = null
    cancelWatch()
    former?.socket()?.close()
    for (const tell of former?.unanswered.splice(0) ?? []) tell(false)
    if (!running) return
    if (former?.phase === 'syncing' || former?.phase === 'ready') {
      lostAt = clock.now()
      attempt = former.phase === 'ready' ? 0 : attempt
      events.lost()
    }
    const delay = plan.retryAfterMs ?? connectDelay(attempt, ids)
    attempt += 1
    const nextTryAt = clock.now() + delay
    cancelTry()
    if (delay !== Number.POSITIVE_INFINITY) cancelTry = clock.after(delay, tryNow)
    if (plan.reason === undefined) showBreak(nextTryAt)
    else {
      cancelWords()
      show('limited', { reason: plan.reason, nextTryAt: Number.isFinite(nextTryAt) ? nextTryAt : null })
    }
  }

  const receive = (mine: Link, text: string): void => {
    mine.lastHeardAt = clock.now()
    mine.heard += 1
    const frame = parseFrame(text, log)
    if (!frame) return
    try {
      handle(mine, frame)
    } catch (error) {
      log.error('a frame could not be applied', { frame: frame.t, error })
      if (link === mine) dropLink()
    }
  }
  const handle = (mine: Link, frame: ParsedFrame): void => {
    if (frame.t === 'bye') return handleBye(frame)
    if (frame.t === 'pong') {
      events.pong(frame, mine.pingedAt)
      mine.unanswered.shift()?.(true)
      return
    }
    if (frame.t === 'welcome') {
      mine.phase = 'syncing'
      mine.heartbeatMs = frame.heartbeatMs
      cancelWords()
      watch(mine, mine.heartbeatMs)
      show('syncing')
    }
    events.frame(frame)
    if (link !== mine) return
    if (frame.t === 'synced') {
      mine.phase = 'ready'
      attempt = 0
      show('connected')
    }
  }
  const handleBye = ({ code, retryAfterMs }: Extract<OtherFrame, { t: 'bye' }>): void => {
    log.info('the server ended the connection', { code })
    if (code === 'signed-out' || code === 'disabled') {
      events.dismissed(code)
      return
    }
    const reason = LIMITING[code]
    dropLink({
      ...(reason === undefined ? {} : { reason: code, retryAfterMs: retryAfterMs ?? reason }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }

  /** Pings in time, and gives a link up that has been silent for too long. */
  const watch = (mine: Link, delayMs: number): void => {
    cancelWatch()
    cancelWatch = clock.after(delayMs, () => {
      if (link !== mine) return
      const silent = clock.now() - mine.lastHeardAt
      const opening = mine.phase === 'opening' || mine.phase === 'greeting'
      if (opening || silent >= mine.heartbeatMs * 2) {
        log.info('the connection is dead', { phase: mine.phase, silentMs: silent })
        dropLink()
        return
      }
      ping(mine)
      watch(mine, Math.min(mine.heartbeatMs, mine.heartbeatMs * 2 - silent))
    })
  }
  const ping = (mine: Link, tell: (heard: boolean) => void = () => undefined): void => {
    mine.pingedAt = clock.now()
    mine.unanswered.push(tell)
    mine.socket()?.send('{"t":"ping"}')
  }
  /** After sleep the link may be dead without anybody having noticed. */
  const probe = (mine: Link, tell?: (heard: boolean) => void): void => {
    ping(mine, tell)
    const { heard } = mine
    clock.after(PROBE_MS, () => {
      if (link === mine && mine.heard === heard) dropLink()
    })
  }

  const retry = (): void => {
    if (!running) return
    if (link?.phase === 'ready' || link?.phase === 'syncing') return probe(link)
    attempt = 0
    lostAt = clock.now()
    dropLink({ retryAfterMs: 0 })
    show('connecting')
  }

  return {
    start: () => {
      running = true
      lostAt = clock.now()
      tryNow()
    },
    stop: () => {
      running = false
      cancelTry()
      cancelWords()
      dropLink()
    },
    retry,
    confirm: async () =>
      new Promise((resolve) => {
        if (link?.phase === 'ready') return probe(link, resolve)
        retry()
        resolve(false)
      }),
    giveUp: (reason, retryAfterMs) => dropLink({ reason, retryAfterMs }),
    send: (frame) => {
      const open = openSocket()
      open?.send(JSON.stringify(frame))
      return open !== null
    },
    isUp: () => shown.state === 'connected' || shown.state === 'syncing',
    isOpen: () => openSocket() !== null,
    status: () => shown,
  }
}

/** Refusals that mending takes somebody's action, and how long to wait for it. `replaced` waits for the user. */
const LIMITING: Partial<Record<ByeCode, number>> = {
  version: LIMITED_MS,
  forbidden: LIMITED_MS,
  'bad-frame': LIMITED_MS,
  'rate-limited': LIMITED_MS,
  replaced: Number.POSITIVE_INFINITY,
}

/** `https://desk.example.com/base/` → `wss://desk.example.com/base/ws` */
const socketAddress = (server: string): string =>
  server.replace(/^http/u, 'ws').replace(/\/+$/u, '') + SOCKET_PATH
