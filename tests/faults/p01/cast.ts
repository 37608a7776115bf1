/** Everybody of the run: agents in this process and in processes of their own, customers, and second computers. */
import { join } from 'node:path'

import type { Client } from '../../../src/client/index.ts'
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import type { Random } from '../../../src/server/demo/random.ts'
import { createFaultyProxy, type FaultyProxy } from '../../support/faultyProxy.ts'
import type { SeededPair } from '../../support/seedReception.ts'
import { startAgentProcess, type AgentProcess } from '../lib/agentProcess.ts'
import { startAgentWriter, type AgentPlan, type AgentWriter } from '../lib/agentWriter.ts'
import { signInOffline, startCore, wholeThread, type CoreAccount } from '../lib/core.ts'
import type { Folders } from '../lib/folders.ts'
import { readHistory } from '../lib/history.ts'
import type { FaultsServer } from '../lib/reception.ts'
import { until } from '../lib/wait.ts'
import type { Reader, Sender } from './compare.ts'
import { startCustomer, type Customer } from './customer.ts'

export interface CastOptions {
  readonly world: FaultsServer
  readonly folders: Folders
  readonly random: Random
  /** How many of the agents run in processes of their own. */
  readonly processes: number
  /** Agents who also look on from a second computer. */
  readonly secondDevices: number
  readonly messagesEach: number
  readonly gapMs: number
}

export interface Cast {
  readonly proxies: readonly FaultyProxy[]
  restartAgent(): Promise<void>
  reloadPage(): void
  drained(): Promise<boolean>
  senders(): Sender[]
  /** What each of them sees; ends the agents. */
  readers(): Promise<Reader[]>
  stop(): Promise<void>
}

interface Agent {
  readonly plan: AgentPlan
  inside: AgentWriter | null
  process: AgentProcess | null
}

interface SecondDevice {
  readonly conversationId: ConversationId
  readonly name: string
  readonly core: Client
}

export const createCast = async (options: CastOptions): Promise<Cast> => {
  const { world, folders, random, processes, secondDevices, messagesEach, gapMs } = options
  const proxies: FaultyProxy[] = []
  const agents: Agent[] = []
  const customers: {
    readonly customer: Customer
    readonly sender: Omit<Sender, 'history'>
    readonly file: string
  }[] = []
  const onlookers: SecondDevice[] = []

  const behindProxy = async (): Promise<string> => {
    const proxy = await createFaultyProxy(world.server.port, random.next)
    proxies.push(proxy)
    return `http://127.0.0.1:${proxy.port}`
  }
  const signedIn = async (account: CoreAccount): Promise<string> => {
    const folder = folders.fresh('agent')
    await signInOffline(folder, account)
    return folder
  }
  const addAgent = async (pair: SeededPair, index: number): Promise<void> => {
    const folder = await signedIn(world.account(pair, await behindProxy()))
    const plan: AgentPlan = {
      name: `agent${index}`,
      folder,
      history: join(folder, 'history.txt'),
      conversationId: pair.conversationId,
      messages: messagesEach,
      gapMs,
      seed: random.int(0, 1e9),
    }
    const apart = index < processes
    agents.push({
      plan,
      inside: apart ? null : startAgentWriter(plan),
      process: apart ? startAgentProcess(plan) : null,
    })
  }
  const addCustomer = async (pair: SeededPair, index: number): Promise<void> => {
    const name = `customer${index}`
    const file = join(folders.fresh('customer'), 'history.txt')
    const customer = startCustomer({
      name,
      url: await behindProxy(),
      widgetId: pair.widgetId,
      token: pair.customerToken,
      history: file,
      messages: messagesEach,
      gapMs,
      seed: random.int(0, 1e9),
    })
    customers.push({ customer, sender: { name, conversationId: pair.conversationId }, file })
  }
  const addOnlooker = async (pair: SeededPair, index: number): Promise<void> => {
    const core = startCore(await signedIn(world.secondDevice(pair, await behindProxy())))
    onlookers.push({ core, name: `second computer of agent${index}`, conversationId: pair.conversationId })
  }
  for (const [index, pair] of world.pairs.entries()) {
    await addAgent(pair, index)
    await addCustomer(pair, index)
    if (index < secondDevices) await addOnlooker(pair, index)
  }

  const seenBy = async (name: string, core: Client, conversationId: ConversationId): Promise<Reader> => {
    const messages = await wholeThread(core, conversationId)
    return {
      name,
      conversationId,
      ids: messages.flatMap(({ id, body }) => (body.kind === 'text' ? [id] : [])),
    }
  }
  const stopAgent = async (agent: Agent): Promise<void> => {
    await agent.inside?.stop()
    await agent.process?.stop()
    agent.inside = null
    agent.process = null
  }

  return {
    proxies,
    restartAgent: async () => {
      const agent = random.pick(agents)
      if (agent.process) {
        await agent.process.kill()
        agent.process = startAgentProcess(agent.plan)
      } else {
        await agent.inside?.stop()
        agent.inside = startAgentWriter(agent.plan)
      }
    },
    reloadPage: () => {
      random.pick(customers).customer.reload()
    },
    drained: async () => {
      for (const { inside, process } of agents) {
        if (!(process ? process.drained() : await inside?.drained())) return false
      }
      return customers.every(({ customer }) => customer.drained())
    },
    senders: () => [
      ...agents.map(({ plan: { name, conversationId, history } }) => ({
        name,
        conversationId,
        history: readHistory(history),
      })),
      ...customers.map(({ sender, file }) => ({ ...sender, history: readHistory(file) })),
    ],
    readers: async () => {
      const readers: Reader[] = []
      for (const agent of agents) {
        const { name, folder, conversationId } = agent.plan
        await stopAgent(agent)
        // What is on its disk, shown by a core that was started anew.
        const core = startCore(folder)
        await until(
          `${name} is up to date`,
          async () => (await core.query('connection.status', {})).state === 'connected',
        )
        readers.push(await seenBy(name, core, conversationId))
        await core.stop()
      }
      for (const { core, name, conversationId } of onlookers) {
        await until(
          `${name} is up to date`,
          async () => (await core.query('connection.status', {})).state === 'connected',
          60_000,
        )
        readers.push(await seenBy(name, core, conversationId))
      }
      for (const { customer, sender } of customers) readers.push({ ...sender, ids: await customer.seen() })
      return readers
    },
    stop: async () => {
      for (const agent of agents) await stopAgent(agent)
      for (const { core } of onlookers) await core.stop()
      for (const { customer } of customers) await customer.stop()
      for (const proxy of proxies) await proxy.close()
    },
  }
}
