/** A line to one window, as the core's host wants it. Electron's ports are emitters, those of browsers event targets. */
import { createBlobLine, unpackBlobs } from '../../base/blobLine.ts'
import { parseMessage, type HostPort } from '../../client/host/index.ts'

/** The part of Electron's MessagePortMain that is used. */
export interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  off(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
}

export const windowPort = (port: ElectronPort): HostPort => ({
  send: createBlobLine((message) => port.postMessage(message)),
  listen: (listener) => {
    const onMessage = (event: { readonly data: unknown }): void => {
      const message = parseMessage(unpackBlobs(event.data))
      if (message) listener(message)
    }
    port.on('message', onMessage)
    port.start()
    return () => port.off('message', onMessage)
  },
})
