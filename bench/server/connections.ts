/** S7: what a signed-in connection that says nothing costs. */
import { agentHello, customerHello } from '../lib/pairs.ts'
import { startChild, temporaryFolder } from '../lib/process.ts'
import { clientFrame, openRawClient, type RawClient } from '../lib/rawClient.ts'
import { finding, type Finding } from '../lib/report.ts'
import { sleep } from '../lib/samples.ts'
import type { FoyerServerOptions, FoyerServerReady } from './foyerServer.ts'
import { FOYER_SERVER } from './throughput.ts'

const AGENTS = 1000
const CUSTOMERS_EACH = 4
const BAR_KIB = 22

export const measureConnections = async (): Promise<Finding[]> => {
  // Seeded by another process: its garbage would otherwise be memory the connections seem to find free.
  const folder = temporaryFolder('connections')
  const seeding = await startChild<FoyerServerReady>(FOYER_SERVER, {
    folder,
    seed: { pairs: AGENTS, pastConversations: CUSTOMERS_EACH - 1 },
  } satisfies FoyerServerOptions)
  const { pairs } = seeding.ready
  await seeding.stop()
  const child = await startChild<FoyerServerReady>(FOYER_SERVER, { folder } satisfies FoyerServerOptions)
  const clients: RawClient[] = []
  const open = async (hello: unknown): Promise<void> => {
    let greeted = (): void => undefined
    const welcome = new Promise<void>((resolve) => {
      greeted = resolve
    })
    const client = await openRawClient(child.ready.port, '/ws', () => {
      greeted()
    })
    client.write(clientFrame(Buffer.from(JSON.stringify(hello))))
    await welcome
    clients.push(client)
  }
  const [first] = pairs
  if (first) await open(agentHello(first))
  await sleep(2000)
  const before = await child.rssBytes()
  for (const pair of pairs.slice(1)) await open(agentHello(pair))
  for (const { agentId, widgetId } of pairs) {
    const tokens = [`bench.c-${agentId}`]
    for (let past = 0; past < CUSTOMERS_EACH - 1; past += 1) tokens.push(`bench.p${past}-${agentId}`)
    for (const customerToken of tokens) await open(customerHello({ customerToken, widgetId }))
  }
  await sleep(5000)
  const kib = ((await child.rssBytes()) - before) / 1024 / (clients.length - 1)
  const count = clients.length
  for (const client of clients) client.close()
  await child.stop()
  return [
    finding(
      'S7',
      `${count} signed-in idle connections, each`,
      'KiB',
      kib,
      null,
      `≤ ${BAR_KIB} KiB`,
      (_ratio, value) => value <= BAR_KIB,
    ),
  ]
}
