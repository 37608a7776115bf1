import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, type Reception } from '../../../../tests/support/reception.ts'
import type {
  AgentId,
  ConversationId,
  ScheduledMessage,
  ScheduledMessageId,
} from '../../../protocol/model/index.ts'
import { messagesBefore } from '../../db/messages.ts'
import { scheduledMessagesOf } from '../../db/scheduledMessages.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { dueTimers } from '../../db/timers.ts'

const MINUTE = 60_000
const ME = 'agent-1' as AgentId
const OTHER = 'agent-2' as AgentId
const LATER = 'later-1' as ScheduledMessageId

const served = async ({ arrive, customer, write, send, agent }: Reception) => {
  await arrive(1)
  const visitor = await customer('小李')
  await write(visitor, '在吗')
  await send(agent(1), visitor.conversationId, '我查一下')
  return visitor
}

const own = async ({ db }: Reception): Promise<ScheduledMessage[]> =>
  scheduledMessagesOf(db, ORGANIZATION, ME)

/** Everything that is due, as the service would fire it after the server was away. */
const fireDue = async ({ db, clock, engine }: Reception): Promise<number> => {
  const due = (await dueTimers(db, clock.now(), 100)).filter(({ kind }) => kind === 'scheduled-message')
  await engine.runInternal(ORGANIZATION, 'timers.fire', { timers: due })
  return due.length
}

const sentTexts = async ({ db }: Reception, conversationId: ConversationId): Promise<string[]> =>
  (await messagesBefore(db, ORGANIZATION, conversationId, 1000, 100)).flatMap(({ body }) =>
    body.kind === 'text' ? [body.text] : [],
  )

describeDatabases('a message for later', (databases) => {
  const withReception = receptionsOf(databases)

  it('is sent at its time, once, also after the session has ended; before, it can be changed', async () => {
    await withReception({}, async (reception) => {
      const { clock, done, run, agent } = reception
      const visitor = await served(reception)
      const { conversationId } = visitor
      const set = { id: LATER, conversationId, text: '明天见', at: clock.now() + 10 * MINUTE }
      await done(agent(1), 'scheduled-message.set', set)
      await done(agent(1), 'scheduled-message.set', { ...set, text: '后天见', at: clock.now() + 20 * MINUTE })
      await done(visitor, 'customer.leave', {})
      clock.advance(10 * MINUTE)
      expect(await fireDue(reception)).toBe(0)
      clock.advance(10 * MINUTE)
      expect(await fireDue(reception)).toBe(1)
      expect(await fireDue(reception)).toBe(0)
      expect(await sentTexts(reception, conversationId)).toEqual(['在吗', '我查一下', '后天见'])
      expect(await own(reception)).toEqual([])
      const past = await run(agent(1), 'scheduled-message.set', { ...set, at: clock.now() })
      expect(past).toMatchObject({ code: 'time-past' })
      const far = { ...set, at: clock.now() + 31 * 24 * 60 * MINUTE }
      expect(await run(agent(1), 'scheduled-message.set', far)).toMatchObject({ code: 'scheduled-too-far' })
      const strange = { ...set, at: clock.now() + MINUTE }
      expect(await run(agent(2), 'scheduled-message.set', strange)).toMatchObject({ code: 'not-found' })
    })
  })

  it('is sent at once or not at all where its agent wants that', async () => {
    await withReception({}, async (reception) => {
      const { clock, done, run, agent } = reception
      const { conversationId } = await served(reception)
      const set = { id: LATER, conversationId, text: '明天见', at: clock.now() + 10 * MINUTE }
      await done(agent(1), 'scheduled-message.set', set)
      await done(agent(1), 'scheduled-message.remove', { id: LATER })
      await done(agent(1), 'scheduled-message.set', { ...set, text: '现在就说' })
      await done(agent(1), 'scheduled-message.send', { id: LATER })
      clock.advance(20 * MINUTE)
      expect(await fireDue(reception)).toBe(0)
      expect(await sentTexts(reception, conversationId)).toEqual(['在吗', '我查一下', '现在就说'])
      expect(await run(agent(1), 'scheduled-message.send', { id: LATER })).toMatchObject({
        code: 'not-found',
      })
    })
  })

  it('stays with the reason where a colleague has the customer at its time', async () => {
    await withReception({}, async (reception) => {
      const { db, clock, done, arrive, agent } = reception
      await arrive(2)
      const { conversationId } = await served(reception)
      const set = { id: LATER, conversationId, text: '明天见', at: clock.now() + 10 * MINUTE }
      await done(agent(1), 'scheduled-message.set', set)
      const session = (await openSessionOf(db, ORGANIZATION, conversationId))?.session
      if (!session) throw new Error('the agent has a session')
      await done(agent(1), 'session.transfer', {
        sessionId: session.id,
        version: session.version,
        to: { kind: 'agent', agentId: OTHER },
        ...{ customerNote: '', colleagueNote: '', waiting: false },
      })
      clock.advance(10 * MINUTE)
      await fireDue(reception)
      expect(await own(reception)).toMatchObject([{ id: LATER, failure: 'not-your-session' }])
      expect(await sentTexts(reception, conversationId)).toEqual(['在吗', '我查一下'])
      await done(agent(1), 'scheduled-message.remove', { id: LATER })
      expect(await own(reception)).toEqual([])
    })
  })
})
