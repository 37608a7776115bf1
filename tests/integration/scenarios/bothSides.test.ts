/** What the customer and the agents see of one session, state by state (chapter 02 section 11). */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

import type { AgentId, MessageId, SessionId } from '../../../src/protocol/model/index.ts'
import { messagesBefore } from '../../../src/server/db/messages.ts'
import { findOrganization } from '../../../src/server/db/organizations.ts'
import { latestSessions } from '../../../src/server/db/sessions.ts'
import type { CustomerPrincipal } from '../../../src/server/engine/types.ts'
import { messageSeen, stateSeen, type CustomerViewPorts } from '../../../src/server/publish/customerView.ts'
import { makeFastFolder } from '../../support/fastFolder.ts'
import { openReception, ORGANIZATION, type Reception } from '../../support/reception.ts'

const folder = makeFastFolder('foyer-sides-')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const PORTS: CustomerViewPorts = {
  agent: (id) => ({ id: id as AgentId, outwardName: `客服 ${id}`, avatarFileId: null }),
  fileUrl: (id) => `/files/${id}`,
}

/** Both sides of one conversation. */
const sidesOf = (reception: Reception, customer: CustomerPrincipal) => {
  const { db, commits } = reception
  let heard = 0
  const session = async () => (await latestSessions(db, ORGANIZATION, [customer.conversationId]))[0]
  return {
    session,
    sessionId: async () => (await session())?.id as SessionId,
    /** State, and the lines of the thread, as the customer gets them. */
    customer: async () => {
      const { session: state, agent, endReason } = stateSeen(await session(), null, PORTS)
      const messages = await messagesBefore(db, ORGANIZATION, customer.conversationId, 1000, 100)
      const lines = messages.flatMap((message) => {
        const seen = messageSeen(message, PORTS)
        if (!seen) return []
        return seen.body.kind === 'text'
          ? [`${seen.from}: ${seen.body.text}`]
          : seen.body.kind === 'system'
            ? [[seen.body.code, ...Object.values(seen.body.params)].join(' ')]
            : [seen.body.kind]
      })
      return { state, agent: agent?.name ?? null, endReason, lines }
    },
    /** What agents have been told since the last question, with whom. */
    agents: () => {
      const fresh = commits.slice(heard).flatMap(({ entries }) => entries)
      heard = commits.length
      return fresh.map(({ event, scope }) => `${event} ${scope.replace(customer.conversationId, 'it')}`)
    },
  }
}

let worlds = 0
const withReception = async (test: (reception: Reception) => Promise<void>): Promise<void> => {
  worlds += 1
  const reception = await openReception({
    address: { file: join(folder, `${worlds}.db`) },
    agents: 2,
    permissions: ['reception.routing', 'customer.config', 'block.company'],
  })
  try {
    await test(reception)
  } finally {
    await reception.close()
  }
}

it('R-02-136 R-02-137 R-02-138 R-02-139 one session as its customer and its agents see it', async () => {
  await withReception(async (reception) => {
    const { agent, customer, write, done, send, arrive } = reception
    const visitor = await customer('小李')
    const sides = sidesOf(reception, visitor)

    await write(visitor, '水壶漏水')
    expect(await sides.customer()).toEqual({
      state: 'pending',
      agent: null,
      endReason: null,
      lines: ['me: 水壶漏水'],
    })
    expect(sides.agents()).toEqual([
      'conversation.opened thread:it',
      'session.requested thread:it',
      // The line that something began, the customer's words, and that they wait.
      'message.sent thread:it',
      'message.sent thread:it',
      'session.queued thread:it',
      'pool.entered pool:group:group-main',
      'message.sent thread:it',
    ])

    await arrive(1)
    await done(agent(1), 'session.accept', { sessionId: await sides.sessionId() })
    expect(await sides.customer()).toEqual({
      state: 'assigned',
      agent: '客服 agent-1',
      endReason: null,
      lines: ['me: 水壶漏水', 'session-assigned 客服1'],
    })
    expect(sides.agents()).toEqual([
      'session.assigned thread:it',
      'pool.left pool:group:group-main',
      'message.sent thread:it',
      'list-entry.changed agent:agent-1',
      'scope.followed agent:agent-1',
    ])

    await send(agent(1), visitor.conversationId, '请发照片')
    expect(await sides.customer()).toMatchObject({ state: 'active', agent: '客服 agent-1' })
    expect((await sides.customer()).lines.at(-1)).toBe('agent: 请发照片')
    expect(sides.agents()).toEqual(['message.sent thread:it', 'session.activated thread:it'])

    const session = await sides.session()
    await done(agent(1), 'session.end', {
      sessionId: session?.id as SessionId,
      version: session?.version ?? 0,
      lastSeq: 100,
    })
    expect(await sides.customer()).toMatchObject({ state: 'ended', agent: null, endReason: 'by-agent' })
    expect((await sides.customer()).lines.at(-1)).toBe('session-ended by-agent')
    expect(sides.agents()).toEqual([
      'session.ended thread:it',
      'message.sent thread:it',
      'list-entry.changed agent:agent-1',
    ])

    await write(visitor, '还在漏')
    expect(await sides.customer()).toMatchObject({ state: 'assigned', agent: '客服 agent-1' })
    expect((await sides.session())?.id).not.toBe(session?.id)
  })
})

it('R-02-144 whom nobody can receive and nothing helps is refused, and asked to leave a message', async () => {
  await withReception(async (reception) => {
    const { db, agent, customer, write, done } = reception
    const organization = await findOrganization(db, ORGANIZATION)
    if (!organization) throw new Error('no organisation')
    const { policy, capacity, waitingLimitMs, version } = organization
    const settings = { ...organization.reception, overflow: { web: [{ kind: 'leave-message' as const }] } }
    await done(agent(1), 'reception.configure', {
      policy,
      capacity,
      waitingLimitMs,
      version,
      reception: settings,
    })
    const visitor = await customer('小王')
    const sides = sidesOf(reception, visitor)
    await write(visitor, '在吗')
    expect(await sides.session()).toMatchObject({ state: 'ended', endReason: 'refused' })
    expect(await sides.customer()).toMatchObject({
      state: 'ended',
      lines: ['me: 在吗', 'session-ended refused nobody'],
    })
    expect(stateSeen(await sides.session(), null, PORTS).askMessage).toEqual({
      cause: 'nobody',
      opensAt: null,
    })
  })
})

it('R-02-156 a block ends what is open, waiting or running, and nothing new begins', async () => {
  await withReception(async (reception) => {
    const { agent, customer, write, run, done, arrive, ids } = reception
    const waiting = await customer('小张')
    await write(waiting, '在吗')
    await arrive(1)
    const served = await customer('小赵')
    await write(served, '你好')
    for (const visitor of [waiting, served]) {
      const sides = sidesOf(reception, visitor)
      sides.agents()
      await done(agent(1), 'customer.block', { customerId: visitor.customerId, reason: '骚扰', hours: null })
      expect(await sides.session()).toMatchObject({ state: 'ended', endReason: 'blocked' })
      expect((await sides.customer()).lines.at(-1)).toBe('session-ended blocked')
      expect(sides.agents()).toEqual([
        'session.ended thread:it',
        ...(visitor === waiting ? ['pool.left pool:group:group-main'] : []),
        'message.sent thread:it',
        'company-blocks.changed org',
        'customer.changed thread:it',
      ])
      const id = ids.next() as MessageId
      const again = await run(visitor, 'customer.write', { id, body: { kind: 'text', text: '喂' } }, id)
      expect(again).toMatchObject({ ok: false, code: 'not-accepted' })
    }
  })
})
