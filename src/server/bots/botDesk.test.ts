import { expect, it } from 'vitest'

import { botRow } from '../../../tests/support/botRow.ts'
import { describeDatabases } from '../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET, type Reception } from '../../../tests/support/reception.ts'
import { silentLogger } from '../../base/logger.ts'
import { ok, refuse } from '../../base/result.ts'
import type { Bot, Message, Session } from '../../protocol/model/index.ts'
import { presenceOf } from '../db/agentPresence.ts'
import { messagesAfter } from '../db/messages.ts'
import { findOrganization } from '../db/organizations.ts'
import { latestSessions } from '../db/sessions.ts'
import { findWidget, saveWidget } from '../db/widgets.ts'
import type { CustomerPrincipal } from '../engine/types.ts'
import { snapshotOf } from '../snapshot/snapshotOf.ts'
import { createBotDesk, type BotDesk } from './botDesk.ts'
import type { BotWebhook } from './webhook.ts'

const OPTIONS = { agents: 2, permissions: ['reception.bots'] } as const
const NOBODY: BotWebhook = { ask: async () => refuse('unreachable') }

const deskOf = ({ db, engine, clock }: Reception, webhook: BotWebhook = NOBODY): BotDesk => {
  const desk = createBotDesk({ db, engine, webhook, clock, log: silentLogger })
  engine.onCommitted((change) => {
    desk.committed(change)
  })
  return desk
}

/** The entry's bot. */
const install = async ({ db, done, agent }: Reception, bot: Bot): Promise<void> => {
  await done(agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
  const stored = await findWidget(db, WIDGET)
  if (!stored) throw new Error('no widget')
  await db.transaction(async (tx) => saveWidget(tx, ORGANIZATION, { ...stored.widget, botId: bot.id }))
}

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const [session] = await latestSessions(db, ORGANIZATION, [conversationId])
  if (!session) throw new Error('no session')
  return session
}

const linesOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Message[]> =>
  messagesAfter(db, ORGANIZATION, conversationId, 0, 100)

/** Everything that was said, as the customer or the bot said it. */
const talkOf = async (reception: Reception, visitor: CustomerPrincipal): Promise<string[]> =>
  (await linesOf(reception, visitor)).flatMap(({ body }) => {
    if (body.kind === 'text') return [body.text]
    return body.kind === 'system' && body.code === 'bot-said' ? [`> ${body.params['text'] ?? ''}`] : []
  })

const untilSaid = async (reception: Reception, visitor: CustomerPrincipal, ...last: string[]) => {
  await expect.poll(async () => (await talkOf(reception, visitor)).slice(-last.length)).toEqual(last)
}

const untilHeldBy = async (reception: Reception, visitor: CustomerPrincipal, handlerId: string | null) => {
  await expect
    .poll(async () => {
      const session = await sessionOf(reception, visitor)
      return [session.bot, session.handlerId]
    })
    .toEqual([undefined, handlerId])
}

describeDatabases('bots', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-141 R-02-084 the bot of the entry greets and answers, and no agent is loaded with it', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, db, agent } = reception
      await arrive(1)
      await install(reception, botRow())
      const desk = deskOf(reception)
      const visitor = await customer('小李')
      await write(visitor, '怎么开发票？')
      await untilSaid(reception, visitor, '怎么开发票？', '> 您好，我是小助手。', '> 在订单页申请。')
      const session = await sessionOf(reception, visitor)
      expect(session).toMatchObject({
        state: 'active',
        handlerId: null,
        bot: { id: 'bot-1', name: '小助手' },
        why: { step: 'bot' },
      })
      expect((await presenceOf(db, ORGANIZATION, agent(1).agentId))?.load).toBe(0)
      await desk.stop()
    })
  })

  it('R-02-151 R-02-232 R-02-234 after two misses people go on, with all that was said, and the bot is silent', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write } = reception
      await arrive(2)
      await install(reception, botRow())
      const desk = deskOf(reception)
      const visitor = await customer('小王')
      await write(visitor, '哈哈')
      await untilSaid(reception, visitor, '> 没听懂，请换个说法。')
      await write(visitor, '呵呵')
      await untilHeldBy(reception, visitor, 'agent-2')
      const session = await sessionOf(reception, visitor)
      expect(session).toMatchObject({ state: 'assigned' })
      const lines = await linesOf(reception, visitor)
      expect(lines.flatMap(({ body }) => (body.kind === 'system' ? [body.code] : []))).toEqual([
        'session-started',
        'bot-said',
        'bot-said',
        'bot-handed-over',
        'session-assigned',
      ])
      await write(visitor, '怎么开发票')
      await desk.stop()
      expect((await talkOf(reception, visitor)).at(-1)).toBe('怎么开发票')
    })
  })

  it('R-14-021 R-02-231 two answers in a row that do not help hand over; whoever receives reads which', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, done } = reception
      await arrive(2)
      await install(reception, botRow())
      const desk = deskOf(reception)
      const visitor = await customer('小孙')
      const judge = async (helpful: boolean): Promise<void> => {
        const answers = (await linesOf(reception, visitor)).filter(
          ({ body }) => body.kind === 'system' && body.code === 'bot-said',
        )
        const seq = answers.at(-1)?.seq ?? 0
        await done(visitor, 'customer.judge-answer', { seq, helpful })
        // Once for each answer.
        await done(visitor, 'customer.judge-answer', { seq, helpful })
      }
      await write(visitor, '查物流')
      await untilSaid(reception, visitor, '> 请提供订单号。')
      await judge(false)
      expect((await sessionOf(reception, visitor)).bot).toBeDefined()
      await write(visitor, '怎么开发票')
      await untilSaid(reception, visitor, '> 在订单页申请。')
      await judge(false)
      await untilHeldBy(reception, visitor, 'agent-2')
      const codes = (await linesOf(reception, visitor)).flatMap(({ body }) =>
        body.kind === 'system' ? [body.code] : [],
      )
      expect(codes.filter((code) => code === 'bot-judged')).toHaveLength(2)
      await desk.stop()
    })
  })

  it('R-02-231 R-14-020 the button hands over once; with nobody there the customer waits', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { customer, write, done } = reception
      await install(reception, botRow())
      const desk = deskOf(reception)
      const visitor = await customer('小赵')
      await write(visitor, '查物流')
      await untilSaid(reception, visitor, '> 请提供订单号。')
      await done(visitor, 'customer.ask-person', {})
      await done(visitor, 'customer.ask-person', {})
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'pending', handlerId: null })
      const lines = await linesOf(reception, visitor)
      expect(
        lines.filter(({ body }) => body.kind === 'system' && body.code === 'bot-handed-over'),
      ).toHaveLength(1)
      await desk.stop()
    })
  })

  it('R-02-233 a webhook that cannot be reached hands over at once, and keeps what was written in order', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write } = reception
      await arrive(1)
      await install(
        reception,
        botRow({ webhook: { url: 'https://bot.example.com/' }, menu: [], entries: [] }),
      )
      const desk = deskOf(reception)
      const visitor = await customer('小孙')
      await write(visitor, '一')
      await write(visitor, '二')
      await untilHeldBy(reception, visitor, 'agent-1')
      const said = (await talkOf(reception, visitor)).filter((text) => !text.startsWith('>'))
      expect(said).toEqual(['一', '二'])
      await desk.stop()
    })
  })

  it('only whoever manages bots learns more of the address of one than the host', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { agent, commits, db, engine } = reception
      const url = 'https://bot.example.com/ask?key=secret'
      await install(reception, botRow({ webhook: { url } }))
      const limits = { messagesPerThread: 0, threadsWithMessages: 0 }
      const snapshot = await snapshotOf(db, ORGANIZATION, agent(2).agentId, ['org'], limits)
      const told = JSON.stringify([commits, snapshot])
      expect(told).toContain('https://bot.example.com/')
      expect(told).not.toContain('key=secret')
      expect(await engine.query(agent(1), 'bot.addresses', {})).toMatchObject({
        value: { addresses: { 'bot-1': url } },
      })
    })
  })

  it('R-02-231 a webhook answers, and decides by itself to hand over', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write } = reception
      await arrive(1)
      await install(reception, botRow({ webhook: { url: 'https://bot.example.com/' } }))
      const desk = deskOf(reception, {
        ask: async ({ messages }) => {
          const last = messages.at(-1)?.body
          const handOver = last?.kind === 'text' && last.text === '再见'
          return ok({ text: handOver ? '' : '收到', choices: [], understood: true, handOver })
        },
      })
      const visitor = await customer('小周')
      await write(visitor, '你好')
      await untilSaid(reception, visitor, '> 收到')
      await write(visitor, '再见')
      await untilHeldBy(reception, visitor, 'agent-1')
      await desk.stop()
    })
  })

  it('R-02-230 R-02-181 a bot receives where nobody can, and where nobody can after it either, a message is left', async () => {
    const permissions = [...OPTIONS.permissions, 'reception.routing'] as const
    await withReception({ ...OPTIONS, permissions }, async (reception) => {
      const { customer, write, done, agent, db } = reception
      const bot = botRow()
      await done(agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
      const organization = await findOrganization(db, ORGANIZATION)
      if (!organization) throw new Error('no organisation')
      const { policy, capacity, waitingLimitMs, version, reception: settings } = organization
      await done(agent(1), 'reception.configure', {
        ...{ policy, capacity, waitingLimitMs, version },
        reception: { ...settings, overflow: { web: [{ kind: 'bot', botId: bot.id }] } },
      })
      expect(await reception.run(agent(1), 'bot.remove', { id: bot.id, version: bot.version })).toMatchObject(
        { ok: false, code: 'bot-in-use' },
      )
      const desk = deskOf(reception)
      const visitor = await customer('小郑')
      await write(visitor, '查物流')
      await untilSaid(reception, visitor, '> 请提供订单号。')
      expect(await sessionOf(reception, visitor)).toMatchObject({ why: { step: 'bot', cause: 'nobody' } })
      await done(visitor, 'customer.ask-person', {})
      expect(await sessionOf(reception, visitor)).toMatchObject({
        state: 'ended',
        endReason: 'refused',
        why: { step: 'leave-message', cause: 'nobody' },
      })
      await desk.stop()
    })
  })

  it('R-02-154 a bot session in which the customer says nothing more ends by itself', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { customer, write, engine, clock } = reception
      await install(reception, botRow())
      const desk = deskOf(reception)
      const visitor = await customer('小钱')
      await write(visitor, '查物流')
      await untilSaid(reception, visitor, '> 请提供订单号。')
      const { id } = await sessionOf(reception, visitor)
      for (const minutes of [28, 2]) {
        clock.advance(minutes * 60_000)
        await engine.runInternal(ORGANIZATION, 'timer.fire', { kind: 'session-idle', subject: id })
      }
      expect(await sessionOf(reception, visitor)).toMatchObject({ state: 'ended', endReason: 'timeout' })
      await desk.stop()
    })
  })

  it('R-02-007 what waited for a bot when the server stopped is answered when it starts', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { customer, write } = reception
      await install(reception, botRow())
      const visitor = await customer('小吴')
      await write(visitor, '查物流')
      expect((await talkOf(reception, visitor)).at(-1)).toBe('> 您好，我是小助手。')
      const desk = deskOf(reception)
      desk.start()
      await untilSaid(reception, visitor, '> 请提供订单号。')
      await desk.stop()
    })
  })
})
