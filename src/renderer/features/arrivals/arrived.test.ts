import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { arrivedSince, assignedIn } from './arrived.ts'

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
