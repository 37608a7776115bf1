import { expect, it } from 'vitest'

import type { VisitorRow } from '../../../protocol/model/index.ts'
import {
  filterCount,
  filterVisitors,
  heldRows,
  minutesOnSite,
  NO_VISITOR_FILTER,
  placesOf,
} from './filters.ts'

const MINUTE = 60_000
const NOW = 2000 * MINUTE
const row = (id: string, more: Partial<VisitorRow> = {}): VisitorRow =>
  ({
    id,
    arrivedAt: NOW,
    source: { kind: 'direct', host: '', words: '', campaign: {} },
    pages: 1,
    state: 'browsing',
    address: '10.0.*.*',
    ...more,
  }) as VisitorRow
const search = { kind: 'search', host: 'www.baidu.com', words: '', campaign: {} } as const
const rows = [
  row('a'),
  row('b', { source: search, pages: 4, arrivedAt: NOW - 6 * MINUTE }),
  row('c', { state: 'in-session', address: '116.20.*.*', arrivedAt: NOW - 20 * MINUTE }),
]
const found = (filter: Partial<typeof NO_VISITOR_FILTER>): string[] =>
  filterVisitors(rows, { ...NO_VISITOR_FILTER, ...filter }, NOW).map(({ id }) => id)

it('R-02-252 narrows by source, state, place, time on the site and pages seen', () => {
  expect(found({})).toEqual(['a', 'b', 'c'])
  expect(found({ source: 'search' })).toEqual(['b'])
  expect(found({ state: 'in-session' })).toEqual(['c'])
  expect(found({ place: '10.0.*.*' })).toEqual(['a', 'b'])
  expect(placesOf(rows, '1.2.*.*')).toEqual(['1.2.*.*', '10.0.*.*', '116.20.*.*'])
  expect(found({ minutes: 5 })).toEqual(['b', 'c'])
  expect(found({ minutes: 5, pages: 3 })).toEqual(['b'])
  expect(filterCount({ ...NO_VISITOR_FILTER, minutes: 5, state: 'left' })).toBe(2)
})

it('R-02-250 says how long somebody has been there, up to 999 minutes', () => {
  expect(minutesOnSite(row('a', { arrivedAt: NOW + 5 }), NOW)).toBe(0)
  expect(minutesOnSite(row('a', { arrivedAt: NOW - 999 * MINUTE }), NOW)).toBe(999)
  expect(minutesOnSite(row('a', { arrivedAt: NOW - 1000 * MINUTE }), NOW)).toBeNull()
})

it('keeps the rows in place while they are held', () => {
  const held = [row('a'), row('gone')]
  const { rows: shown, fresh } = heldRows(rows, held)
  expect(shown.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'browsing'],
    ['gone', 'left'],
  ])
  expect(fresh).toBe(2)
  // Nobody was shown: the panel has opened under the pointer.
  expect(heldRows(rows, [])).toEqual({ rows, fresh: 0 })
})
