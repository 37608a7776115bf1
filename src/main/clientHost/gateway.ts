import type { ProxyAnswer } from '../../preload/contract.ts'
/** The core's questions to the main process about the way to the server, and their answers. */
import type { Way } from '../network/network.ts'
import type { Gateway } from './network.ts'

/** What the core asks, with a number for the answer. */
export type GatewayQuestion = { readonly ask: number } & (
  | { readonly routeTo: string }
  | { readonly signInTo: string; readonly tried: ProxyAnswer | null }
)

export interface GatewayReply {
  readonly reply: number
  readonly value: Way | ProxyAnswer | null
}

export const isReply = (data: unknown): data is GatewayReply =>
  typeof data === 'object' && data !== null && 'reply' in data

/** The core's end. `heard` takes what comes back. */
export const createGateway = (
  say: (question: GatewayQuestion) => void,
): Gateway & { readonly heard: (reply: GatewayReply) => void } => {
  const waiting = new Map<number, (value: GatewayReply['value']) => void>()
  let last = 0
  const ask = (question: (ask: number) => GatewayQuestion): Promise<GatewayReply['value']> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      say(question(last))
    })
  return {
    routeTo: async (url) => (await ask((number) => ({ ask: number, routeTo: url }))) as Way,
    signInTo: async (proxy, tried) =>
      (await ask((number) => ({ ask: number, signInTo: proxy, tried }))) as ProxyAnswer | null,
    heard: ({ reply, value }) => {
      waiting.get(reply)?.(value)
      waiting.delete(reply)
    },
  }
}

/** The main process's end: what each question is answered. */
export const answerGateway = async (gateway: Gateway, question: GatewayQuestion): Promise<GatewayReply> => ({
  reply: question.ask,
  value:
    'routeTo' in question
      ? await gateway.routeTo(question.routeTo)
      : await gateway.signInTo(question.signInTo, question.tried),
})
