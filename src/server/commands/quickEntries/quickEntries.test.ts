import { createHmac } from 'node:crypto'

import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { receptionsOf } from '../../../../tests/support/reception.ts'
import type { QuickEntryId } from '../../../protocol/model/index.ts'

const entry = (address: string, name = '订单') => ({
  id: 'orders' as QuickEntryId,
  name,
  icon: 'cart' as const,
  address,
})

describeDatabases('quick entries', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-03-119 a page is told what its address names and nothing else, signed where that is asked', async () => {
    await withReception({ agents: 2, permissions: ['admin'] }, async (reception) => {
      const { arrive, customer, write, done, run, agent, engine, clock } = reception
      await arrive(1)
      const visitor = await customer('小李')
      const { conversationId } = visitor
      await write(visitor, '你好')
      const address = 'https://erp.example/of/{customerId}?by={agentId}&context={context}'
      const { quickEntries } = await done(agent(1), 'quick-entries.save', {
        entries: [entry(address)],
        version: 0,
        renewSecret: false,
      })
      expect(quickEntries.version).toBe(1)
      const stale = { entries: [], version: 0, renewSecret: false }
      expect(await run(agent(1), 'quick-entries.save', stale)).toMatchObject({ code: 'conflict' })

      const ask = (number: number) =>
        engine.query(agent(number), 'quick-entry.address', { entryId: 'orders', conversationId })
      const answer = await ask(1)
      const url = new URL(String(answer.ok && (answer.value as { url: string }).url))
      const [head = '', payload = '', seal] = (url.searchParams.get('context') ?? '').split('.')
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
      expect(url.pathname).toBe(`/of/${String(claims['customerId'])}`)
      expect(url.searchParams.get('by')).toBe('agent-1')
      expect(claims).toMatchObject({ agentId: 'agent-1', exp: Math.floor(clock.now() / 1000) + 300 })
      const told = await engine.query(agent(1), 'quick-entries.secret', {})
      const secret = told.ok ? (told.value as { secret: string }).secret : ''
      expect(createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')).toBe(seal)
    })
  })

  it('R-03-118 (pages of the company) up to twelve, with names of 1 to 8 characters and addresses that begin with https', async () => {
    await withReception({ permissions: ['admin'] }, async ({ run, agent }) => {
      const save = (entries: readonly ReturnType<typeof entry>[]) =>
        run(agent(1), 'quick-entries.save', { entries: [...entries], version: 0, renewSecret: false })
      const many = Array.from({ length: 13 }, (_, n) => ({
        ...entry('https://erp.example/'),
        id: `e${n}` as QuickEntryId,
      }))
      for (const entries of [
        many,
        [entry('https://erp.example/', '九个字的名字太长了')],
        ...['http://erp.example/', 'javascript:alert(1)', 'https://', 'https://{customerId}.example/'].map(
          (address) => [entry(address)],
        ),
        [entry('https://erp.example/?phone={phone}')],
        [entry('https://somebody:secret@erp.example/')],
      ])
        expect(await save(entries), entries[0]?.address).toMatchObject({ code: 'invalid' })
      expect(await save(many.slice(1))).toMatchObject({ ok: true })
    })
  })

  it('are set and their secret is seen only by whoever administers', async () => {
    await withReception({}, async ({ run, agent, engine }) => {
      const args = { entries: [], version: 0, renewSecret: false }
      expect(await run(agent(1), 'quick-entries.save', args)).toMatchObject({ code: 'forbidden' })
      expect(await engine.query(agent(1), 'quick-entries.secret', {})).toMatchObject({ code: 'not-found' })
    })
  })
})
