import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import { seenIn, summaryOf } from './summary.ts'

const row = (id: string, unread: number, sessionState: ConversationRow['sessionState']): ConversationRow =>
  ({ id, unread, sessionState }) as ConversationRow

it('counts what came, who was given and whose session ended, and says nothing of nothing', () => {
  const before = seenIn([
    row('a', 1, 'active'),
    row('b', 0, 'active'),
    row('c', 2, 'ended'),
    row('d', 0, 'active'),
  ])
  const after = seenIn([
    row('a', 4, 'active'),
    row('b', 0, 'ended'),
    row('c', 0, 'ended'),
    row('e', 1, 'assigned'),
  ])
  expect(summaryOf(before, after)).toEqual({ messages: 4, given: 1, ended: 2 })
  expect(summaryOf(after, after)).toBeNull()
})
