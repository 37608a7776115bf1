import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import type { CustomerId } from '../../../protocol/model/index.ts'
import { privateRemarksOf } from '../../db/privateRemarks.ts'

describeDatabases('what an agent calls a customer', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-130 R-03-133 is told to that agent alone, in one line, and goes when it is left empty', async () => {
    const options = { agents: 2, permissions: ['remark.private'] } as const
    await withReception(options, async ({ db, arrive, customer, write, done, run, agent, commits }) => {
      await arrive(1)
      const visitor = await customer('小李')
      await write(visitor, '在吗')
      const { customerId } = visitor
      await done(agent(1), 'private-remark.set', { customerId, text: ' 李姐\n(VIP) ' })
      await done(agent(1), 'private-remark.set', { customerId, text: '李姐 (老客户)' })
      expect(await privateRemarksOf(db, ORGANIZATION, agent(1).agentId)).toEqual([
        { customerId, text: '李姐 (老客户)' },
      ])
      expect(await privateRemarksOf(db, ORGANIZATION, agent(2).agentId)).toEqual([])
      const told = commits
        .flatMap(({ entries }) => entries)
        .filter(({ event }) => event === 'private-remark.changed')
      expect(told.map(({ scope }) => scope)).toEqual(['agent:agent-1', 'agent:agent-1'])
      expect(told[0]?.payload).toEqual({ remark: { customerId, text: '李姐 (VIP)' } })

      await done(agent(1), 'private-remark.set', { customerId, text: '' })
      expect(await privateRemarksOf(db, ORGANIZATION, agent(1).agentId)).toEqual([])
      for (const one of ['字', 'a', '😀']) {
        await done(agent(1), 'private-remark.set', { customerId, text: one.repeat(32) })
        const text = one.repeat(33)
        expect(await run(agent(1), 'private-remark.set', { customerId, text })).toMatchObject({
          code: 'invalid',
        })
      }
    })
  })

  it('needs the permission, and somebody whom the agent sees', async () => {
    await withReception({ permissions: ['remark.private'] }, async ({ run, agent }) => {
      const args = { customerId: 'nobody' as CustomerId, text: '谁' }
      expect(await run(agent(1), 'private-remark.set', args)).toMatchObject({ code: 'not-found' })
    })
    await withReception({}, async ({ run, agent, customer }) => {
      const { customerId } = await customer('小张')
      const args = { customerId, text: '张总' }
      expect(await run(agent(1), 'private-remark.set', args)).toMatchObject({ code: 'forbidden' })
    })
  })
})
