import type { OpenSocket } from '../chat/connection.ts'

/** The server answers a held question sooner; without an answer for so long it is gone. */
const ANSWERED_WITHIN_MS = 30_000
const PING = '{"t":"ping"}'

/** The frames of a socket in single requests, for where no socket gets through (R-18-079). */
export const openLine: OpenSocket = ({ opened, received, closed }) => {
  let id: string | null = null
  let over = false
  let waiting: string[] = []
  let sending = false
  let askedAt = 0

  const end = (): void => {
    if (over) return
    over = true
    closed()
  }
  const call = async (method: string, body?: string): Promise<string> => {
    const headers = {
      ...(id !== null && { authorization: `Line ${id}` }),
      ...(body !== undefined && { 'content-type': 'text/plain' }),
    }
    // A request that says goodbye outlives its page.
    const keepalive = method === 'DELETE'
    const response = await fetch('/api/line', {
      method,
      headers,
      keepalive,
      ...(body !== undefined && { body }),
    })
    if (!response.ok) throw new Error(String(response.status))
    return response.text()
  }
  const listen = async (): Promise<void> => {
    while (!over) {
      askedAt = Date.now()
      const text = await call('GET')
      if (!over) for (const frame of text.split('\n')) received(frame)
    }
  }
  const say = async (): Promise<void> => {
    while (waiting.length > 0) {
      const text = waiting.join('\n')
      waiting = []
      if (id === null) {
        id = await call('POST', text)
        listen().catch(end)
      } else await call('PUT', text)
    }
  }

  setTimeout(() => {
    if (!over) opened()
  })
  return {
    send: (text) => {
      // The held question is a sign of life by itself.
      if (text === PING) {
        if (Date.now() - askedAt < ANSWERED_WITHIN_MS) received('')
        return
      }
      waiting.push(text)
      if (sending) return
      sending = true
      say()
        .catch(end)
        .finally(() => {
          sending = false
        })
    },
    close: () => {
      over = true
      if (id !== null) call('DELETE').catch(() => undefined)
    },
  }
}
