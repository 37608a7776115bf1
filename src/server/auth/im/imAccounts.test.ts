import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET } from '../../../../tests/support/reception.ts'
import type { Result } from '../../../base/result.ts'
import { signInContactOf } from '../../../protocol/signInContact.ts'
import { findCustomer } from '../../db/customers.ts'
import { imAddressesOf } from '../../db/imAddresses.ts'
import { createImAccounts } from './imAccounts.ts'

const MAIL = 'fang@example.com'
const PHONE = '13800138000'
const OTHER_MAIL = 'wei@example.com'
const CODE = '123456'

describeDatabases('an account and its addresses', (databases) => {
  it('R-02-011 a proved phone number opens the account of an e-mail address too, and none opens two', async () => {
    await receptionsOf(databases)({ agents: 1 }, async ({ db, engine, clock }) => {
      const codes = {
        check: async (_: unknown, __: unknown, code: string) =>
          code === CODE ? ({ ok: true, value: {} } as const) : ({ ok: false, code: 'wrong-code' } as const),
      }
      const accounts = createImAccounts({ db, codes, engine, clock })
      const contactOf = (typed: string) => {
        const contact = signInContactOf(typed)
        if (!contact) throw new Error(`${typed} is no address`)
        return contact
      }
      const valueOf = <T>(result: Result<T>): T => {
        if (!result.ok) throw new Error(result.code)
        return result.value
      }
      /** Signs in and says hello. */
      const enter = async (typed: string) => {
        const contact = contactOf(typed)
        const { token } = valueOf(await accounts.signIn(ORGANIZATION, contact, CODE))
        const signIn = await accounts.find(token, ORGANIZATION)
        const opened = await engine.runInternal(ORGANIZATION, 'identity.open', {
          widgetId: WIDGET,
          channel: 'im',
          keyHash: signIn?.keyHash ?? '',
          contact,
          source: { kind: 'direct', host: '', words: '', campaign: {} },
          language: 'zh-CN',
        })
        return { token, keyHash: signIn?.keyHash ?? '', ...valueOf(opened) }
      }
      const add = async (token: string, typed: string, code = CODE) =>
        accounts.addAddress(ORGANIZATION, token, contactOf(typed), code)

      const first = await enter(MAIL)
      // Signed in by the number, but nobody has come by it yet.
      const early = valueOf(await accounts.signIn(ORGANIZATION, contactOf(PHONE), CODE))
      expect(await add(first.token, PHONE, '000000')).toMatchObject({ code: 'wrong-code' })
      expect(await add(`${ORGANIZATION}.im.guessed`, PHONE)).toMatchObject({ code: 'signed-out' })
      expect(await add(first.token, PHONE)).toMatchObject({ ok: true })
      expect(await accounts.find(early.token, ORGANIZATION)).toMatchObject({ keyHash: first.keyHash })
      expect(await enter(PHONE)).toMatchObject({
        conversationId: first.conversationId,
        customerId: first.customerId,
      })
      expect(await findCustomer(db, ORGANIZATION, first.customerId)).toMatchObject({
        verifiedEmail: MAIL,
        verifiedPhone: `+86${PHONE}`,
      })
      expect(await add(early.token, MAIL)).toMatchObject({ ok: true })

      const second = await enter(OTHER_MAIL)
      expect(second.customerId).not.toBe(first.customerId)
      expect(await add(second.token, PHONE)).toMatchObject({ code: 'taken' })
      const third = await enter('13900139000')
      expect(await add(third.token, OTHER_MAIL)).toMatchObject({ code: 'taken' })
      expect(await imAddressesOf(db, ORGANIZATION, first.keyHash)).toHaveLength(2)
      expect(await imAddressesOf(db, ORGANIZATION, third.keyHash)).toEqual([])
    })
  })
})
