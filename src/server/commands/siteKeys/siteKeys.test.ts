import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { receptionsOf } from '../../../../tests/support/reception.ts'

describeDatabases('the keys of the site', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-16-141 are made when first asked for, and another secret ends the former one', async () => {
    await withReception({ permissions: ['reception.widgets'] }, async ({ agent, done, run }) => {
      const { keys } = await done(agent(1), 'site-keys.show', {})
      expect(keys).toMatchObject({ publicKey: '', version: 1 })
      expect(keys.secret.length).toBeGreaterThanOrEqual(43)
      expect((await done(agent(2), 'site-keys.show', {})).keys).toEqual(keys)
      await done(agent(1), 'site-keys.change', { publicKey: '', newSecret: true, version: 1 })
      const late = { publicKey: '', newSecret: true, version: 1 }
      expect(await run(agent(2), 'site-keys.change', late)).toMatchObject({ code: 'conflict' })
      const nonsense = { publicKey: 'no key', newSecret: false, version: 2 }
      expect(await run(agent(2), 'site-keys.change', nonsense)).toMatchObject({ code: 'key-unusable' })
      const { keys: after } = await done(agent(2), 'site-keys.show', {})
      expect(after.version).toBe(2)
      expect(after.secret).not.toBe(keys.secret)
    })
  })

  it('R-16-141 are shown to nobody who may not change the widgets', async () => {
    await withReception({}, async ({ agent, run }) => {
      expect(await run(agent(1), 'site-keys.show', {})).toMatchObject({ code: 'forbidden' })
    })
  })
})
