import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { silentLogger } from '../../base/logger.ts'
import type { ConversationId, OrganizationId, Session } from '../../protocol/model/index.ts'
import { createCustomerRoom, type CustomerFollower } from './customerRoom.ts'
import type { PublishReads } from './publishReads.ts'

const CONVERSATION = 'talk' as ConversationId

it('who comes while their session begins is told of it, however long the reading takes', async () => {
  let stored: Session['state'] | null = null
  const reading: (() => void)[] = []
  const room = createCustomerRoom({
    organizationId: 'org' as OrganizationId,
    reads: {
      session: async () => {
        const found = stored
        await new Promise<void>((resolve) => {
          reading.push(resolve)
        })
        return found === null ? undefined : ({ state: found, handlerId: null } as Session)
      },
    } as unknown as PublishReads,
    view: { agent: () => undefined, fileUrl: (id) => id },
    clock: createTestClock(),
    log: silentLogger,
  })
  const told: string[] = []
  const outlet = { send: (frame: string) => told.push(frame) }
  const principal = { conversationId: CONVERSATION }
  room.enter({ principal, outlet } as unknown as CustomerFollower)
  const asked = room.state(CONVERSATION)
  stored = 'assigned'
  room.stateChanged(CONVERSATION)
  const state = await untilRead(asked, reading)
  // What went out before is forgotten with the welcome that follows it: that must say the same.
  expect(state.session).toBe('assigned')
  expect(told.every((frame) => frame.includes('"assigned"'))).toBe(true)
})

it('whoever has an account is there in all their conversations, whichever they look at', () => {
  const room = createCustomerRoom({
    organizationId: 'org' as OrganizationId,
    reads: {} as unknown as PublishReads,
    view: { agent: () => undefined, fileUrl: (id) => id },
    clock: createTestClock(),
    log: silentLogger,
  })
  const other = 'with-anna' as ConversationId
  const follower = {
    principal: { conversationId: CONVERSATION },
    others: new Map([[other, 'anna']]),
  } as unknown as CustomerFollower
  room.enter(follower)
  expect([room.isOnline(CONVERSATION), room.isOnline(other)]).toEqual([true, true])
  room.leave(follower)
  expect([room.isOnline(CONVERSATION), room.isOnline(other)]).toEqual([false, false])
})

/** Lets every reading end, until the answer is there. */
const untilRead = async <T>(asked: Promise<T>, reading: (() => void)[]): Promise<T> => {
  let answered = false
  void asked.then(() => {
    answered = true
  })
  while (!answered) {
    for (const done of reading.splice(0)) done()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return asked
}
