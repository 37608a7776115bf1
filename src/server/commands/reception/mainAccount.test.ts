import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { GROUP, ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import { configureReception, latestSession } from '../../../../tests/support/receptionSettings.ts'
import { mainEntryOf } from '../../../protocol/mainAccount.ts'
import { findConversation } from '../../db/conversations.ts'
import { messagesAfter } from '../../db/messages.ts'
import { findOrganization } from '../../db/organizations.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'

const OPTIONS = {
  agents: 2,
  permissions: ['reception.groups', 'reception.routing', 'main-account.auto-accept'],
} as const
const PAGE = mainEntryOf(ORGANIZATION)
const target = { kind: 'group', groupId: GROUP } as const

const codesOf = async ({ db }: Reception, { conversationId }: CustomerPrincipal): Promise<string[]> =>
  (await messagesAfter(db, ORGANIZATION, conversationId, 0, 100)).flatMap(({ body }) =>
    body.kind === 'system' ? [body.code] : [],
  )

const greetAll = async ({ done, agent }: Reception): Promise<void> => {
  const plan = { defaults: { online: '您好', offline: '稍后回复您' }, own: [] }
  await done(agent(1), 'greetings.save', { ...plan, version: 0 })
}

const setAutoAccept = async ({ db, done, agent }: Reception, autoAccept: boolean): Promise<void> => {
  const version = (await findOrganization(db, ORGANIZATION))?.version ?? 0
  await done(agent(1), 'main-account.configure', { autoAccept, version })
}

describeDatabases('the main account', (databases) => {
  const withReception = receptionsOf(databases)

  it('R-02-093 R-02-143 who writes to it waits for the main group without a greeting while it is not received by itself', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, done, agent, db } = reception
      await greetAll(reception)
      await arrive(1)
      const friend = await customer('小李', 'im', PAGE)
      await write(friend, '在吗')
      const waiting = await latestSession(reception, friend)
      expect(waiting).toMatchObject({ state: 'pending', target, why: { step: 'main-account' } })
      await done(agent(1), 'session.accept', { sessionId: waiting.id })
      expect(await codesOf(reception, friend)).not.toContain('greeting')
      expect((await findConversation(db, ORGANIZATION, friend.conversationId))?.widget_id).toBeNull()

      await configureReception(reception, { pool: false })
      const other = await customer('小王', 'im', PAGE)
      await write(other, '在吗')
      expect(await latestSession(reception, other)).toMatchObject({ state: 'assigned' })
      expect(await codesOf(reception, other)).not.toContain('greeting')
    })
  })

  it('R-02-093 who writes to it is received and greeted like a customer of an entry once that is switched on', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write } = reception
      await greetAll(reception)
      await arrive(1)
      await setAutoAccept(reception, true)
      const friend = await customer('小李', 'im', PAGE)
      await write(friend, '在吗')
      expect(await latestSession(reception, friend)).toMatchObject({ state: 'assigned', target })
      expect(await codesOf(reception, friend)).toContain('greeting')
    })
  })

  it('the same account is received by the entry it comes by this time', async () => {
    await withReception(OPTIONS, async (reception) => {
      const { arrive, customer, write, db, done } = reception
      await arrive(1)
      const friend = await customer('小李', 'im')
      await write(friend, '在吗')
      await done(friend, 'customer.leave', {})
      const again = await customer('小李', 'im', PAGE)
      expect(again.conversationId).toBe(friend.conversationId)
      expect((await findConversation(db, ORGANIZATION, friend.conversationId))?.widget_id).toBeNull()
      await write(again, '又来了')
      expect(await latestSession(reception, again)).toMatchObject({ state: 'pending' })
    })
  })
})
