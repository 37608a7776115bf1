import type { OpenSocket } from '../chat/connection.ts'
import { openLine } from './line.ts'

/** No socket has ever said anything here, so something between here and the server may let none through. */
let blocked = typeof WebSocket === 'undefined'
let proven = false

/** Sockets of the browser to the server this page came from, or where they do not get through a line of requests. */
export const openBrowserSocket: OpenSocket = (events) => (blocked ? openLineFor(events) : openSocket(events))

const openSocket: OpenSocket = ({ opened, received, closed }) => {
  const address = new URL('/ws', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address)
  socket.onopen = opened
  socket.onclose = () => {
    if (!proven) blocked = true
    closed()
  }
  socket.onmessage = ({ data }) => {
    proven = true
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

/** Where a line does not get through either the server is away, and the next try is a socket again. */
const openLineFor: OpenSocket = (events) => {
  let heard = false
  return openLine({
    ...events,
    received: (text) => {
      heard = true
      events.received(text)
    },
    closed: () => {
      if (!heard) blocked = typeof WebSocket === 'undefined'
      events.closed()
    },
  })
}
