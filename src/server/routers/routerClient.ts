import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import {
  RouterDecision,
  type CustomRouter,
  type RouterHealth,
  type RouterId,
  type RouterProblem,
} from '../../protocol/model/index.ts'
import { createBreakers } from '../outbound/breaker.ts'
import type { Post } from '../outbound/signedPost.ts'

export interface RouterQuestion {
  readonly router: CustomRouter
  readonly secret: string
  /** The same as in the text: the router knows a question again by it. */
  readonly requestId: string
  readonly text: string
}

export interface RouterReply {
  /** As it came; empty: nothing came. */
  readonly text: string
  readonly ms: number
  readonly decision: Result<RouterDecision, RouterProblem>
}

export interface RouterClient {
  /** Asks it, whether it rests or not. */
  ask(question: RouterQuestion): Promise<RouterReply>
  /** Whether it is asked for a customer who waits: not while it rests. Whoever asks then says how it `ended`. */
  mayAsk(routerId: RouterId): boolean
  /** Null: it answered, and its decision could be followed. */
  ended(routerId: RouterId, problem: RouterProblem | null): void
  health(routerIds: readonly RouterId[]): RouterHealth[]
}

export const createRouterClient = (post: Post, clock: Pick<Clock, 'now'>): RouterClient => {
  const breakers = createBreakers<RouterProblem>(clock)
  return {
    ask: async ({ router, secret, requestId, text }) => {
      const { url, limitMs } = router
      const begun = clock.now()
      const answered = await post({ url, secret, body: text, patienceMs: limitMs, id: requestId })
      return {
        text: answered.ok ? answered.value : '',
        ms: clock.now() - begun,
        decision: answered.ok ? readDecision(answered.value) : refuse(answered.code),
      }
    },
    mayAsk: (routerId) => breakers.of(routerId).mayAsk(),
    ended: (routerId, problem) => {
      breakers.of(routerId).ended(problem)
    },
    health: (routerIds) => routerIds.map((routerId) => ({ routerId, ...breakers.healthOf(routerId) })),
  }
}

const readDecision = (text: string): Result<RouterDecision, 'invalid'> => {
  try {
    const parsed = RouterDecision.safeParse(JSON.parse(text))
    return parsed.success ? ok(parsed.data) : refuse('invalid')
  } catch {
    return refuse('invalid')
  }
}
