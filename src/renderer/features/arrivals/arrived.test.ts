import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { afterSound, arrivedSince, assignedIn } from './arrived.ts'

const row = (id: string, sessionState: ConversationRow['sessionState']): ConversationRow =>
  ({ id: id as ConversationId, sessionState }) as ConversationRow

it('R-02-094 whoever is given to the agent has arrived; who was there before and who was answered has not', () => {
  const before = assignedIn([row('a', 'assigned'), row('b', 'active')])
  const now = assignedIn([row('a', 'assigned'), row('b', 'active'), row('c', 'assigned')])
  expect(arrivedSince(null, now)).toEqual([])
  expect(arrivedSince(before, now)).toEqual(['c'])
  expect(arrivedSince(now, assignedIn([row('c', 'active')]))).toEqual([])
  // A session that ended and came back is a new one.
  expect(arrivedSince(assignedIn([row('c', 'active')]), now)).toEqual(['a', 'c'])
})

it('at most three sounds in five seconds', () => {
  const three = [0, 100, 200].reduce<readonly number[]>((times, now) => afterSound(times, now) ?? times, [])
  expect(afterSound(three, 4000)).toBeNull()
  expect(afterSound(three, 5050)).toEqual([100, 200, 5050])
})
