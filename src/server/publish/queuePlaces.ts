/**
 * Places in the queue, and how long it takes about, for those who look.
 *
 * Every arrival and departure moves everybody behind it. So the queue of a target is counted at most once a second,
 * whatever happens in it, and only while somebody who waits there is connected. How long the last ones waited is looked at
 * once in ten seconds, for all who wait there.
 */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { ConversationId, Session } from '../../protocol/model/index.ts'
import { targetIdOf } from '../db/sessionRows.ts'

type Target = Session['target']

/** `minutes`: null while nobody has been received lately. */
export interface Waiting {
  readonly place: number | null
  readonly minutes: number | null
}

export interface QueuePlaces {
  /** Where the customer stands; from now on `moved` tells when it changed. */
  watch(conversationId: ConversationId, target: Target): Promise<Waiting>
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
  /** How long those waited who were received since then, in milliseconds. */
  readonly readWaits: (target: Target, since: number) => Promise<readonly number[]>
  /** The places of these conversations changed. */
  readonly moved: (conversations: readonly ConversationId[]) => void
}

interface Queue {
  readonly target: Target
  /** Who looks, and where they stand. */
  readonly watchers: Map<ConversationId, number | null>
  /**
   * Everybody who waits, in order, as one text: two thousand ids for each of fifty groups are a hundred thousand texts that
   * the collector would carry along until the next count.
   */
  order: string
  countedAt: number
  minutes: number | null
  estimatedAt: number
  counting: Promise<void> | undefined
  cancel: (() => void) | undefined
  cancelEstimate: (() => void) | undefined
}

const INTERVAL_MS = 1_000
/** R-18-020. */
const ESTIMATE_EVERY_MS = 10_000
const ESTIMATE_FROM_MS = 60 * 60_000
const MINUTE_MS = 60_000

/** The time half of them waited, in whole minutes and at least one; null: there is nobody to learn it from. */
export const minutesOf = (waits: readonly number[]): number | null => {
  const median = waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]
  return median === undefined ? null : Math.max(1, Math.round(median / MINUTE_MS))
}

/** Ids have no commas; one begins and ends the text, so that each stands between two. */
const textOf = (ids: readonly ConversationId[]): string => `,${ids.join()},`

/** Null: not among them. */
const placeIn = (order: string, id: ConversationId): number | null => {
  const at = order.indexOf(`,${id},`)
  if (at < 0) return null
  let place = 1
  for (let comma = order.indexOf(','); comma < at; comma = order.indexOf(',', comma + 1)) place += 1
  return place
}

export const createQueuePlaces = ({
  clock,
  log,
  read,
  readWaits,
  moved,
}: QueuePlacesOptions): QueuePlaces => {
  const queues = new Map<string, Queue>()
  const queueOf = new Map<ConversationId, Queue>()

  const count = (queue: Queue): Promise<void> =>
    (queue.counting ??= (async () => {
      queue.countedAt = clock.now()
      const waiting = await read(queue.target)
      queue.order = textOf(waiting)
      const { watchers } = queue
      const notThere = new Set(watchers.keys())
      for (let index = 0; index < waiting.length && notThere.size > 0; index += 1) {
        const id = waiting[index]
        if (id !== undefined && notThere.delete(id)) watchers.set(id, index + 1)
      }
      for (const id of notThere) watchers.set(id, null)
      if (queue.countedAt - queue.estimatedAt < ESTIMATE_EVERY_MS) return
      queue.estimatedAt = queue.countedAt
      queue.minutes = minutesOf(await readWaits(queue.target, queue.countedAt - ESTIMATE_FROM_MS))
    })().finally(() => {
      queue.counting = undefined
    }))

  const recount = async (queue: Queue): Promise<void> => {
    const { minutes } = queue
    const before = new Map(queue.watchers)
    await count(queue)
    const isOther = minutes !== queue.minutes
    moved([...queue.watchers.keys()].filter((id) => isOther || before.get(id) !== queue.watchers.get(id)))
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

  /** Time alone makes what was learned from the last hour old. */
  const keepEstimate = (queue: Queue): void => {
    queue.cancelEstimate = clock.after(ESTIMATE_EVERY_MS, () => {
      schedule(queue)
      keepEstimate(queue)
    })
  }

  const unwatch = (conversationId: ConversationId): void => {
    const queue = queueOf.get(conversationId)
    if (!queue) return
    queueOf.delete(conversationId)
    queue.watchers.delete(conversationId)
    if (queue.watchers.size > 0) return
    queue.cancel?.()
    queue.cancelEstimate?.()
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
          watchers: new Map(),
          order: '',
          countedAt: Number.NEGATIVE_INFINITY,
          minutes: null,
          estimatedAt: Number.NEGATIVE_INFINITY,
          counting: undefined,
          cancel: undefined,
          cancelEstimate: undefined,
        }
        queues.set(key, queue)
        keepEstimate(queue)
      }
      if (!queueOf.has(conversationId))
        queue.watchers.set(conversationId, placeIn(queue.order, conversationId))
      queueOf.set(conversationId, queue)
      const whereNow = ({ watchers, minutes }: Queue): Waiting => ({
        place: watchers.get(conversationId) ?? null,
        minutes,
      })
      if (whereNow(queue).place !== null) return whereNow(queue)
      if (clock.now() - queue.countedAt < INTERVAL_MS) {
        schedule(queue)
        return whereNow(queue)
      }
      await count(queue)
      return whereNow(queue)
    },
    unwatch,
    queueMoved: (target) => {
      const queue = queues.get(target)
      if (queue) schedule(queue)
    },
    stop: () => {
      for (const queue of queues.values()) {
        queue.cancel?.()
        queue.cancelEstimate?.()
      }
    },
  }
}
