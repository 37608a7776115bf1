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

export interface CoreProcess {
  /** Gives the page a port to the core, and a new one whenever the core was started anew. */
  connect(page: WebContents): void
  stop(): void
}

export interface CoreSettings {
  /** The built script of `start.ts`. */
  readonly script: string
  /** Folder of the local databases. */
  readonly folder: string
  readonly version: string
}

const RESTART_MS = 500

export const startCoreProcess = ({ script, folder, version }: CoreSettings): CoreProcess => {
  const pages = new Set<WebContents>()
  let stopped = false
  let core: UtilityProcess

  const start = (): UtilityProcess => {
    const child = utilityProcess.fork(script, [folder, version], { serviceName: 'Foyer client core' })
    child.once('exit', () => {
      if (stopped) return
      setTimeout(() => {
        if (stopped) return
        core = start()
        for (const page of pages) hand(page)
      }, RESTART_MS)
    })
    return child
  }
  const hand = (page: WebContents): void => {
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage('port', [port1])
    page.postMessage('core.port', null, [port2])
  }
  core = start()
  // A connection that slept with the computer looks alive for a long time.
  powerMonitor.on('resume', () => core.postMessage('wake'))
  return {
    connect: (page) => {
      if (!pages.has(page)) {
        pages.add(page)
        page.once('destroyed', () => pages.delete(page))
      }
      hand(page)
    },
    stop: () => {
      stopped = true
      core.kill()
    },
  }
}
