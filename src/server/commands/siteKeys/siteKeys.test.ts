import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { signIdentity } from '../../../../tests/support/signIdentity.ts'
import { readSignedIdentity } from '../../auth/signedIdentity.ts'
import { siteKeysOf } from '../../db/siteKeys.ts'

describeDatabases('the keys of the site', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-16-141 are made when first asked for; another secret leaves the former one a day, or less if somebody says so', async () => {
    await withReception({ permissions: ['reception.widgets'] }, async ({ agent, done, run, clock, db }) => {
      const { keys } = await done(agent(1), 'site-keys.show', {})
      expect(keys).toMatchObject({ publicKey: '', version: 1 })
      expect(keys.secret.length).toBeGreaterThanOrEqual(43)
      expect((await done(agent(2), 'site-keys.show', {})).keys).toEqual(keys)
      await done(agent(1), 'site-keys.change', {
        publicKey: '',
        newSecret: true,
        endFormer: false,
        version: 1,
      })
      const late = { publicKey: '', newSecret: true, endFormer: false, version: 1 }
      expect(await run(agent(2), 'site-keys.change', late)).toMatchObject({ code: 'conflict' })
      const nonsense = { publicKey: 'no key', newSecret: false, endFormer: false, version: 2 }
      expect(await run(agent(2), 'site-keys.change', nonsense)).toMatchObject({ code: 'key-unusable' })
      const { keys: after } = await done(agent(2), 'site-keys.show', {})
      expect(after.version).toBe(2)
      expect(after.secret).not.toBe(keys.secret)
      const until = clock.now() + 24 * 3_600_000
      expect(after.formerUntil).toBe(until)
      const isTaken = async (at: number): Promise<boolean> => {
        const stored = await siteKeysOf(db, ORGANIZATION)
        const token = signIdentity(keys.secret, { sub: 'user-7', exp: at / 1000 + 60 })
        return stored !== undefined && readSignedIdentity(token, stored, at) !== null
      }
      expect([await isTaken(until - 1), await isTaken(until)]).toEqual([true, false])
      await done(agent(1), 'site-keys.change', {
        publicKey: '',
        newSecret: false,
        endFormer: true,
        version: 2,
      })
      expect(await isTaken(clock.now())).toBe(false)
      expect((await done(agent(2), 'site-keys.show', {})).keys.formerUntil).toBeUndefined()
    })
  })

  it('R-16-141 are shown to nobody who may not change the widgets', async () => {
    await withReception({}, async ({ agent, run }) => {
      expect(await run(agent(1), 'site-keys.show', {})).toMatchObject({ code: 'forbidden' })
    })
  })
})
