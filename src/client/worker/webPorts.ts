/** What the client core needs of the world, as a browser's worker has it. */
import { systemClock } from '../../base/clock.ts'
import { createIds } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import type { ClientPorts, Connect, Databases, Http } from '../ports/index.ts'

export const createWebPorts = (
  databases: Databases,
  log: Logger,
  version: string,
  onWake: ClientPorts['onWake'],
): ClientPorts => ({
  databases,
  connect,
  http,
  clock: systemClock,
  ids: createIds(systemClock),
  log,
  device: { kind: 'web', name: deviceName(navigator.userAgent), version },
  onWake,
})

const connect: Connect = (url, handlers) => {
  const socket = new WebSocket(url)
  let closed = false
  const onClosed = (): void => {
    if (closed) return
    closed = true
    handlers.closed()
  }
  socket.addEventListener('open', () => handlers.opened())
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') handlers.message(event.data)
  })
  socket.addEventListener('close', onClosed)
  return {
    send: (text) => socket.send(text),
    close: () => {
      socket.close()
      // A dead line takes a minute to close itself; for the core it is over now.
      onClosed()
    },
    get buffered() {
      return socket.bufferedAmount
    },
  }
}

/** XMLHttpRequest, because fetch does not tell how much of an upload is done. */
const http: Http = ({ method, url, headers, body, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value)
    if (onProgress) {
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
      })
    }
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }))
    request.addEventListener('error', () => reject(new Error('no answer')))
    request.addEventListener('abort', () => reject(new Error('aborted')))
    signal?.addEventListener('abort', () => request.abort())
    if (signal?.aborted) reject(new Error('aborted'))
    else request.send(body ?? null)
  })

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** What the device calls itself in the list of devices, such as `Chrome, Windows`. */
const deviceName = (userAgent: string): string => {
  const find = (names: readonly (readonly [sign: string, name: string])[]): string | undefined =>
    names.find(([sign]) => userAgent.includes(sign))?.[1]
  return [find(BROWSERS) ?? 'Browser', find(SYSTEMS)].filter((name) => name !== undefined).join(', ')
}
