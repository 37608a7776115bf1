/** S9: the same load on ten times the messages, connections, conversations and agents. */
import { join } from 'node:path'

import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import type { CustomerId, MessageId } from '../../src/protocol/model/index.ts'
import { advanceConversation } from '../../src/server/db/conversations.ts'
import { insertMessage } from '../../src/server/db/messages.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { seedReception, type Reception } from '../../tests/support/seedReception.ts'
import { agentHello, openFoyerPairs } from '../lib/pairs.ts'
import { startChild, temporaryFolder } from '../lib/process.ts'
import { clientFrame, openRawClient } from '../lib/rawClient.ts'
import { finding, type Finding } from '../lib/report.ts'
import { median, sleep } from '../lib/samples.ts'
import { createRandom, messageText } from '../lib/text.ts'
import type { FoyerServerReady } from './foyerServer.ts'
import { FOYER_SERVER, type Effort } from './throughput.ts'

const RATE = 1000
/** Pairs that write; the other agents are only connected. */
const WRITING = 50
const SMALL = { agents: 100, pastConversations: 40, messages: 50_000 }
const LARGE = { agents: 1000, pastConversations: 40, messages: 500_000 }

type Size = typeof SMALL

interface Measured {
  readonly p99: number
  readonly cpuMs: number
}

export const measureGrowth = async ({ rounds, seconds }: Effort): Promise<Finding[]> => {
  const small = await prepare(SMALL)
  const large = await prepare(LARGE)
  const runs: { readonly small: Measured; readonly large: Measured }[] = []
  for (let round = 0; round < rounds; round += 1) {
    runs.push({ small: await measure(small, seconds), large: await measure(large, seconds) })
  }
  const line = (what: string, unit: string, field: keyof Measured, bar: number): Finding => {
    const ratio = median(runs.map((run) => run.large[field] / run.small[field]))
    const value = median(runs.map((run) => run.large[field]))
    const baseline = median(runs.map((run) => run.small[field]))
    return {
      ...finding('S9', what, unit, value, baseline, `≤ ${bar} × of a tenth`, () => ratio <= bar),
      ratio,
    }
  }
  return [
    line('p99 at 1,000/s with ten times of all', 'ms', 'p99', 1.5),
    line('CPU a message with ten times of all', 'ms', 'cpuMs', 1.25),
  ]
}

interface Prepared {
  readonly folder: string
  readonly reception: Reception
}

const prepare = async ({ agents, pastConversations, messages }: Size): Promise<Prepared> => {
  const folder = temporaryFolder('growth')
  const db = await openDatabase({ file: join(folder, 'foyer.db') }, { clock: systemClock, log: silentLogger })
  const at = Date.now()
  const reception = await seedReception(db, { pairs: agents, pastConversations, at })
  const { organizationId, pairs } = reception
  const random = createRandom(9)
  const each = Math.round(messages / agents)
  for (const { agentId, conversationId } of pairs) {
    await db.transaction(async (tx) => {
      for (let seq = 1; seq <= each; seq += 1) {
        await insertMessage(tx, organizationId, {
          id: `old-${agentId}-${seq}` as MessageId,
          conversationId,
          seq,
          sessionId: null,
          sender: { kind: 'customer', customerId: `customer-c-${agentId}` as CustomerId },
          body: { kind: 'text', text: messageText(random) },
          at,
        })
      }
      await advanceConversation(tx, organizationId, conversationId, {
        seq: each,
        at,
        from: 'customer',
        reply: false,
      })
    })
  }
  await db.close()
  return { folder, reception }
}

const measure = async ({ folder, reception }: Prepared, seconds: number): Promise<Measured> => {
  // As S3: without the index, which would be busy with the old messages for minutes.
  const child = await startChild<FoyerServerReady>(FOYER_SERVER, { folder, messageSearch: false })
  const idle = await Promise.all(
    reception.pairs.slice(WRITING).map(async (pair) => {
      const client = await openRawClient(child.ready.port, '/ws', () => undefined)
      client.write(clientFrame(Buffer.from(JSON.stringify(agentHello(pair)))))
      return client
    }),
  )
  const pairs = await openFoyerPairs(child.ready.port, reception.pairs.slice(0, WRITING))
  await sleep(8000)
  // Both sizes begin warm: code compiled, pages of the threads that write in memory.
  await pairs.load.steady(RATE, seconds)
  const before = await child.cpuMs()
  const result = await pairs.load.steady(RATE, seconds)
  const used = (await child.cpuMs()) - before
  pairs.close()
  for (const client of idle) client.close()
  await child.stop()
  return { p99: Math.max(result.delivery99, result.ack99), cpuMs: used / (RATE * (seconds + 1)) }
}
