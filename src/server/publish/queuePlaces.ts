/**
 * Places in the queue, counted for those who look.
 *
 * Every arrival and departure moves everybody behind it. So the queue of a target is counted at most once a second,
 * whatever happens in it, and only while somebody who waits there is connected.
 */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { ConversationId, Session } from '../../protocol/model/index.ts'
import { targetIdOf } from '../db/sessions.ts'

type Target = Session['target']

export interface QueuePlaces {
  /** The customer's place; from now on `moved` tells when it changed. */
  watch(conversationId: ConversationId, target: Target): Promise<number | null>
  unwatch(conversationId: ConversationId): void
  /** `target`: id of the group or agent, as the engine's `queue-moved` tells it. */
  queueMoved(target: string): void
  stop(): void
}

export interface QueuePlacesOptions {
  readonly clock: Clock
  readonly log: Logger
  /** Who waits, first first. */
  readonly read: (target: Target) => Promise<readonly ConversationId[]>
  /** The places of these conversations changed. */
  readonly moved: (conversations: readonly ConversationId[]) => void
}

interface Queue {
  readonly target: Target
  readonly watchers: Set<ConversationId>
  places: ReadonlyMap<ConversationId, number>
  countedAt: number
  counting: Promise<void> | undefined
  cancel: (() => void) | undefined
}

const INTERVAL_MS = 1_000

export const createQueuePlaces = ({ clock, log, read, moved }: QueuePlacesOptions): QueuePlaces => {
  const queues = new Map<string, Queue>()
  const queueOf = new Map<ConversationId, Queue>()

  const count = (queue: Queue): Promise<void> =>
    (queue.counting ??= (async () => {
      queue.countedAt = clock.now()
      const waiting = await read(queue.target)
      queue.places = new Map(waiting.map((id, index) => [id, index + 1]))
    })().finally(() => {
      queue.counting = undefined
    }))

  const recount = async (queue: Queue): Promise<void> => {
    const before = queue.places
    await count(queue)
    moved([...queue.watchers].filter((id) => before.get(id) !== queue.places.get(id)))
  }

  const schedule = (queue: Queue): void => {
    if (queue.cancel) return
    queue.cancel = clock.after(Math.max(0, queue.countedAt + INTERVAL_MS - clock.now()), () => {
      queue.cancel = undefined
      recount(queue).catch((error: unknown) => {
        log.warn('places in a queue not counted', { error })
      })
    })
  }

  const unwatch = (conversationId: ConversationId): void => {
    const queue = queueOf.get(conversationId)
    if (!queue) return
    queueOf.delete(conversationId)
    queue.watchers.delete(conversationId)
    if (queue.watchers.size > 0) return
    queue.cancel?.()
    queues.delete(targetIdOf(queue.target))
  }

  return {
    watch: async (conversationId, target) => {
      const key = targetIdOf(target)
      if (queueOf.get(conversationId) !== queues.get(key)) unwatch(conversationId)
      let queue = queues.get(key)
      if (!queue) {
        queue = {
          target,
          watchers: new Set(),
          places: new Map(),
          countedAt: Number.NEGATIVE_INFINITY,
          counting: undefined,
          cancel: undefined,
        }
        queues.set(key, queue)
      }
      queue.watchers.add(conversationId)
      queueOf.set(conversationId, queue)
      const known = queue.places.get(conversationId)
      if (known !== undefined) return known
      if (clock.now() - queue.countedAt < INTERVAL_MS) {
        schedule(queue)
        return null
      }
      await count(queue)
      return queue.places.get(conversationId) ?? null
    },
    unwatch,
    queueMoved: (target) => {
      const queue = queues.get(target)
      if (queue) schedule(queue)
    },
    stop: () => {
      for (const queue of queues.values()) queue.cancel?.()
    },
  }
}
