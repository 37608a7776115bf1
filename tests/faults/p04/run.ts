/** P4: a client killed while it writes leaves sound files, and nothing it promised to send is lost. */
import { join } from 'node:path'

import { createRandom } from '../../../src/server/demo/random.ts'
import { startAgentProcess } from '../lib/agentProcess.ts'
import type { AgentPlan } from '../lib/agentWriter.ts'
import { connected, signInOffline, startCore, wholeThread } from '../lib/core.ts'
import { bound, LONGEST_LIST, type Finding } from '../lib/finding.ts'
import { startFlood } from '../lib/flood.ts'
import { createFolders } from '../lib/folders.ts'
import { readHistory } from '../lib/history.ts'
import { idsStored, startReception, storedMessages } from '../lib/reception.ts'
import { sleep, until } from '../lib/wait.ts'
import { inspect } from './inspect.ts'

export interface P4Size {
  readonly kills: number
}

const CONVERSATIONS = 4

export const runP4 = async (seed: number, { kills }: P4Size): Promise<Finding> => {
  const random = createRandom(seed)
  const folders = createFolders()
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
      const process = startAgentProcess(plan)
      await process.syncing
      await sleep(random.int(60, 150))
      await process.kill()
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
    return {
      id: 'P4',
      promise: 'a client killed while writing leaves sound files',
      figure:
        `${corrupt} corrupt, ${lost} of ${kept} acknowledged lost, ${differing} of ${stored.length} shown differently, ` +
        `after ${kills} kills while ${written.messages} messages came and ${written.indexed} were indexed; ${bound(kills)}`,
      holds: corrupt + lost + differing === 0 && kept > 0 && written.indexed > 0,
      seed,
      figures: {
        kills,
        corrupt,
        lost,
        kept,
        differing,
        ...{ messages: written.messages, indexed: written.indexed },
      },
      problems: problems.slice(0, LONGEST_LIST),
    }
  } finally {
    await flood.stop()
    await server.dispose()
    folders.remove()
  }
}
