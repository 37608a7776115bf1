/** The network of the desktop's core: Node's own sockets and requests. */
import type { ClientPorts } from '../../client/index.ts'

export const connect: ClientPorts['connect'] = (url, handlers) => {
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => handlers.opened())
  socket.addEventListener('message', ({ data }) => {
    // The protocol has text frames only.
    if (typeof data === 'string') handlers.message(data)
  })
  // Comes exactly once, also for a connection that never opened.
  socket.addEventListener('close', () => handlers.closed())
  return {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    get buffered() {
      return socket.bufferedAmount
    },
  }
}

export const http: ClientPorts['http'] = async ({ method, url, headers, body, signal }) => {
  const response = await fetch(url, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  })
  return { status: response.status, text: await response.text() }
}
