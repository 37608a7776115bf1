/** A reception desk on which schedules are played, watched by the reference. */
import { silentLogger, type Logger } from '../../src/base/logger.ts'
import { sql } from '../../src/base/sql.ts'
import type { CommandArgs, CommandName } from '../../src/protocol/commands/index.ts'
import type { AgentId, ConversationId, SessionId, SessionTarget } from '../../src/protocol/model/index.ts'
import { POOL_BATCH_LIMIT } from '../../src/protocol/model/limits.ts'
import { agentsOf } from '../../src/server/db/agents.ts'
import type { DatabaseAddress } from '../../src/server/db/open.ts'
import { findOrganization } from '../../src/server/db/organizations.ts'
import type { Db } from '../../src/server/db/port.ts'
import { groupsOf, saveGroup } from '../../src/server/db/receptionGroups.ts'
import { dueTimers } from '../../src/server/db/timers.ts'
import type { CommandOutcome, CustomerPrincipal, Principal } from '../../src/server/engine/types.ts'
import { recoverPresence } from '../../src/server/jobs/recoverPresence.ts'
import { createTimerService } from '../../src/server/jobs/timers.ts'
import { createTestClock } from '../support/clock.ts'
import { GROUP, openReception, ORGANIZATION, OTHER_GROUP } from '../support/reception.ts'
import { capacityLeftIdle, follow, problemsAtRest } from './atRest.ts'
import { createReference, type Reference } from './reference.ts'
import type { Round, Step, TargetNumber } from './schedule.ts'

export interface DeskOptions {
  readonly address: DatabaseAddress
  readonly agents: number
  readonly customers: number
  readonly capacity: number
}

export interface Desk {
  readonly reference: Reference
  /** Lets time pass, does the steps at once, and looks at everything. */
  play(round: Round): Promise<void>
  /** What was found to be wrong so far. */
  problems(): readonly string[]
  /** How many commands were decided, and how many of them refused. */
  readonly counted: { commands: number; refused: number }
  close(): Promise<void>
}

interface OpenRow {
  readonly id: SessionId
  readonly conversation_id: ConversationId
  readonly state: string
  readonly handler_id: AgentId | null
  readonly version: number
}

/** The first agent may do what supervisors and administrators do. */
const PERMISSIONS = [
  'admin',
  'block.company',
  'customer.config',
  'monitor.force-transfer',
  'reception.groups',
  'reception.routing',
] as const

export const openDesk = async (options: DeskOptions): Promise<Desk> => {
  const clock = createTestClock()
  let reception = await openReception({ ...options, clock })
  const { db } = reception
  const numbers = Array.from({ length: options.agents }, (_, index) => index + 1)
  await equip(db, numbers)
  const visitors: CustomerPrincipal[] = []
  for (let each = 0; each < options.customers; each += 1)
    visitors.push(await reception.customer(`客户${each}`))
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const reference = createReference({ organization, agents: await agentsOf(db, ORGANIZATION) })
  const problems: string[] = []
  const counted = { commands: 0, refused: 0 }
  let followed = 0

  const run = async <N extends CommandName>(
    principal: Principal,
    name: N,
    args: CommandArgs<N>,
    id?: string,
  ): Promise<CommandOutcome> => {
    const outcome = await reception.run(principal, name, args, id)
    counted.commands += 1
    if (!outcome.ok) {
      counted.refused += 1
      if (['internal', 'unavailable', 'invalid'].includes(outcome.code))
        problems.push(`${name} was answered with ${outcome.code} ${JSON.stringify(outcome.details)}`)
    }
    return outcome
  }

  const targetOf = (to: TargetNumber): SessionTarget =>
    typeof to === 'number'
      ? { kind: 'agent', agentId: reception.agent(to).agentId }
      : { kind: 'group', groupId: to === 'main' ? GROUP : OTHER_GROUP }

  const perform = async (step: Step, open: readonly OpenRow[]): Promise<void> => {
    const boss = reception.agent(1)
    const pending = open.filter(({ state }) => state === 'pending')
    const handled = open.filter(({ handler_id }) => handler_id !== null)
    switch (step.kind) {
      case 'write': {
        const visitor = visitors[step.customer]
        const id = reception.ids.next() as CommandArgs<'customer.write'>['id']
        if (visitor) await run(visitor, 'customer.write', { id, body: { kind: 'text', text: '在吗' } }, id)
        return
      }
      case 'leave': {
        const visitor = visitors[step.customer]
        if (visitor) await run(visitor, 'customer.leave', {})
        return
      }
      case 'block':
      case 'unblock': {
        const customerId = visitors[step.customer]?.customerId
        if (!customerId) return
        if (step.kind === 'unblock') await run(boss, 'customer.unblock', { customerId })
        else await run(boss, 'customer.block', { customerId, reason: '', hours: 1 })
        return
      }
      case 'accept':
      case 'dismiss': {
        const row = chosen(pending, step.pick)
        if (row) await run(reception.agent(step.agent), `session.${step.kind}`, { sessionId: row.id })
        return
      }
      case 'race': {
        const row = chosen(pending, step.pick)
        if (row) await race(row.id)
        return
      }
      case 'clash': {
        const row = chosen(handled, step.pick)
        if (row) await clash(row, step)
        return
      }
      case 'answer': {
        const row = chosen(handled, step.pick)
        if (!row?.handler_id) return
        const id = reception.ids.next() as CommandArgs<'message.send'>['id']
        const args = {
          conversationId: row.conversation_id,
          id,
          body: { kind: 'text', text: '您好' } as const,
        }
        await run(principalOf(row.handler_id), 'message.send', { ...args, seenSeq: null }, id)
        return
      }
      case 'end': {
        const row = chosen(handled, step.pick)
        if (!row?.handler_id) return
        const args = { sessionId: row.id, version: row.version, lastSeq: LAST }
        await run(principalOf(row.handler_id), 'session.end', args)
        return
      }
      case 'transfer':
      case 'force': {
        const row = chosen(handled, step.pick)
        if (!row?.handler_id) return
        const args = {
          sessionId: row.id,
          version: row.version,
          to: targetOf(step.to),
          waiting: step.waiting,
        }
        if (step.kind === 'force') await run(boss, 'session.force-transfer', { ...args, note: '' })
        else
          await run(principalOf(row.handler_id), 'session.transfer', {
            ...args,
            customerNote: '',
            colleagueNote: '',
          })
        return
      }
      case 'retarget': {
        const from = step.pick % 3
        const sessionIds = pending.slice(from, from + POOL_BATCH_LIMIT).map(({ id }) => id)
        if (sessionIds.length > 0) await run(boss, 'session.retarget', { sessionIds, to: targetOf(step.to) })
        return
      }
      case 'connect':
      case 'disconnect': {
        const name = step.kind === 'connect' ? 'agent.connected' : 'agent.disconnected'
        const { agentId } = reception.agent(step.agent)
        await reception.engine.runInternal(ORGANIZATION, name, { agentId })
        return
      }
      case 'disable':
      case 'enable':
        await run(boss, `agent.${step.kind}`, { agentId: reception.agent(step.agent).agentId })
        return
      case 'presence':
        await run(reception.agent(step.agent), 'presence.set', { presence: step.presence })
        return
      case 'switch':
        await run(reception.agent(step.agent), 'reception.set', { on: step.on })
        return
      case 'capacity': {
        const agentIds = [reception.agent(step.agent).agentId]
        await run(boss, 'agent.set-capacity', { agentIds, capacity: step.capacity })
        return
      }
      case 'settings':
        await configure(step)
    }
  }

  const principalOf = (agentId: AgentId) => ({ ...reception.agent(1), agentId })

  /** Everybody wants the same customer: one may have them. */
  const race = async (sessionId: SessionId): Promise<void> => {
    const outcomes = await Promise.all(
      numbers.map(async (number) => run(reception.agent(number), 'session.accept', { sessionId })),
    )
    const winners = outcomes.filter(({ ok }) => ok).length
    if (winners > 1) problems.push(`${winners} agents accepted ${sessionId} at once`)
  }

  /** Everything that can take a session from its handler, at once. */
  const clash = async (
    { id: sessionId, version, handler_id: agentId }: OpenRow,
    { pick, to, other }: Extract<Step, { kind: 'clash' }>,
  ): Promise<void> => {
    if (!agentId) return
    const [boss, own] = [reception.agent(1), principalOf(agentId)]
    const force = async (target: TargetNumber) => {
      const args = { sessionId, version, to: targetOf(target), waiting: true, note: '' }
      return run(boss, 'session.force-transfer', args)
    }
    const ways = [
      async () => force(to),
      async () => force(other),
      async () => run(own, 'session.end', { sessionId, version, lastSeq: LAST }),
      async () => run(boss, 'agent.disable', { agentId }),
    ]
    const from = pick % ways.length
    const outcomes = await Promise.all(
      [...ways.slice(from), ...ways.slice(0, from)].map(async (way) => way()),
    )
    // Of those who decided on the same version one wins; disabling needs none.
    const moved = outcomes.filter((outcome) => outcome.ok && isMove(outcome.value.result, version))
    if (moved.length > 1) problems.push(`${moved.length} decided on version ${version} of ${sessionId}`)
  }

  const configure = async (settings: Extract<Step, { kind: 'settings' }>): Promise<void> => {
    const now = await findOrganization(reception.db, ORGANIZATION)
    if (!now) return
    await run(reception.agent(1), 'reception.configure', {
      policy: now.policy,
      capacity: settings.capacity,
      waitingLimitMs: now.waitingLimitMs,
      version: now.version,
      reception: {
        ...now.reception,
        pool: settings.pool,
        autoAssignGroupPool: settings.autoAssign,
        acceptOverCapacity: settings.beyond,
        restMinutes: settings.rest ? 10 : 0,
        emergencyAgentIds: settings.emergency ? [reception.agent(1).agentId] : [],
      },
    })
  }

  /** Whatever is due happens, as often as it takes. */
  const fireDue = async (): Promise<void> => {
    const { db, engine } = reception
    const log: Logger = {
      ...silentLogger,
      error: (message, fields) => problems.push(`${message}: ${JSON.stringify(fields)}`),
    }
    while ((await dueTimers(db, clock.now(), 1)).length > 0) {
      const before = problems.length
      const service = createTimerService({ db, engine, clock, log })
      await service.start()
      await service.stop()
      if (problems.length > before) return
    }
  }

  const look = async (): Promise<void> => {
    followed = await follow(reception.db, reference, followed)
    problems.push(
      ...(await problemsAtRest(reception.db, reference)),
      ...(await capacityLeftIdle(reception.db)),
    )
  }

  return {
    reference,
    counted,
    play: async ({ steps, waitMs, restart }) => {
      clock.advance(waitMs)
      if (restart) {
        await reception.close()
        reception = await openReception({ ...options, clock, keep: true })
        await recoverPresence(reception.db, reception.engine)
      }
      const open = await reception.db.all<OpenRow>(sql`
        select id, conversation_id, state, handler_id, version from sessions where state <> 'ended' order by id`)
      const half = steps.length >> 1
      await Promise.all([
        ...steps.slice(0, half).map(async (step) => perform(step, open)),
        fireDue(),
        ...steps.slice(half).map(async (step) => perform(step, open)),
      ])
      await fireDue()
      await look()
    },
    problems: () => [...reference.problems, ...problems],
    close: () => reception.close(),
  }
}

/** More than was ever written: whoever ends has seen everything. */
const LAST = 1_000_000

const isMove = (result: unknown, version: number): boolean => {
  const { session } = result as { session?: { version: number } }
  return session !== undefined && session.version > version
}

const chosen = (rows: readonly OpenRow[], pick: number): OpenRow | undefined =>
  rows[pick % Math.max(1, rows.length)]

/** Gives the first agent their permissions, the main group a timeout transfer, and the other one its two members. */
const equip = async ({ transaction }: Db, numbers: readonly number[]): Promise<void> =>
  transaction(async (tx) => {
    await tx.run(sql`
      insert into roles (organization_id, id, name, permissions)
      values (${ORGANIZATION}, 'role-boss', '主管', ${JSON.stringify(PERMISSIONS)})`)
    await tx.run(sql`update agents set role_ids = '["role-agent","role-boss"]' where id = 'agent-1'`)
    for (const group of await groupsOf(tx, ORGANIZATION)) {
      const memberIds = numbers.map((number) => `agent-${number}` as AgentId)
      const timeoutTransfer = { minutes: 2, customerNote: '' }
      const changed = group.main ? { memberIds, timeoutTransfer } : { memberIds: memberIds.slice(-2) }
      await saveGroup(tx, ORGANIZATION, { ...group, ...changed })
    }
  })
