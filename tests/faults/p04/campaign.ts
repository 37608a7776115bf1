/** One core that is killed again and again over the same files, and what is found in them each time. */
import { join } from 'node:path'

import type { Random } from '../../../src/server/demo/random.ts'
import { startAgentProcess } from '../lib/agentProcess.ts'
import type { AgentPlan } from '../lib/agentWriter.ts'
import { connected, signInOffline, startCore, wholeThread } from '../lib/core.ts'
import { startFlood } from '../lib/flood.ts'
import type { Folders } from '../lib/folders.ts'
import { readHistory } from '../lib/history.ts'
import { idsStored, startReception, storedMessages } from '../lib/reception.ts'
import { sleep, until } from '../lib/wait.ts'
import { inspect } from './inspect.ts'

export interface Campaign {
  readonly corrupt: number
  readonly lost: number
  /** Promised to be sent. */
  readonly kept: number
  /** Messages that the server has otherwise than the core shows them in the end, of how many. */
  readonly differing: number
  readonly stored: number
  /** In the files after the last kill. */
  readonly messages: number
  readonly indexed: number
  readonly problems: readonly string[]
}

const CONVERSATIONS = 4

export const runCampaign = async (
  folders: Folders,
  random: Random,
  kills: number,
  seed: number,
): Promise<Campaign> => {
  const world = await startReception({ pairs: 1, pastConversations: CONVERSATIONS - 1 })
  const { server, reception } = world
  const [pair] = world.pairs
  if (!pair) throw new Error('nobody is there')
  const { agentId, conversationId, widgetId } = pair
  const folder = folders.fresh('killed')
  await signInOffline(folder, world.account(pair))
  const customers = [
    pair,
    ...Array.from({ length: CONVERSATIONS - 1 }, (_, past) => ({
      widgetId,
      customerToken: `${reception.organizationId}.p${past}-${agentId}`,
    })),
  ]
  const flood = await startFlood(
    server.url,
    customers,
    (number) => `订单 ${number} 的快递到哪里了？ order ${number}`,
    // Enough for a core that connects to be in the middle of writing when it is killed.
    { gapMs: 20 },
  )
  const plan: AgentPlan = {
    name: 'agent',
    folder,
    history: join(folder, 'history.txt'),
    conversationId,
    messages: Number.MAX_SAFE_INTEGER,
    gapMs: 2,
    seed,
  }
  const first = startCore(folder)
  await connected(first)
  // A busy machine might not come to it in any of the short lives below.
  await until('something is indexed', async () => {
    return (await first.query('search.local', { text: 'order', limit: 1 })).messages.length > 0
  })
  await first.stop()
  const problems: string[] = []
  let corrupt = 0
  let lost = 0
  let written = { messages: 0, indexed: 0 }
  /** What the server has been seen to have; nothing takes it away again before the last look. */
  const arrived = new Set<string>()
  const missing = (waiting: ReadonlySet<string>): string[] => {
    const unseen = [...readHistory(plan.history).kept.values()].filter((id) => !arrived.has(id))
    for (const id of idsStored(server.folder, unseen)) arrived.add(id)
    return unseen.filter((id) => !arrived.has(id) && !waiting.has(id))
  }
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      flood.resume()
      const before = readHistory(plan.history).kept.size
      const process = startAgentProcess(plan)
      await process.syncing
      await until('it has written something', () => readHistory(plan.history).kept.size > before)
      await sleep(random.int(60, 150))
      await process.kill()
      // Nobody listens while the files are looked at: what comes then would only make the next look longer.
      flood.pause()
      const found = inspect(folder, `cache-${agentId}`)
      const gone = missing(found.waiting)
      if (found.problems.length > 0) corrupt += 1
      lost += gone.length
      problems.push(...found.problems.map((problem) => `kill ${kill}: ${problem}`))
      written = found
    }
    await flood.stop()
    // The last life: everything that waits goes out and everything missed comes in.
    const core = startCore(folder)
    await connected(core)
    await until(
      'nothing waits any more',
      async () => (await core.query('outbox.list', {})).length === 0,
      120_000,
    )
    arrived.clear()
    lost += missing(new Set()).length
    const shown = await wholeThread(core, conversationId)
    const stored = storedMessages(server.folder).filter(
      (message) => message.conversationId === conversationId,
    )
    const differing = stored.filter(({ id }, index) => shown[index]?.id !== id).length
    await core.stop()
    const kept = readHistory(plan.history).kept.size
    const { messages, indexed } = written
    return { corrupt, lost, kept, differing, stored: stored.length, messages, indexed, problems }
  } finally {
    await flood.stop()
    await server.dispose()
  }
}
