import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { draftsOf, findDraft, forgetEmptyDrafts } from '../../db/drafts.ts'

describeDatabases('what an agent has begun to write', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-15-085 is told to that agent alone; what another device wrote meanwhile stands below it, and sending removes it', async () => {
    await withReception({ agents: 2 }, async ({ db, done, agent, customer, commits, clock }) => {
      const { conversationId } = await customer('小李')
      const me = agent(1).agentId
      const save = async (text: string, base: number, writer: string) => {
        const content = text === '' ? null : { text, caret: 0, quote: null, files: [] }
        return (await done(agent(1), 'draft.save', { conversationId, base, writer, content })).draft
      }
      expect(await save('电脑', 0, 'w1')).toMatchObject({ version: 1, writer: 'w1' })
      // The same composer goes on; it needs not have heard of the answer.
      expect(await save('电脑上', 0, 'w1')).toMatchObject({ version: 2, content: { text: '电脑上' } })
      expect(await save('手机', 1, 'w2')).toMatchObject({
        version: 3,
        writer: '',
        content: { text: '手机\n电脑上' },
      })
      // Sent from what was seen before: what came since stays.
      expect(await save('', 2, 'w1')).toMatchObject({ version: 3 })
      expect(await draftsOf(db, ORGANIZATION, me)).toHaveLength(1)
      expect(await draftsOf(db, ORGANIZATION, agent(2).agentId)).toEqual([])
      await save('', 3, 'w2')
      expect(await draftsOf(db, ORGANIZATION, me)).toEqual([])
      const told = commits.flatMap(({ entries }) => entries).filter(({ event }) => event === 'draft.changed')
      expect(told.map(({ scope }) => scope)).toEqual(Array.from({ length: 4 }, () => `agent:${me}`))

      const forget = async (): Promise<unknown> =>
        db.transaction(async (tx) => forgetEmptyDrafts(tx, ORGANIZATION, clock.now()))
      await forget()
      expect(await findDraft(db, ORGANIZATION, me, conversationId)).toBeDefined()
      clock.advance(1)
      await forget()
      expect(await findDraft(db, ORGANIZATION, me, conversationId)).toBe(undefined)
    })
  })
})
