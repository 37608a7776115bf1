import { createBlobLine, unpackBlobs } from '../../base/blobLine.ts'
import type { FromHost } from '../../client/api.ts'
import type { CorePortMessage, DesktopApi } from '../../preload/contract.ts'
import { createRemoteClient, type RemoteClient, type WindowPort } from './remoteClient.ts'

declare global {
  interface Window {
    /** Only in the desktop. */
    readonly foyer?: DesktopApi
  }
}

const CORE_PORT: CorePortMessage = 'foyer:core-port'

/** Finds the core: in the desktop a process that hands out ports, in a browser a worker of this tab. */
export const connectCore = (): RemoteClient => {
  const client = createRemoteClient()
  if (window.foyer) followDesktop(client, window.foyer)
  else startWorker(client)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') client.wake()
  })
  return client
}

/** A port comes at the beginning, and again whenever the core had to be started anew. */
const followDesktop = (client: RemoteClient, desktop: DesktopApi): void => {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    if (event.source !== window || event.data !== CORE_PORT || !port) return
    client.attach(processPort(port))
    port.start()
  })
  desktop.tell({ kind: 'core.connect' })
}

const startWorker = (client: RemoteClient): void => {
  const worker = new Worker(new URL('../../client/worker/entry.ts', import.meta.url), {
    type: 'module',
    name: 'foyer-core',
  })
  client.attach(windowPort(worker))
  // Without it the browser may erase what was not yet sent when the disk runs full (R-17-072).
  void navigator.storage?.persist?.()
}

/** Ports to another process carry no Blobs. */
const processPort = (port: MessagePort): WindowPort => {
  const { listen } = windowPort(port)
  return {
    send: createBlobLine((message) => port.postMessage(message)),
    listen: (listener) => listen((message) => listener(unpackBlobs(message) as FromHost)),
  }
}

const windowPort = (port: MessagePort | Worker): WindowPort => ({
  send: (message) => port.postMessage(message),
  listen: (listener) => {
    const onMessage = (event: MessageEvent<FromHost | readonly FromHost[]>): void => {
      for (const message of [event.data].flat()) listener(message)
    }
    const target: EventTarget = port
    target.addEventListener('message', onMessage as EventListener)
    return () => target.removeEventListener('message', onMessage as EventListener)
  },
})
