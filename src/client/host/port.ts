import type { FromHost, ToHost } from '../api.ts'

/** The host's end of a line to one window. */
export interface HostPort {
  send(message: FromHost): void
  /** The function returned ends the listening. */
  listen(listener: (message: ToHost) => void): () => void
}

/** The part of a MessagePort that browsers, workers and Node have alike. */
export interface MessagePortLike {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  start?(): void
}

/**
 * What is said in one moment goes as one message, several as a list: the window then takes all of it in before it draws
 * again, instead of drawing between one answer and the next.
 */
export const hostPort = (port: MessagePortLike): HostPort => {
  let gathered: FromHost[] = []
  const flush = (): void => {
    const [first, ...more] = gathered
    const all = gathered
    gathered = []
    port.postMessage(more.length > 0 ? all : first)
  }
  return {
    send: (message) => {
      gathered.push(message)
      if (gathered.length === 1) queueMicrotask(flush)
    },
    listen: (listener) => {
      const onMessage = (event: { readonly data: unknown }): void => {
        const message = parseMessage(event.data)
        if (message) listener(message)
      }
      port.addEventListener('message', onMessage)
      port.start?.()
      return () => port.removeEventListener('message', onMessage)
    },
  }
}

/** What a window said, if it is shaped as agreed; names and arguments are checked where they are used. */
export const parseMessage = (data: unknown): ToHost | null => {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'use-here' || data.kind === 'wake') return { kind: data.kind }
  if (!('id' in data) || typeof data.id !== 'number') return null
  if (data.kind === 'taken' || data.kind === 'unsubscribe') return { kind: data.kind, id: data.id }
  if (data.kind !== 'run' && data.kind !== 'query' && data.kind !== 'subscribe') return null
  if (!('name' in data) || typeof data.name !== 'string') return null
  if (!('args' in data) || typeof data.args !== 'object' || data.args === null) return null
  return data as ToHost
}
