import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestClock } from '../../../../tests/support/clock.ts'
import { describeDatabases } from '../../../../tests/support/databases.ts'
import { organizationRow } from '../../../../tests/support/modelRows.ts'
import { silentLogger } from '../../../base/logger.ts'
import type { OrganizationId } from '../../../protocol/model/index.ts'
import { openDatabase } from '../../db/open.ts'
import { insertOrganization } from '../../db/organizations.ts'
import type { Db } from '../../db/port.ts'
import { createSignInCodes, type SignInCodes } from './signInCodes.ts'

const SHOP = 'shop' as OrganizationId
const OTHER = 'other' as OrganizationId
const MINUTE = 60_000

describeDatabases('sign-in codes', (databases) => {
  /** Not there, and each test skipped, only where no PostgreSQL can be had. */
  let db: Db | undefined
  let codes: SignInCodes
  let sent: string[]
  let isAway = false
  let addresses = 0
  const clock = createTestClock()

  beforeAll(async () => {
    const address = await databases.fresh()
    if (!address) return
    db = await openDatabase(address, { clock, log: silentLogger })
    await db.transaction(async (tx) => {
      for (const id of [SHOP, OTHER]) {
        await insertOrganization(tx, { ...organizationRow(), id }, { epoch: 'epoch-1', at: clock.now() })
      }
    })
    sent = []
    codes = createSignInCodes({
      db,
      key: Buffer.alloc(32, 7),
      clock,
      gateway: {
        kinds: ['email'],
        send: async ({ text }) => {
          if (!isAway) sent.push(/^\d{6}$/mu.exec(text)?.[0] ?? '')
          return !isAway
        },
      },
    })
  })
  afterAll(async () => db?.close())

  const newContact = () => ({ kind: 'email', address: `c${(addresses += 1)}@example.com` }) as const
  type Contact = ReturnType<typeof newContact>
  const ask = async (contact: Contact, organizationId = SHOP) =>
    codes.send({ organizationId, company: 'Qimu', contact, language: 'en' })
  const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')
  const newest = (): string => sent.at(-1) ?? ''

  it('R-02-011 a code is right once, and only for the address and the company it was sent for', async (test) => {
    if (!db) return test.skip()
    const contact = newContact()
    expect(await ask(contact)).toMatchObject({ ok: true })
    const code = newest()
    expect(await codes.check(OTHER, contact, code)).toMatchObject({ code: 'wrong-code' })
    expect(await codes.check(SHOP, newContact(), code)).toMatchObject({ code: 'wrong-code' })
    const two = await Promise.all([codes.check(SHOP, contact, code), codes.check(SHOP, contact, code)])
    expect(two.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await codes.check(SHOP, contact, code)).toMatchObject({ code: 'wrong-code' })
  })

  it('R-02-011 five wrong codes are the most, then not even the right one is taken', async (test) => {
    if (!db) return test.skip()
    const contact = newContact()
    await ask(contact)
    const code = newest()
    for (let index = 0; index < 5; index += 1) {
      expect(await codes.check(SHOP, contact, wrong(code))).toMatchObject({ code: 'wrong-code' })
    }
    expect(await codes.check(SHOP, contact, code)).toMatchObject({ code: 'too-many-tries' })
  })

  it('R-02-011 a code is worth nothing after ten minutes, or once there is a newer one', async (test) => {
    if (!db) return test.skip()
    const contact = newContact()
    await ask(contact)
    const first = newest()
    clock.advance(MINUTE)
    await ask(contact)
    if (first !== newest())
      expect(await codes.check(SHOP, contact, first)).toMatchObject({ code: 'wrong-code' })
    clock.advance(10 * MINUTE)
    expect(await codes.check(SHOP, contact, newest())).toMatchObject({ code: 'code-expired' })
  })

  it('R-02-011 the next code can be sent after a minute, and five in an hour', async (test) => {
    if (!db) return test.skip()
    const contact = newContact()
    expect((await ask(contact)).ok).toBe(true)
    clock.advance(MINUTE / 2)
    expect(await ask(contact)).toMatchObject({
      code: 'too-many-tries',
      details: { retryAfterMs: MINUTE / 2 },
    })
    for (let index = 0; index < 4; index += 1) {
      clock.advance(MINUTE)
      expect((await ask(contact)).ok).toBe(true)
    }
    clock.advance(MINUTE)
    expect(await ask(contact)).toMatchObject({ details: { retryAfterMs: 60 * MINUTE - 5.5 * MINUTE } })
    clock.advance(60 * MINUTE)
    expect((await ask(contact)).ok).toBe(true)
  })

  it('a code that could not be sent does not keep the next one waiting', async (test) => {
    if (!db) return test.skip()
    const contact = newContact()
    isAway = true
    expect(await ask(contact)).toMatchObject({ code: 'unavailable' })
    isAway = false
    expect((await ask(contact)).ok).toBe(true)
  })
})
