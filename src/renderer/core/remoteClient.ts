import { assertNever } from '../../base/assertNever.ts'
import { applyPatch, share } from '../../base/patch.ts'
import type { ActionName, ClientApi, FromHost, Ownership, QueryName, ToHost } from '../../client/api.ts'

/** The window's end of a line to the host of the core. */
export interface WindowPort {
  send(message: ToHost): void
  /** The function returned ends the listening. */
  listen(listener: (message: FromHost) => void): () => void
}

export interface RemoteClient extends ClientApi {
  readonly ownership: {
    get(): Ownership
    listen(listener: () => void): () => void
  }
  /** Takes the core over from the tab that has it. */
  takeOver(): void
  /** The window was shown again. */
  wake(): void
  /** Takes another line into use, such as to a core that was started anew. */
  attach(port: WindowPort): void
}

interface Subscription {
  readonly name: QueryName
  readonly args: unknown
  readonly listener: (value: unknown) => void
  value: unknown
}

interface Request {
  readonly message: Extract<ToHost, { kind: 'run' | 'query' }>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** What may have happened to a command whose core is gone: nobody knows, and sending it again is safe. */
const UNKNOWN = { ok: false, code: 'timeout' } as const

/** What may simply be asked again, because asking twice is like asking once. */
const REPEATABLE: ReadonlySet<string> = new Set<ActionName>(['message.send', 'draft.save'])

/**
 * The client core as if it were here, over a line that may be replaced.
 *
 * Subscriptions outlive the line: a new core is asked again, and what it answers is compared with what was known, so
 * that nothing on the screen changes that did not change.
 */
export const createRemoteClient = (): RemoteClient => {
  const subscriptions = new Map<number, Subscription>()
  const requests = new Map<number, Request>()
  const ownershipListeners = new Set<() => void>()
  let ownership: Ownership = 'starting'
  let port: WindowPort | null = null
  let unlisten: (() => void) | null = null
  let lastId = 0

  const isHere = (): boolean => ownership === 'here'
  const nextId = (): number => {
    lastId += 1
    return lastId
  }

  const subscribeAgain = (id: number, subscription: Subscription): void => {
    port?.send({ kind: 'subscribe', id, name: subscription.name, args: subscription.args })
  }

  const setOwnership = (next: Ownership): void => {
    ownership = next
    if (isHere()) {
      for (const [id, subscription] of subscriptions) subscribeAgain(id, subscription)
      for (const { message } of requests.values()) port?.send(message)
    }
    for (const listener of [...ownershipListeners]) listener()
  }

  /** Commands under way went with their core; questions can be asked again, and so can what is only written down. */
  const giveUpCommands = (): void => {
    for (const [id, request] of requests) {
      if (request.message.kind !== 'run' || REPEATABLE.has(request.message.name)) continue
      requests.delete(id)
      request.resolve(UNKNOWN)
    }
  }

  const update = (id: number, next: (subscription: Subscription) => unknown): void => {
    const subscription = subscriptions.get(id)
    if (!subscription) return
    const former = subscription.value
    subscription.value = next(subscription)
    port?.send({ kind: 'taken', id })
    if (!Object.is(former, subscription.value)) subscription.listener(subscription.value)
  }

  const hear = (message: FromHost): void => {
    switch (message.kind) {
      case 'answer': {
        const { id, value } = message
        const request = requests.get(id)
        requests.delete(id)
        if (request) request.resolve(value)
        else update(id, (subscription) => share(subscription.value, value))
        break
      }
      case 'patch':
        update(message.id, (subscription) => applyPatch(subscription.value, message.patch))
        break
      case 'failed':
        requests.get(message.id)?.reject(new Error(message.message))
        requests.delete(message.id)
        break
      case 'ownership':
        if (isHere()) giveUpCommands()
        setOwnership(message.ownership)
        break
      default:
        assertNever(message)
    }
  }

  const ask = (kind: 'run' | 'query', name: string, args: unknown): Promise<never> =>
    new Promise<unknown>((resolve, reject) => {
      const message = { kind, id: nextId(), name, args } as Request['message']
      requests.set(message.id, { message, resolve, reject })
      if (isHere()) port?.send(message)
    }) as Promise<never>

  return {
    run: (name, args) => ask('run', name, args),
    query: (name, args) => ask('query', name, args),
    subscribe: (name, args, listener) => {
      const id = nextId()
      const subscription: Subscription = {
        name,
        args,
        listener: listener as (value: unknown) => void,
        value: undefined,
      }
      subscriptions.set(id, subscription)
      if (isHere()) subscribeAgain(id, subscription)
      return () => {
        if (subscriptions.delete(id) && isHere()) port?.send({ kind: 'unsubscribe', id })
      }
    },
    ownership: {
      get: () => ownership,
      listen: (listener) => {
        ownershipListeners.add(listener)
        return () => ownershipListeners.delete(listener)
      },
    },
    takeOver: () => port?.send({ kind: 'use-here' }),
    wake: () => port?.send({ kind: 'wake' }),
    attach: (next) => {
      unlisten?.()
      // Before the first core was there nothing was sent, and all of it still waits.
      if (isHere()) giveUpCommands()
      port = next
      setOwnership('starting')
      unlisten = next.listen(hear)
    },
  }
}
