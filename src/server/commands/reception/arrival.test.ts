import { expect, it } from 'vitest'

import { botRow } from '../../../../tests/support/botRow.ts'
import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
  type Reception,
} from '../../../../tests/support/reception.ts'
import type {
  AgentId,
  Arrival,
  BotId,
  RoutingRule,
  RoutingRuleId,
  Session,
} from '../../../protocol/model/index.ts'
import type { ServerQueryResult } from '../../../protocol/queries/index.ts'
import { findOrganization } from '../../db/organizations.ts'
import { journalOf } from '../../db/sessionJournal.ts'
import { openSessionOf } from '../../db/sessions.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = { agents: 3, permissions: ['reception.routing', 'reception.bots'] } as const

const rule = (more: Partial<RoutingRule>): RoutingRule => ({
  id: 'rule-1' as RoutingRuleId,
  name: '退款',
  on: true,
  match: 'all',
  conditions: [{ on: 'words', is: true, words: ['退款'] }],
  receiver: null,
  priority: 0,
  ...more,
})

const saveRules = async ({ done, agent }: Reception, version: number, ...rules: RoutingRule[]) =>
  done(agent(1), 'routing-rules.save', { rules, version })

const sessionOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<Session> => {
  const stored = await openSessionOf(db, ORGANIZATION, conversationId)
  if (!stored) throw new Error('no open session')
  return stored.session
}

const ARRIVAL: Arrival = {
  widgetId: WIDGET,
  channel: 'web',
  language: 'zh-CN',
  type: 'new',
  ownership: 'company-pool',
  ownerId: null,
  tagIds: [],
  region: '',
  source: { kind: 'site', host: 'www.example.com', words: '', campaign: {} },
  sessions: 0,
  known: false,
  text: '',
}

const tryOut = async (
  { engine, agent }: Reception,
  rules: readonly RoutingRule[],
  more: Partial<Arrival> = {},
): Promise<ServerQueryResult<'routing.try'>> => {
  const arrival = { ...ARRIVAL, ...more }
  const answer = await engine.query(agent(1), 'routing.try', { rules, arrival, lastHandlerId: null })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as ServerQueryResult<'routing.try'>
}

describeDatabases('rules before a receiver', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-083 R-02-090 the first rule that matches gives the session its receiver and urgency; the reason is kept', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write } = reception
      await arrive(1, 2)
      const toAgent = rule({ receiver: { kind: 'agent', agentId: 'agent-2' as AgentId }, priority: 4 })
      const vip = rule({ id: 'rule-2' as RoutingRuleId, name: '售后', priority: 9, conditions: [] })
      const off = rule({ id: 'rule-0' as RoutingRuleId, on: false, priority: 1 })
      await saveRules(reception, 0, off, toAgent, {
        ...vip,
        receiver: { kind: 'group', groupId: OTHER_GROUP },
      })
      const [one, other] = [await customer('甲'), await customer('乙')]
      await write(one, '我要退款')
      expect(await sessionOf(reception, one)).toMatchObject({
        handlerId: 'agent-2',
        priority: 4,
        why: { rule: '退款', step: 'receiver' },
      })
      await write(other, '你好')
      const waiting = await sessionOf(reception, other)
      expect(waiting).toMatchObject({
        state: 'pending',
        priority: 9,
        target: { groupId: OTHER_GROUP },
        why: { rule: '售后', step: 'overflow' },
      })
      expect((await journalOf(reception.db, ORGANIZATION, waiting.id)).at(-1)?.why.rule).toBe('售后')
    })
  })

  it('a list that somebody else has saved meanwhile, and a receiver who is not there, are refused', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { run, agent } = reception
      await saveRules(reception, 0, rule({}))
      expect(await run(agent(1), 'routing-rules.save', { rules: [], version: 0 })).toMatchObject({
        ok: false,
        code: 'conflict',
      })
      const lost = rule({ receiver: { kind: 'bot', botId: 'nobody' as BotId } })
      expect(await run(agent(1), 'routing-rules.save', { rules: [lost], version: 1 })).toMatchObject({
        ok: false,
        code: 'receiver-missing',
      })
    })
  })

  it('R-02-083 the try-out goes the way a customer goes, says each step, and changes nothing', async () => {
    await withReception({ ...OPTIONS, capacity: 1 }, async (reception) => {
      const { arrive, customer, write, commits } = reception
      await arrive(1, 3)
      const rules = [rule({ receiver: { kind: 'agent', agentId: 'agent-2' as AgentId } })]
      const said = commits.length
      expect((await tryOut(reception, rules, { text: '退款' })).outcome).toEqual({
        kind: 'pool',
        target: { kind: 'agent', agentId: 'agent-2' },
      })
      const free = await tryOut(reception, rules)
      expect(free.outcome).toEqual({ kind: 'agent', agentId: 'agent-1' })
      expect(free.steps).toMatchObject([
        { step: 'rules', tried: [{ result: 'no', holds: [false] }], matched: null },
        { step: 'bot', botId: null },
        { step: 'receiver', target: { groupId: GROUP } },
        { step: 'returning', agentId: null },
        { step: 'policy', candidates: [{ agentId: 'agent-1', load: 0 }, { agentId: 'agent-3' }] },
      ])
      expect(commits.length).toBe(said)
      // What it said comes true.
      const visitor = await customer('丙')
      await write(visitor, '你好')
      expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-1' })
      await write(await customer('丁'), '你好')
      expect(await tryOut(reception, rules)).toMatchObject({
        steps: [{}, {}, {}, {}, { candidates: [], chosen: null }, { step: 'overflow', cause: 'nobody' }],
        outcome: { kind: 'pool' },
      })
      const bot = botRow()
      await reception.done(reception.agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
      const toBot = rule({ receiver: { kind: 'bot', botId: bot.id } })
      expect((await tryOut(reception, [toBot], { text: '退款' })).outcome).toEqual({
        kind: 'bot',
        botId: bot.id,
      })
    })
  })

  it('R-02-086 an owner comes before the one agent of an entry only where the company decided so', async () => {
    await withReception(
      { ...OPTIONS, permissions: [...OPTIONS.permissions, 'customer.config'] },
      async (reception) => {
        const { arrive, customer, write, done, agent, db } = reception
        await arrive(1, 2, 3)
        const toOne = rule({ conditions: [], receiver: { kind: 'agent', agentId: 'agent-2' as AgentId } })
        await saveRules(reception, 0, toOne)
        const ownerId = 'agent-3' as AgentId
        const owned = { ownership: 'owned', ownerId } as const
        expect((await tryOut(reception, [toOne], owned)).outcome).toMatchObject({ agentId: 'agent-2' })
        const organization = await findOrganization(db, ORGANIZATION)
        if (!organization) throw new Error('no organisation')
        const { policy, capacity, waitingLimitMs, version, reception: settings } = organization
        await done(agent(1), 'reception.configure', {
          ...{ policy, capacity, waitingLimitMs, version },
          reception: { ...settings, ownerBeatsSingleReceiver: true },
        })
        expect((await tryOut(reception, [toOne], owned)).outcome).toMatchObject({ agentId: 'agent-3' })
        const visitor = await customer('戊')
        await write(visitor, '在吗')
        expect(await sessionOf(reception, visitor)).toMatchObject({ handlerId: 'agent-2' })
      },
    )
  })
})
