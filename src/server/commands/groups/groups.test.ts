import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import {
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  receptionsOf,
  WIDGET,
  type Reception,
} from '../../../../tests/support/reception.ts'
import { sql } from '../../../base/sql.ts'
import type { CommandArgs } from '../../../protocol/commands/index.ts'
import { GROUP_DEFAULTS, type AgentId, type GroupId } from '../../../protocol/model/index.ts'
import { groupsOf } from '../../db/receptionGroups.ts'
import type { CommandOutcome } from '../../engine/types.ts'

const NEW = 'group-new' as GroupId
const ids = (...numbers: number[]): AgentId[] => numbers.map((number) => `agent-${number}` as AgentId)
const wanted = (more: Partial<CommandArgs<'group.save'>> = {}): CommandArgs<'group.save'> => {
  const { policy, ownerFirst, timeoutTransfer, hours, offHours, botId } = GROUP_DEFAULTS
  return {
    id: NEW,
    version: null,
    name: '夜班',
    memberIds: ids(1, 2),
    policy,
    ownerFirst,
    timeoutTransfer,
    hours,
    offHours,
    botId,
    ...more,
  }
}

const save = async (
  { run, agent }: Reception,
  more: Partial<CommandArgs<'group.save'>> = {},
): Promise<CommandOutcome> => run(agent(1), 'group.save', wanted(more))

const OPTIONS = { permissions: ['reception.groups'] } as const

describeDatabases('reception groups', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-051 a group is made and changed, and everybody hears of it', async () => {
    await withReception(OPTIONS, async (reception) => {
      expect(await save(reception)).toMatchObject({ ok: true })
      const timeoutTransfer = { minutes: 3, customerNote: '同事马上来' }
      expect(await save(reception, { version: 1, name: '晚班', timeoutTransfer })).toMatchObject({ ok: true })
      expect((await groupsOf(reception.db, ORGANIZATION)).at(-1)).toEqual({
        ...wanted({ name: '晚班', timeoutTransfer }),
        main: false,
        version: 2,
      })
      const events = reception.commits.flatMap(({ entries }) => entries)
      expect(events.filter(({ event }) => event === 'group.changed')).toHaveLength(2)
    })
  })

  it('R-02-051 refuses a name that is taken, members who may not receive, and a second hand where there is one member', async () => {
    await withReception(OPTIONS, async (reception) => {
      expect(await save(reception, { name: '售后' })).toMatchObject({ code: 'name-taken' })
      expect(await save(reception, { memberIds: ids(1, 99) })).toMatchObject({
        code: 'member-cannot-receive',
      })
      expect(await save(reception, { memberIds: [] })).toMatchObject({ code: 'invalid' })
      expect(await save(reception, { name: '字'.repeat(31) })).toMatchObject({ code: 'invalid' })
      const timeoutTransfer = { minutes: 5, customerNote: '' }
      expect(await save(reception, { memberIds: ids(1), timeoutTransfer })).toMatchObject({
        code: 'too-few-members',
      })
      expect(await save(reception, { timeoutTransfer: { minutes: 61, customerNote: '' } })).toMatchObject({
        code: 'invalid',
      })
    })
  })

  it('who saves second is told; nobody without the permission saves at all', async () => {
    await withReception(OPTIONS, async (reception) => {
      await save(reception)
      expect(await save(reception)).toMatchObject({ code: 'conflict', details: { version: 1 } })
    })
    await withReception({}, async (reception) => {
      expect(await save(reception)).toMatchObject({ code: 'forbidden' })
    })
  })

  it('R-02-112 members see the part of the pool that is theirs from the moment they are members', async () => {
    await withReception(OPTIONS, async (reception) => {
      await save(reception)
      await save(reception, { version: 1, memberIds: ids(2, 3) })
      const changes = reception.commits
        .flatMap(({ entries }) => entries)
        .flatMap((entry) =>
          entry.event === 'scope.followed' || entry.event === 'scope.lost'
            ? [[entry.scope, entry.event, entry.payload.scope]]
            : [],
        )
      const scope = `pool:group:${NEW}`
      expect(changes).toEqual([
        ['agent:agent-1', 'scope.followed', scope],
        ['agent:agent-2', 'scope.followed', scope],
        ['agent:agent-1', 'scope.lost', scope],
        ['agent:agent-3', 'scope.followed', scope],
      ])
    })
  })

  it('R-02-050 R-02-053 the main group stays, and so does one that is referred to', async () => {
    await withReception(OPTIONS, async (reception) => {
      const remove = async (id: GroupId): Promise<CommandOutcome> =>
        reception.run(reception.agent(1), 'group.remove', { id, version: 1 })
      expect(await remove(GROUP)).toMatchObject({ code: 'main-group' })
      await reception.db.transaction(async (tx) => {
        await tx.run(
          sql`update widgets set target_kind = 'group', target_id = ${OTHER_GROUP} where id = ${WIDGET}`,
        )
      })
      expect(await remove(OTHER_GROUP)).toMatchObject({
        code: 'in-use',
        details: { uses: 1, sessions: 0 },
      })
      await reception.db.transaction(async (tx) => {
        await tx.run(sql`update widgets set target_id = ${GROUP} where id = ${WIDGET}`)
      })
      expect(await remove(OTHER_GROUP)).toMatchObject({ ok: true })
      expect((await groupsOf(reception.db, ORGANIZATION)).map(({ id }) => id)).toEqual([GROUP])
    })
  })
})
