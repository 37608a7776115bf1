/**
 * Who this is, for a proxy that wants to know.
 *
 * Name and password are kept for as long as the program runs, and in no file. Several requests may ask at once; the
 * person is asked one time.
 */
import type { ProxyAnswer } from '../../preload/contract.ts'

export interface ProxySignIn {
  /** What is known of this proxy, `host:port`. */
  of(proxy: string): ProxyAnswer | undefined
  /** A proxy refused: `tried` is what it was given. Undefined: the person does not want to say. */
  ask(proxy: string, tried: ProxyAnswer | undefined): Promise<ProxyAnswer | undefined>
  /** Null: the person closed the question. They are asked again after `forget`. */
  answered(answer: ProxyAnswer | null): void
  /** Another proxy was chosen. */
  forget(): void
}

interface Question {
  readonly proxy: string
  readonly answer: PromiseWithResolvers<ProxyAnswer | undefined>
}

/** `onAsk`: shows the question; `isAgain`: what was said last was refused. */
export const createProxySignIn = (onAsk: (proxy: string, isAgain: boolean) => void): ProxySignIn => {
  const known = new Map<string, ProxyAnswer>()
  const unwilling = new Set<string>()
  let open: Question | undefined

  const ask: ProxySignIn['ask'] = async (proxy, tried) => {
    const now = known.get(proxy)
    // Said while this request was on its way.
    if (now !== undefined && !isSame(now, tried)) return now
    if (unwilling.has(proxy)) return undefined
    if (open !== undefined && open.proxy !== proxy) {
      await open.answer.promise
      return ask(proxy, tried)
    }
    if (open === undefined) {
      open = { proxy, answer: Promise.withResolvers() }
      known.delete(proxy)
      onAsk(proxy, tried !== undefined)
    }
    return open.answer.promise
  }
  return {
    of: (proxy) => known.get(proxy),
    ask,
    answered: (answer) => {
      if (open === undefined) return
      const { proxy, answer: waiting } = open
      open = undefined
      if (answer) known.set(proxy, answer)
      else unwilling.add(proxy)
      waiting.resolve(answer ?? undefined)
    },
    forget: () => {
      known.clear()
      unwilling.clear()
      open?.answer.resolve(undefined)
      open = undefined
    },
  }
}

/** By their words: what was tried may have come from another process. */
const isSame = (one: ProxyAnswer, other: ProxyAnswer | undefined): boolean =>
  one.name === other?.name && one.password === other.password
