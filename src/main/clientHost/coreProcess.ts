/**
 * Runs the client core beside the main process and keeps it running.
 *
 * The core's databases are synchronous: in the main process a slow query would freeze every window. When the core
 * dies it is started again and every window gets a new port; the windows stay.
 */
import {
  MessageChannelMain,
  powerMonitor,
  utilityProcess,
  type UtilityProcess,
  type WebContents,
} from 'electron'

import type { Clock } from '../../base/clock.ts'
import type { CoreState } from '../../preload/contract.ts'
import { createRestarts } from '../app/restarts.ts'
import { answerGateway, type GatewayQuestion } from './gateway.ts'
import type { Gateway } from './network.ts'
import type { ProfileKeys } from './profile.ts'

export interface CoreProcess {
  /** Gives the page a port to the core, and a new one whenever the core was started anew. */
  connect(page: WebContents): void
  /** Starts it again after it was given up. */
  restart(): void
  /** Begins anew with other keys; resolves when it has begun. */
  exchangeKeys(keys: ProfileKeys): Promise<void>
  /** There may be a network again: a reason to try at once. */
  wake(): void
  stop(): void
}

export interface CoreSettings {
  /** The built script of `start.ts`. */
  readonly script: string
  /** Folder of the local databases. */
  readonly folder: string
  readonly version: string
  /** Of the local databases; told to the core and to nobody else. */
  readonly keys: Promise<ProfileKeys>
  /** Knows the way to the server. */
  readonly gateway: Gateway
  readonly clock: Clock
  /** Takes what the core writes into its log. */
  readonly onLog: (lines: string) => void
  readonly onState: (state: CoreState) => void
  readonly onAccount: (account: AtWork) => void
  /** How much waits to be sent. */
  readonly onUnsent: (count: number) => void
  /** The last account was signed out. */
  readonly onEmptied: () => void
}

/** Who is signed in, and where; null: nobody is. */
export interface AtWork {
  readonly server: string | null
  readonly agentId: string | null
}

/** What the core tells the main process, or asks it. */
export type FromCore = AtWork | { readonly unsent: number } | { readonly emptied: true } | GatewayQuestion

const FIRST_RESTART_MS = 500
const FAILURES_BORNE = 4

export const startCoreProcess = ({
  script,
  folder,
  version,
  keys: first,
  gateway,
  clock,
  onLog,
  onState,
  onAccount,
  onUnsent,
  onEmptied,
}: CoreSettings): CoreProcess => {
  const pages = new Set<WebContents>()
  const restarts = createRestarts({ clock, firstMs: FIRST_RESTART_MS, borne: FAILURES_BORNE })
  let ended = false
  let keys = first
  /** Called when it has begun with other keys. */
  let exchanged: (() => void) | undefined
  /** Undefined while it is down. */
  let core: UtilityProcess | undefined

  const start = (): void => {
    const child = utilityProcess.fork(script, [folder, version], {
      serviceName: 'Foyer client core',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr?.on('data', (chunk: Buffer) => onLog(chunk.toString('utf8')))
    child.on('message', (message: FromCore) => {
      if ('server' in message) onAccount(message)
      else if ('unsent' in message) onUnsent(message.unsent)
      else if ('emptied' in message) onEmptied()
      else void answerGateway(gateway, message).then((reply) => child.postMessage(reply))
    })
    child.once('exit', (code) => {
      core = undefined
      if (ended) return
      if (exchanged !== undefined) {
        again()
        return
      }
      const delay = restarts.failed()
      onLog(`${JSON.stringify({ level: 'error', msg: 'core ended', code, restartInMs: delay })}\n`)
      onState(delay === null ? 'stopped' : 'restarting')
      if (delay !== null) clock.after(delay, again)
    })
    // Not in its arguments or environment, which other programs can read.
    void keys.then((known) => child.postMessage({ keys: known }))
    core = child
  }
  const again = (): void => {
    if (ended || core !== undefined) return
    start()
    for (const page of pages) hand(page)
    onState('running')
    exchanged?.()
    exchanged = undefined
  }
  const hand = (page: WebContents): void => {
    if (core === undefined) return
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage('port', [port1])
    page.postMessage('core.port', null, [port2])
  }
  start()
  // A connection that slept with the computer looks alive for a long time.
  const wake = (): void => core?.postMessage('wake')
  powerMonitor.on('resume', wake)
  return {
    connect: (page) => {
      if (!pages.has(page)) {
        pages.add(page)
        page.once('destroyed', () => pages.delete(page))
      }
      hand(page)
    },
    restart: () => {
      restarts.forget()
      again()
    },
    exchangeKeys: (next) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      keys = Promise.resolve(next)
      exchanged = resolve
      if (core === undefined) again()
      else core.kill()
      return promise
    },
    wake,
    stop: () => {
      ended = true
      core?.kill()
    },
  }
}
