import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { afterEach, expect, it } from 'vitest'

import { botRow } from '../../../tests/support/botRow.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import { listen } from '../../../tests/support/httpServer.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
  type Reception,
} from '../../../tests/support/reception.ts'
import { routerRow } from '../../../tests/support/routerRow.ts'
import { silentLogger } from '../../base/logger.ts'
import type { CustomRouter, Session } from '../../protocol/model/index.ts'
import { journalOf } from '../db/sessionJournal.ts'
import { latestSessions } from '../db/sessions.ts'
import { findWidget, saveWidget } from '../db/widgets.ts'
import type { CustomerPrincipal } from '../engine/types.ts'
import { createPost, signatureOf } from '../outbound/signedPost.ts'
import { snapshotOf } from '../snapshot/snapshotOf.ts'
import { createRouterClient } from './routerClient.ts'
import { createRouterDesk } from './routerDesk.ts'

const OPTIONS = { agents: 3, permissions: ['api.manage', 'reception.bots'] } as const

interface Asked {
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A router of the company's that answers as the test says; what it is asked is noted. */
const runRouter = async (
  answer: (response: ServerResponse, asked: Asked) => void,
): Promise<{ readonly url: string; readonly asked: Asked[] }> => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
    request.on('end', () => {
      const one = { headers: request.headers, text }
      asked.push(one)
      answer(response, one)
    })
  })
  const { url, close } = await listen(server)
  ends.push(close)
  return { url: `${url}/route`, asked }
}

const says = (answer: unknown) => (response: ServerResponse) => {
  response.end(JSON.stringify(answer))
}

/** The entry asks this router from now on. */
const install = async (
  { db, done, agent, engine, clock }: Reception,
  more: Partial<CustomRouter>,
): Promise<{ readonly secret: string }> => {
  const { version: _version, ...plan } = routerRow(more)
  const { secret } = await done(agent(1), 'router.save', { ...plan, version: null, renewSecret: false })
  const stored = await findWidget(db, WIDGET)
  if (!stored || secret === null) throw new Error('no widget')
  await db.transaction(async (tx) => saveWidget(tx, ORGANIZATION, { ...stored.widget, routerId: plan.id }))
  const client = createRouterClient(createPost({ clock, allowPrivate: true }), clock)
  const desk = createRouterDesk({ db, engine, client, log: silentLogger })
  engine.onCommitted((change) => {
    desk.committed(change)
  })
  return { secret }
}

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const [session] = await latestSessions(db, ORGANIZATION, [conversationId])
  if (!session) throw new Error('no session')
  return session
}

const untilRouted = async (reception: Reception, visitor: CustomerPrincipal): Promise<Session> => {
  await expect.poll(async () => (await sessionOf(reception, visitor)).state).not.toBe('requested')
  return sessionOf(reception, visitor)
}

describeDatabases('custom routers', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-082 R-16-109 the router of the entry is asked, signed, told no more than it may know, and names who receives', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, db } = reception
      await arrive(1, 2)
      const { url, asked } = await runRouter(says({ decision: 'agent', id: 'agent-2', later: 'unknown' }))
      const { secret } = await install(reception, { url, fields: ['type', 'firstMessage'] })
      const visitor = await customer('小李')
      await write(visitor, '退款')
      const session = await untilRouted(reception, visitor)
      expect(session).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-2',
        why: { step: 'router', router: '工单系统', load: 0, capacity: 10 },
      })
      const journal = await journalOf(db, ORGANIZATION, session.id)
      expect(journal.map(({ cause, why }) => [cause, why.step])).toEqual([
        ['requested', 'receiver'],
        ['routed', 'router'],
      ])
      const [{ headers, text }] = asked as [Asked]
      const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`
      expect(headers['webhook-signature']).toBe(signatureOf(secret, content))
      const question = JSON.parse(text) as Record<string, unknown>
      expect(question).toMatchObject({
        requestId: session.id,
        attempt: 1,
        customer: { id: visitor.customerId, type: 'new' },
        channel: 'web',
        widget: WIDGET,
        firstMessage: '退款',
        candidates: [
          { agent: 'agent-1', groups: [GROUP], presence: 'online', load: 0, capacity: 10, receivable: true },
          { agent: 'agent-2' },
        ],
        groups: [
          { group: GROUP, on: 2, total: 3, waiting: 0 },
          { group: OTHER_GROUP, on: 0, total: 0, waiting: 0 },
        ],
      })
      // What its settings do not allow is not sent.
      expect(Object.keys(question['customer'] as object)).toEqual(['id', 'type'])
    })
  })

  it('R-02-082 silent, wrong, hostile or dead: the usual way goes on', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, clock } = reception
      await arrive(3)
      const answers: ((response: ServerResponse) => void)[] = [
        (response) => response.writeHead(500).end('{}'),
        (response) => response.end('<html>'),
        says({ decision: 'agent', id: '../../etc/passwd' }),
        says({ decision: 'agent', id: 'agent-99' }),
        () => undefined,
      ]
      const { url, asked } = await runRouter((response) => {
        answers[asked.length - 1]?.(response)
      })
      await install(reception, { url, limitMs: 1000 })
      for (let round = 1; round <= answers.length; round += 1) {
        const visitor = await customer(`客${round}`)
        await write(visitor, '在吗')
        if (round === answers.length) {
          await expect.poll(() => asked).toHaveLength(round)
          // A second message waits with the first, and its writer with nobody.
          await write(visitor, '有人吗')
          expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'requested' })
          clock.advance(1000)
        }
        expect(await untilRouted(reception, visitor)).toMatchObject({
          state: 'assigned',
          handlerId: 'agent-3',
          why: { step: 'policy' },
        })
      }
      // Those were five in a row.
      const next = await customer('下一位')
      await write(next, '在吗')
      expect(await untilRouted(reception, next)).toMatchObject({ handlerId: 'agent-3' })
      expect(asked).toHaveLength(answers.length)
    })
  })

  it('R-02-143 it may name a group, a bot, the pool, a message to leave, or only say how urgent it is', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, done, agent } = reception
      await arrive(1)
      const bot = botRow()
      await done(agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
      let answer: unknown
      const { url } = await runRouter((response) => {
        says(answer)(response)
      })
      await install(reception, { url })
      const routed = async (said: unknown): Promise<Session> => {
        answer = said
        const visitor = await customer(JSON.stringify(said))
        await write(visitor, '在吗')
        return untilRouted(reception, visitor)
      }
      const router = '工单系统'
      expect(await routed({ decision: 'group', id: OTHER_GROUP, priority: 7 })).toMatchObject({
        state: 'pending',
        target: { kind: 'group', groupId: OTHER_GROUP },
        priority: 7,
        why: { step: 'overflow', router },
      })
      expect(await routed({ decision: 'bot', id: bot.id })).toMatchObject({
        state: 'active',
        bot: { id: bot.id },
        why: { step: 'bot', router },
      })
      expect(await routed({ decision: 'pool', priority: 3 })).toMatchObject({
        state: 'pending',
        target: { kind: 'group', groupId: GROUP },
        priority: 3,
        why: { step: 'router', router },
      })
      expect(await routed({ decision: 'leave-message' })).toMatchObject({
        state: 'ended',
        endReason: 'refused',
        why: { step: 'leave-message', router },
      })
      expect(await routed({ decision: 'default', priority: 5 })).toMatchObject({
        state: 'assigned',
        handlerId: 'agent-1',
        priority: 5,
        why: { step: 'policy', router },
      })
    })
  })

  it('R-16-104 R-02-006 a full agent is waited for, and only a strict router goes beyond capacity', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { arrive, customer, write, done, agent } = reception
      await arrive(1, 2)
      const { url } = await runRouter(says({ decision: 'agent', id: 'agent-1' }))
      await install(reception, { url })
      const arriving = async (name: string): Promise<Session> => {
        const visitor = await customer(name)
        await write(visitor, '在吗')
        return untilRouted(reception, visitor)
      }
      expect(await arriving('一')).toMatchObject({ handlerId: 'agent-1' })
      expect(await arriving('二')).toMatchObject({
        state: 'pending',
        target: { kind: 'agent', agentId: 'agent-1' },
      })
      const { version, ...plan } = routerRow({ url, strict: true })
      await done(agent(1), 'router.save', { ...plan, version, renewSecret: false })
      expect(await arriving('三')).toMatchObject({ handlerId: 'agent-1', why: { load: 1, capacity: 1 } })
    })
  })

  it('R-02-007 without whoever asked, the timer goes on once; a late answer changes nothing', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, clock, engine } = reception
      await arrive(1, 2)
      const { url } = await runRouter(() => undefined)
      await install(reception, { url })
      const visitor = await customer('小王')
      await write(visitor, '在吗')
      const { id: sessionId } = await sessionOf(reception, visitor)
      clock.advance(3000)
      await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'router-silent', subject: sessionId })
      const { handlerId, version } = await untilRouted(reception, visitor)
      const late = await engine.runInternal(ORGANIZATION, 'router.answer', {
        sessionId,
        routerId: routerRow().id,
        decision: { decision: 'agent', id: 'agent-3' as never },
      })
      expect(late).toEqual({ ok: true, value: { taken: 'late' } })
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId, version })
    })
  })

  it('who leaves while the router thinks has left', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, done } = reception
      await arrive(1)
      const held: ServerResponse[] = []
      const { url } = await runRouter((response) => {
        held.push(response)
      })
      await install(reception, { url })
      const visitor = await customer('小赵')
      await write(visitor, '在吗')
      await done(visitor, 'customer.leave', {})
      await expect.poll(() => held).toHaveLength(1)
      says({ decision: 'agent', id: 'agent-1' })(held[0] as ServerResponse)
      await expect
        .poll(async () => sessionOf(reception, visitor))
        .toMatchObject({ state: 'ended', endReason: 'by-customer' })
    })
  })

  it('only whoever manages routers learns more of their address than the host', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, commits, db, engine } = reception
      const url = 'https://router.example.com/route?key=secret'
      await install(reception, { url })
      const told = JSON.stringify([
        commits,
        await snapshotOf(db, ORGANIZATION, agent(2).agentId, ['org'], {
          messagesPerThread: 0,
          threadsWithMessages: 0,
        }),
      ])
      expect(told).toContain('https://router.example.com/')
      expect(told).not.toContain('key=secret')
      expect(await engine.query(agent(1), 'router.addresses', {})).toMatchObject({
        value: { addresses: { 'router-1': url } },
      })
    })
  })

  it('a router an entry names cannot be deleted, and whoever saved first wins', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent } = reception
      await install(reception, {})
      const { id, version, ...plan } = routerRow()
      expect(await run(agent(1), 'router.remove', { id, version })).toMatchObject({
        code: 'router-in-use',
        details: { uses: 1 },
      })
      const save = { ...plan, id, renewSecret: false }
      expect(await run(agent(2), 'router.save', { ...save, version: 9 })).toMatchObject({ code: 'conflict' })
      expect(await run(agent(2), 'router.save', { ...save, version })).toMatchObject({
        value: { result: { secret: null, router: { version: 2 } } },
      })
    })
  })
})
