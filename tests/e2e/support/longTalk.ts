import { systemClock } from '../../../src/base/clock.ts'
import { createIds } from '../../../src/base/ids.ts'
import { SignedIn } from '../../../src/protocol/wire/index.ts'
import { connectAgent } from '../../support/agentClient.ts'
import type { ProductServer } from '../../support/productServer.ts'
import type { DemoAccount } from './shop.ts'

/** The agent writes a long talk from a third device, quicker than a hand could. */
export const writeLines = async (
  server: ProductServer,
  { account, password }: DemoAccount,
  talk: { readonly conversationId: string; readonly lines: readonly string[] },
): Promise<void> => {
  const device = { id: 'device-long-talk', kind: 'mobile', name: 'Phone' }
  const response = await fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password, device }),
  })
  const { token } = SignedIn.parse(await response.json())
  const ids = createIds(systemClock)
  const agent = await connectAgent(server.url, ids, { token, deviceId: device.id })
  for (const text of talk.lines) {
    const id = ids.next()
    const body = { kind: 'text', text }
    const { conversationId } = talk
    const answer = await agent.run('message.send', { conversationId, id, body, seenSeq: null }, id)
    if (answer.t !== 'done') throw new Error(`"${text}" was refused: ${answer.code}`)
  }
  await agent.close()
}
