import { diff } from '../../base/patch.ts'
import type { ActionArgs, ActionName, ClientApi, QueryArgs, QueryName, ToHost } from '../api.ts'
import { isQueryName } from '../queries/index.ts'
import type { HostPort } from './port.ts'

/** One subscription of a window: what it has, and what came meanwhile. */
interface Feed {
  readonly end: () => void
  /** What the window holds; null before the first answer. */
  held: { readonly value: unknown } | null
  /** The window has not yet said that it took the last message. */
  busy: boolean
  next: { readonly value: unknown } | null
}

/**
 * Serves a core to one window over a port; the function returned ends it.
 *
 * A window that is busy or asleep holds nothing up and piles nothing up: each subscription has at most one message
 * under way, and the next one leads from there to the newest answer.
 */
export const serveClient = (client: ClientApi, port: HostPort): (() => void) => {
  const feeds = new Map<number, Feed>()

  const flush = (id: number, feed: Feed): void => {
    if (feed.busy || !feed.next) return
    const { next, held } = feed
    feed.next = null
    const patch = held ? diff(held.value, next.value) : null
    if (held && !patch) return
    feed.held = next
    feed.busy = true
    port.send(patch ? { kind: 'patch', id, patch } : { kind: 'answer', id, value: next.value })
  }

  const subscribe = (id: number, name: QueryName, args: QueryArgs<QueryName>): void => {
    if (feeds.has(id)) return
    const end = client.subscribe(name, args, (value) => {
      const feed = feeds.get(id)
      if (!feed) return
      feed.next = { value }
      flush(id, feed)
    })
    feeds.set(id, { end, held: null, busy: false, next: null })
  }

  const unsubscribe = (id: number): void => {
    feeds.get(id)?.end()
    feeds.delete(id)
  }

  const answer = (id: number, work: () => Promise<unknown>): void => {
    const failed = (error: unknown): void =>
      port.send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
    try {
      work().then((value) => port.send({ kind: 'answer', id, value }), failed)
    } catch (error) {
      failed(error)
    }
  }

  const handle = (message: ToHost): void => {
    switch (message.kind) {
      case 'run':
        answer(message.id, () => client.run(message.name, message.args as ActionArgs<ActionName>))
        break
      case 'query':
      case 'subscribe': {
        const { id, name } = message
        const args = message.args as QueryArgs<QueryName>
        if (!isQueryName(name)) port.send({ kind: 'failed', id, message: 'there is no such query' })
        else if (message.kind === 'query') answer(id, () => client.query(name, args))
        else subscribe(id, name, args)
        break
      }
      case 'taken': {
        const feed = feeds.get(message.id)
        if (!feed) return
        feed.busy = false
        flush(message.id, feed)
        break
      }
      case 'unsubscribe':
        unsubscribe(message.id)
        break
      case 'use-here':
      case 'wake':
        // The host's own business.
        break
    }
  }

  const unlisten = port.listen(handle)
  port.send({ kind: 'ownership', ownership: 'here' })
  return () => {
    unlisten()
    for (const id of [...feeds.keys()]) unsubscribe(id)
  }
}
