import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import { ConversationId } from '../../../protocol/model/index.ts'
import { longestWaiting, neighbour, nextAfter } from './steps.ts'

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

it('R-03-039 after a row was removed goes on with who waits longest, else with the row that takes its place', () => {
  const quiet = [row('a'), row('b'), row('c')]
  expect(nextAfter([row('a', 30), row('b', 10), row('c')], id('b'), 1)).toBe('a')
  expect([nextAfter(quiet, id('b'), 1), nextAfter(quiet, id('c'), 2)]).toEqual(['c', 'b'])
  expect(nextAfter([row('a')], id('a'), 0)).toBeNull()
})
