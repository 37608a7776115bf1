import type { OpenSocket } from '../chat/connection.ts'

/** Sockets of the browser, to the server this page came from. */
export const openBrowserSocket: OpenSocket = ({ opened, received, closed }) => {
  const address = new URL('/ws', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address)
  socket.onopen = opened
  socket.onclose = closed
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') received(data)
  }
  return {
    close: () => {
      socket.close()
    },
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
  }
}
