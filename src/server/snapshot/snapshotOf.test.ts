import { expect, it } from 'vitest'

import { describeDatabases } from '../../../tests/support/databases.ts'
import { readLog } from '../../../tests/support/readLog.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../tests/support/reception.ts'
import { events, type LogEntry } from '../../protocol/events/index.ts'
import type { AgentId, Scope } from '../../protocol/model/index.ts'
import { Rows, type SnapshotPart } from '../../protocol/wire/index.ts'
import { agentPresences } from './presences.ts'
import { meOf, scopesOf } from './scopesOf.ts'
import { snapshotOf } from './snapshotOf.ts'

const LIMITS = { messagesPerThread: 20, threadsWithMessages: 10 }

describeDatabases('snapshots', (databases) => {
  const withReception = receptionsOf(databases)

  const take = async ({ db, agent }: Reception, number: number): Promise<SnapshotPart[]> =>
    db.snapshot(async (read) => {
      const me = await meOf(read, ORGANIZATION, agent(number).agentId)
      if (!me) throw new Error('nobody')
      return snapshotOf(read, ORGANIZATION, me.agentId, await scopesOf(read, me), LIMITS)
    })

  const partOf = (parts: readonly SnapshotPart[], scope: Scope): Rows | undefined =>
    parts.find((part) => part.scope === scope)?.rows

  it('R-02-112 an agent sees the organisation, their own list, their groups in the pool, and their threads', async () => {
    await withReception({}, async (reception) => {
      const { arrive, customer, write, agent, clock } = reception
      await arrive(1)
      const served = await customer('受理')
      await write(served, '你好')
      clock.advance(1000)
      const newer = await customer('更新')
      await write(newer, '您好')
      await reception.done(agent(1), 'reception.set', { on: false })
      const waiting = await customer('等待')
      await write(waiting, '有人吗')
      const parts = await take(reception, 1)
      expect(parts.map(({ scope }) => scope)).toEqual([
        'org',
        'agent:agent-1',
        'pool:agent:agent-1',
        `pool:group:${GROUP}`,
        `thread:${newer.conversationId}`,
        `thread:${served.conversationId}`,
      ])
      for (const { rows } of parts) expect(Rows.parse(rows)).toEqual(rows)
      expect(partOf(parts, 'org')?.agents?.map(({ id }) => id)).toEqual(['agent-1', 'agent-2', 'agent-3'])
      expect(partOf(parts, 'agent:agent-1')?.listEntries).toHaveLength(2)
      expect(partOf(parts, `pool:group:${GROUP}`)?.poolEntries).toMatchObject([
        { conversationId: waiting.conversationId, messageCount: 1, lastText: '有人吗' },
      ])
      const thread = partOf(parts, `thread:${served.conversationId}`)
      expect(thread?.conversations?.[0]).toMatchObject({ lastSeq: 3, preview: { text: 'session-assigned' } })
      expect(thread?.messages?.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(thread?.sessions?.[0]).toMatchObject({ state: 'assigned', handlerId: 'agent-1' })
      expect(thread?.customers?.[0]).toMatchObject({
        number: 1,
        source: 'www.example.com',
        language: 'zh-CN',
      })
      const stranger = await take(reception, 2)
      expect(stranger.some(({ scope }) => scope.startsWith('thread:'))).toBe(false)
    })
  })

  it("brings another agent's own scope to nobody, and no row for each of many threads", async () => {
    await withReception({}, async (reception) => {
      const rows = await snapshotOf(
        reception.db,
        ORGANIZATION,
        'agent-1' as AgentId,
        ['agent:agent-2', 'thread:unknown'],
        LIMITS,
      )
      expect(rows).toEqual([
        { scope: 'agent:agent-2', rows: {} },
        { scope: 'thread:unknown', rows: {} },
      ])
    })
  })

  it('an old snapshot with the entries since then holds every row of a fresh one', async () => {
    await withReception({}, async (reception) => {
      const { db, arrive, customer, write, send, done, agent, commits } = reception
      await arrive(1)
      const visitor = await customer('定律')
      await write(visitor, '第一句')
      const followed = new Set((await take(reception, 1)).map(({ scope }) => scope))
      const from = commits.at(-1)?.revision ?? 0
      await send(agent(1), visitor.conversationId, '您好')
      await done(agent(1), 'list-entry.pin', { conversationId: visitor.conversationId, pinned: true })
      await done(visitor, 'customer.acknowledge', { deliveredSeq: 4, readSeq: 4 })
      await done(agent(1), 'customer.edit', {
        customerId: visitor.customerId,
        version: 1,
        fields: { name: '王女士', phone: '13800000000' },
      })
      await write(visitor, '第二句')
      const fresh = await take(reception, 1)
      const missed = (await readLog(db, ORGANIZATION, from, 1000)).filter(({ scope }) => followed.has(scope))
      expect(missed.map(({ event }) => event)).toEqual([
        'message.sent',
        'session.activated',
        'list-entry.changed',
        'receipt.advanced',
        'customer.changed',
        'message.sent',
      ])
      for (const entry of missed) {
        const declaration = events[entry.event]
        expect(declaration.payload.parse(entry.payload)).toEqual(entry.payload)
        expect(entry.scope.startsWith(declaration.scope)).toBe(true)
      }
      const scope: Scope = `thread:${visitor.conversationId}`
      const last = (name: LogEntry['event']) => missed.findLast(({ event }) => event === name)?.payload
      const thread = partOf(fresh, scope)
      expect({ customer: thread?.customers?.[0] }).toEqual(last('customer.changed'))
      expect({ session: thread?.sessions?.[0] }).toEqual(last('session.activated'))
      expect({ message: thread?.messages?.at(-1) }).toEqual(last('message.sent'))
      expect({ entry: partOf(fresh, 'agent:agent-1')?.listEntries?.[0] }).toEqual(last('list-entry.changed'))
      expect(partOf(fresh, scope)?.conversations?.[0]).toMatchObject({
        deliveredSeq: 4,
        readSeq: 4,
        lastSeq: 5,
      })
    })
  })

  it("R-17-062 a removed list entry takes the thread away, in the agent's own log", async () => {
    await withReception({}, async (reception) => {
      const { db, arrive, customer, write, done, run, agent } = reception
      await arrive(1)
      const visitor = await customer('移除')
      const { conversationId } = visitor
      await write(visitor, '你好')
      expect(await run(agent(1), 'list-entry.remove', { conversationId })).toMatchObject({
        code: 'session-open',
      })
      await done(visitor, 'customer.leave', {})
      await done(agent(1), 'list-entry.remove', { conversationId })
      const own = (await readLog(db, ORGANIZATION, 0, 1000)).filter(({ scope }) => scope === 'agent:agent-1')
      expect(own.slice(-2)).toMatchObject([
        { event: 'list-entry.removed', payload: { conversationId } },
        { event: 'scope.lost', payload: { scope: `thread:${conversationId}` } },
      ])
      expect((await take(reception, 1)).some(({ scope }) => scope.startsWith('thread:'))).toBe(false)
    })
  })

  it('R-02-060 presence is what was chosen while one is there, and offline otherwise', async () => {
    await withReception({}, async ({ db, arrive, done, agent }) => {
      await arrive(1, 2)
      await done(agent(2), 'presence.set', { presence: 'invisible' })
      const presences = await agentPresences(db, ORGANIZATION)
      const shown = presences.map(({ agentId, presence }) => [agentId, presence])
      expect(shown.toSorted((a, b) => a.join().localeCompare(b.join()))).toEqual([
        ['agent-1', 'online'],
        ['agent-2', 'invisible'],
        ['agent-3', 'offline'],
      ])
    })
  })
})
