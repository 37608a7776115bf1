import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import {
  NO_GREETINGS,
  type AgentId,
  type GreetingId,
  type Greetings,
  type Message,
  type SessionId,
} from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { messagesBefore } from '../../db/messages.ts'
import { findOrganization } from '../../db/organizations.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'
import { messageSeen } from '../../publish/customerView.ts'

const OPTIONS = { agents: 2, permissions: ['reception.groups', 'reception.routing'] } as const
const ANNA = 'agent-1' as AgentId
const OWN = { id: 'greeting-1' as GreetingId, agentIds: [ANNA], online: '我是安娜', offline: '' }
const GREETINGS: Greetings = {
  ...NO_GREETINGS,
  own: [OWN],
  defaults: { online: '您好', offline: { 'zh-CN': '稍后回复您', en: 'We answer later' } },
}

const greetingsIn = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Message[]> =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).filter(
    ({ body }) => body.kind === 'system' && body.code === 'greeting',
  )

describeDatabases('greetings', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-170 are saved as a whole, once for each version, and nobody has two', async () => {
    await withReception(OPTIONS, async ({ run, done, agent }) => {
      const { greetings } = await done(agent(1), 'greetings.save', GREETINGS)
      expect(greetings).toEqual({ ...GREETINGS, version: 1 })
      expect(await run(agent(1), 'greetings.save', GREETINGS)).toMatchObject({ code: 'conflict' })
      const twice = [OWN, { ...OWN, id: 'greeting-2' as GreetingId }]
      expect(await run(agent(1), 'greetings.save', { ...greetings, own: twice })).toMatchObject({
        code: 'greeting-taken',
        details: { name: '员工1' },
      })
      const empty = [{ ...OWN, online: '' }]
      expect(await run(agent(1), 'greetings.save', { ...greetings, own: empty })).toMatchObject({
        code: 'greeting-empty',
      })
      const long = [{ ...OWN, online: '长'.repeat(101) }]
      expect(await run(agent(1), 'greetings.save', { ...greetings, own: long })).toMatchObject({
        code: 'invalid',
      })
      expect((await done(agent(1), 'greetings.save', { ...greetings, own: [] })).greetings.own).toEqual([])
    })
  })

  it('R-02-171 R-18-015 the customer is greeted once by whom they come to, and nobody has answered by that', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, customer, write, arrive, db } = reception
      await done(agent(1), 'greetings.save', GREETINGS)
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '水壶漏水')
      const [line, ...more] = await greetingsIn(reception, visitor)
      if (!line) throw new Error('nobody greeted')
      expect(more).toEqual([])
      expect(messageSeen(line, { agent: () => undefined, fileUrl: () => '' })).toMatchObject({
        from: 'agent',
        body: { kind: 'text', text: '我是安娜' },
      })
      const open = await openSessionOf(db, ORGANIZATION, visitor.conversationId)
      expect(open?.session).toMatchObject({ state: 'assigned', handlerId: ANNA, firstReplyAt: null })
      expect(await findConversation(db, ORGANIZATION, visitor.conversationId)).toMatchObject({
        last_agent_seq: 0,
        last_agent_at: null,
      })

      await arrive(2)
      await done(agent(1), 'session.transfer', {
        sessionId: open?.session.id as SessionId,
        version: open?.session.version ?? 0,
        to: { kind: 'agent', agentId: 'agent-2' as AgentId },
        waiting: false,
        customerNote: '',
        colleagueNote: '',
      })
      expect(await greetingsIn(reception, visitor)).toHaveLength(1)
    })
  })

  it('R-02-171 R-02-172 whoever is away greets with the text for that, in the language of the reader', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { done, agent, customer, write, db } = reception
      const organization = await findOrganization(db, ORGANIZATION)
      if (!organization) throw new Error('no organisation')
      const { policy, capacity, waitingLimitMs, version } = organization
      const overflow = { web: [{ kind: 'random-member' as const }] }
      await done(agent(1), 'reception.configure', {
        policy,
        capacity,
        waitingLimitMs,
        version,
        reception: { ...organization.reception, overflow },
      })
      await done(agent(1), 'greetings.save', GREETINGS)
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      const [line] = await greetingsIn(reception, visitor)
      if (!line) throw new Error('nobody greeted')
      expect(messageSeen(line, { agent: () => undefined, fileUrl: () => '' })?.body).toEqual({
        kind: 'text',
        text: '稍后回复您',
        texts: { 'zh-CN': '稍后回复您', en: 'We answer later' },
      })
    })
  })
})
