/** P23: every frame is answered or refused with a type, and the server goes on as before. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { connectAgent } from '../../support/agentClient.ts'
import { connectCustomer } from '../../support/customerClient.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import { bound, type Finding } from '../lib/finding.ts'
import { createFolders } from '../lib/folders.ts'
import { startReception } from '../lib/reception.ts'
import { createGrammar, type Known } from './grammar.ts'
import { fuzzInProcess } from './inProcess.ts'
import { fuzzSocket } from './overSocket.ts'
import { createTally, type Tally } from './verdict.ts'

export interface P23Size {
  readonly overSocket: number
  readonly inProcess: number
  readonly workers: number
}

export const runP23 = async (seed: number, size: P23Size): Promise<Finding> => {
  const folders = createFolders()
  const world = await startReception({ pairs: size.workers + 1 })
  const { server, pairs } = world
  const overSocket = createTally()
  const inProcess = createTally()
  try {
    const [steady, ...fuzzed] = pairs
    if (!steady) throw new Error('nobody is there')
    const { pid } = server
    const correctBefore = await goesOn(server.url, steady)
    await Promise.all(
      fuzzed.map((pair, index) => {
        const known = knownOf(pair, pairs)
        return fuzzSocket({
          url: server.url,
          grammar: createGrammar(createRandom(seed + index), known),
          tally: overSocket,
          known,
          deviceId: `device-${pair.agentId}`,
          frames: Math.ceil(size.overSocket / size.workers),
        })
      }),
    )
    const correctAfter = await goesOn(server.url, steady)
    const crashed = server.pid === pid && (await fetch(`${server.url}/healthz`)).ok ? 0 : 1
    const longestMs = await longestDelay(server.url)
    await fuzzInProcess(folders.fresh('fuzz'), createRandom(seed), size.inProcess, inProcess)

    const sum = (name: 'frames' | 'answered' | 'ended' | 'silent' | 'unanswered' | 'untyped'): number =>
      overSocket[name] + inProcess[name]
    const [untyped, unanswered] = [sum('untyped'), sum('unanswered')]
    return {
      id: 'P23',
      promise: 'every frame is answered or refused with a type',
      figure:
        `${crashed} crashes, ${untyped} untyped, ${unanswered} unanswered of ${sum('frames')} frames ` +
        `(${overSocket.frames} over sockets, ${inProcess.frames} in process; ${sum('answered')} answered, ${sum('ended')} ` +
        `ended the connection, ${sum('silent')} call for silence); longest delay of the loop ${longestMs.toFixed(0)} ms; ` +
        bound(sum('frames')),
      holds: crashed + untyped + unanswered === 0 && correctBefore && correctAfter,
      seed,
      figures: {
        ...{ crashed, untyped, unanswered, overSocket: overSocket.frames, inProcess: inProcess.frames },
        ...{
          answered: sum('answered'),
          ended: sum('ended'),
          silent: sum('silent'),
          longestDelayMs: longestMs,
        },
      },
      problems: [
        ...problemsOf(overSocket),
        ...problemsOf(inProcess),
        ...(correctAfter ? [] : ['the server does not go on']),
      ],
    }
  } finally {
    await server.dispose()
    folders.remove()
  }
}

const problemsOf = ({ problems }: Tally): readonly string[] => problems

const knownOf = (pair: SeededPair, pairs: readonly SeededPair[]): Known => {
  const others = pairs.slice(0, 2)
  return {
    conversationIds: [pair.conversationId, ...others.map(({ conversationId }) => conversationId), 'nowhere'],
    sessionIds: [pair.sessionId, ...others.map(({ sessionId }) => sessionId), 'no-session'],
    widgetId: pair.widgetId,
    agentToken: pair.agentToken,
    customerToken: pair.customerToken,
  }
}

/** A customer writes, the agent reads it and answers, the customer reads the answer. */
const goesOn = async (url: string, pair: SeededPair): Promise<boolean> => {
  const ids = createIds(systemClock)
  const { conversationId, agentToken: token, agentId, widgetId, customerToken } = pair
  const agent = await connectAgent(url, ids, { token, deviceId: `device-${agentId}` })
  const customer = await connectCustomer(url, ids, { widgetId, token: customerToken })
  const question = ids.next()
  const answer = ids.next()
  await customer.write('还在吗？', question)
  await agent.event('message.sent', ({ message }) => message.id === question)
  const body = { kind: 'text', text: '在的' }
  const sent = await agent.run('message.send', { conversationId, id: answer, body, seenSeq: null }, answer)
  const seen = await customer.message(({ id }) => id === answer)
  await agent.close()
  await customer.close()
  return sent.t === 'done' && seen.body.kind === 'text' && seen.body.text === body.text
}

const longestDelay = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_max_seconds ([\d.e+-]+)/mu.exec(text)?.[1] ?? Number.NaN) * 1000
}
