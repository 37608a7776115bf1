import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { receptionsOf } from '../../../../tests/support/reception.ts'
import { SURVEY_DEFAULTS } from '../../../protocol/model/index.ts'

describeDatabases('a customer who wants to rate', (databases) => {
  const withReception = receptionsOf(databases)
  const { version: _version, ...survey } = { ...SURVEY_DEFAULTS, on: true, sending: 'manual' as const }

  it('R-18-048 gets the card once an agent has answered, and one card only', async () => {
    await withReception({ permissions: ['reception.groups'] }, async (reception) => {
      const { agent, arrive, customer, done, run, send, write, commits } = reception
      await arrive(1)
      const visitor = await customer('甲')
      await write(visitor, '在吗')
      expect(await run(visitor, 'customer.ask-rating', {})).toMatchObject({ code: 'survey-off' })
      await done(agent(1), 'survey.save', { ...survey, version: 0 })
      expect(await run(visitor, 'customer.ask-rating', {})).toMatchObject({ code: 'one-sided' })
      await send(agent(1), visitor.conversationId, '您好')
      await done(visitor, 'customer.ask-rating', {})
      await done(visitor, 'customer.ask-rating', {})
      const cards = commits.flatMap(({ entries }) => entries).filter(({ event }) => event === 'survey.sent')
      expect(cards).toHaveLength(1)
      const other = await customer('乙')
      expect(await run(other, 'customer.ask-rating', {})).toMatchObject({ code: 'one-sided' })
    })
  })
})
