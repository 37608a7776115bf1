import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import { ConversationId } from '../../../protocol/model/index.ts'
import { longestWaiting, neighbour } from './steps.ts'

const id = (text: string) => ConversationId.parse(text)
const row = (text: string, waitingSince: number | null = null) =>
  ({ id: id(text), waitingSince }) as ConversationRow

it('goes to the next and the previous conversation and stops at the ends', () => {
  const rows = [row('a'), row('b')]
  expect([neighbour(rows, id('a'), 1), neighbour(rows, id('b'), 1), neighbour(rows, null, -1)]).toEqual([
    'b',
    'b',
    'b',
  ])
  expect(neighbour([], null, 1)).toBeNull()
})

it('finds who has been waiting longest', () => {
  const rows = [row('a', 30), row('b', 10), row('c'), row('d', 20)]
  expect([
    longestWaiting(rows, null),
    longestWaiting(rows, id('b')),
    longestWaiting([row('c')], null),
  ]).toEqual(['b', 'd', null])
})
