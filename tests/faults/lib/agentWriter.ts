/** An agent who writes numbered messages through a real client core, on files that outlive it. */
import type { Client } from '../../../src/client/index.ts'
import type { ClientPorts } from '../../../src/client/ports/index.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { createRandom } from '../../../src/server/demo/random.ts'
import { connect } from '../../support/directNetwork.ts'
import { startCore } from './core.ts'
import { noteSends, openHistory, readHistory, type HistoryWriter } from './history.ts'
import { sleep, until } from './wait.ts'

export interface AgentPlan {
  readonly name: string
  /** Signed in already. */
  readonly folder: string
  readonly history: string
  readonly conversationId: ConversationId
  /** How many messages in all lives of the agent. */
  readonly messages: number
  /** Longest pause between two. */
  readonly gapMs: number
  readonly seed: number
}

export interface AgentWriter {
  readonly core: Client
  /** Everything was written and nothing waits any more. */
  drained(): Promise<boolean>
  stop(): Promise<void>
}

export const startAgentWriter = (plan: AgentPlan): AgentWriter => {
  const { name, folder, conversationId, messages, gapMs } = plan
  const before = readHistory(plan.history)
  const history = openHistory(plan.history)
  const random = createRandom(plan.seed + before.tried.size)
  const core = startCore(folder, { connect: noting(history) })
  let next = Math.max(-1, ...before.tried) + 1
  let stopped = false

  const write = async (): Promise<void> => {
    await until(
      `${name} is signed in`,
      async () => (await core.query('account.current', {})).state === 'signed-in',
    )
    while (next < messages && !stopped) {
      const number = next
      next += 1
      history.tried(number)
      const body = { kind: 'text' as const, text: `${name}#${number}` }
      const sent = await core.run('message.send', { conversationId, body, seenSeq: null })
      if (sent.ok) history.kept(number, sent.value.id)
      if (gapMs > 0) await sleep(random.int(0, gapMs))
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const writing = write()
  return {
    core,
    drained: async () => next >= messages && (await core.query('outbox.list', {})).length === 0,
    stop: async () => {
      stopped = true
      await writing
      await core.stop()
      history.close()
    },
  }
}

const noting =
  (history: HistoryWriter): ClientPorts['connect'] =>
  (url, handlers) => {
    const socket = connect(url, handlers)
    return {
      send: (text) => {
        noteSends(history, text)
        socket.send(text)
      },
      close: () => {
        socket.close()
      },
      get buffered() {
        return socket.buffered
      },
    }
  }
