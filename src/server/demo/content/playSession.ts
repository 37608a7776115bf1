import type { Agent, GroupId } from '../../../protocol/model/index.ts'
import type { Random } from '../random.ts'
import type { Line } from './talk.ts'
import type { ThreadBuilder } from './threadBuilder.ts'

export interface SessionPlan {
  readonly lines: readonly Line[]
  readonly start: number
  readonly groupId: GroupId
  readonly handler: Agent
  /** Goes on: it is not ended. */
  readonly open: boolean
}

/** One session: taken at once or out of the pool, answered line by line, ended as sessions end. */
export const playSession = (random: Random, thread: ThreadBuilder, plan: SessionPlan): void => {
  const { lines, start, groupId, handler, open } = plan
  const [first, ...rest] = lines
  if (!first) return
  const load = random.int(0, 6)
  const policy = {
    step: 'policy',
    policy: 'least-load',
    load,
    capacity: 10,
    candidates: random.int(1, 4),
  } as const
  thread.request(start, { kind: 'group', groupId }, first.text)
  const customer = { kind: 'customer', customerId: thread.conversation().customerId } as const
  const queued = !open && random.chance(0.18)
  if (queued) thread.queue(start)
  if (queued && random.chance(0.15)) {
    thread.end(start + random.int(120, 700) * 1000, 'abandoned')
    return
  }
  const wait = queued ? random.int(20, 240) * 1000 : 0
  thread.assign(
    start + wait,
    handler.id,
    handler.outwardName,
    queued ? { step: 'accepted', load, capacity: 10 } : policy,
  )
  for (const { from, text, at } of rest) {
    thread.say(start + wait + at, from === 'agent' ? { kind: 'agent', agentId: handler.id } : customer, text)
  }
  if (open) return
  const last = start + wait + (rest.at(-1)?.at ?? 0)
  const reason = random.weighted([
    ['by-agent', 6],
    ['timeout', 3],
    ['by-customer', 2],
  ] as const)
  thread.end(last + (reason === 'timeout' ? 1_800_000 : random.int(10, 90) * 1000), reason)
}
