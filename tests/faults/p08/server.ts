/** A full disk under the server: writes are refused with a type, reading goes on, and it recovers by itself. */
import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { connectAgent } from '../../support/agentClient.ts'
import { connectCustomer } from '../../support/customerClient.ts'
import type { Folders } from '../lib/folders.ts'
import { startReception } from '../lib/reception.ts'
import { until } from '../lib/wait.ts'
import type { FullDiskOutcome } from './client.ts'
import { mountSmallDisk } from './smallDisk.ts'

const DISK_MB = 64

export const fullServerDisk = async (folders: Folders): Promise<FullDiskOutcome | string> => {
  const folder = folders.fresh('full-server')
  const disk = mountSmallDisk(folder, DISK_MB)
  if (typeof disk === 'string') return disk
  const world = await startReception({ pairs: 2, folder })
  const { server, pairs } = world
  const ids = createIds(systemClock)
  const problems: string[] = []
  const check = (what: string, isSo: boolean): void => {
    if (!isSo) problems.push(what)
  }
  try {
    const [pair, other] = pairs
    if (!pair || !other) throw new Error('nobody is there')
    const hello = { widgetId: pair.widgetId, token: pair.customerToken }
    const customer = await connectCustomer(server.url, ids, hello)
    const agentHello = { token: pair.agentToken, deviceId: `device-${pair.agentId}` }
    const agent = await connectAgent(server.url, ids, agentHello)
    const before = await customer.write('还有地方')
    check('a message is accepted while there is room', before.t === 'done')

    disk.fill()
    const refused = await fillUp(async () => customer.write('满'.repeat(4_000)))
    check('a write is refused with unavailable', refused?.code === 'unavailable')
    check('the refusal names the disk', refused?.details?.['cause'] === 'disk-full')
    const answer = await agent.run('message.send', {
      conversationId: pair.conversationId,
      id: ids.next(),
      body: { kind: 'text', text: '满' },
      seenSeq: null,
    })
    check('an agent is refused with a type', answer.t === 'refused')
    agent.send({
      t: 'query',
      n: 1,
      name: 'history.page',
      args: { conversationId: pair.conversationId, beforeSeq: 1_000_000, limit: 10 },
    })
    const page = await agent.next((frame) => frame.t === 'answer' || frame.t === 'failed')
    check('the history can be read', page.t === 'answer')
    const visitor = await connectCustomer(server.url, ids, hello)
    check('a known customer can come in and read', visitor.welcome.messages.length > 0)
    check('it says that it is alive', (await fetch(`${server.url}/healthz`)).ok)

    const freed = performance.now()
    disk.free()
    const id = ids.next()
    await until(
      'a message is accepted again',
      async () => (await customer.write('又有地方了', id)).t === 'done',
    )
    const recoveryMs = performance.now() - freed
    const seen = await agent.event('message.sent', ({ message }) => message.id === id)
    check('and reaches the agent', seen.message.id === id)
    const late = await connectAgent(server.url, ids, {
      ...agentHello,
      token: other.agentToken,
      deviceId: `device-${other.agentId}`,
    })
    check('an agent can come in again', (await late.synced()) > 0)
    for (const client of [customer, visitor, agent, late]) await client.close()
    return { problems, recoveryMs }
  } finally {
    await server.dispose()
    disk.remove()
  }
}

/** SQLite finds room in its log for a while: writes until the first refusal. */
const fillUp = async (write: () => ReturnType<Awaited<ReturnType<typeof connectCustomer>>['write']>) => {
  for (let tries = 0; tries < 10_000; tries += 1) {
    const answer = await write()
    if (answer.t === 'refused') return answer
  }
  return undefined
}
