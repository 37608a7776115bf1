import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import {
  ColorMarks,
  MarkColor,
  type ColorMark,
  type ColorMarkId,
  type ConversationId,
  type SavedListFilters,
} from '../../../protocol/model/index.ts'
import { isFiltering, nameProblem, toggleUnread, toggleValue } from './filters.ts'
import { keepOpen } from './keepOpen.ts'
import { letterOf } from './marks/letters.ts'
import { problemOf } from './marks/markProblems.ts'
import { byHand } from './marks/useMarks.ts'
import { clearable } from './rowState.ts'

const row = (id: string, more: Partial<ConversationRow> = {}): ConversationRow => ({
  id: id as ConversationId,
  customerId: `customer-${id}` as ConversationRow['customerId'],
  customerName: '',
  publicName: null,
  chat: null,
  colleagueId: null,
  unnamedMembers: null,
  mentioned: false,
  messageSetting: 'alert',
  customerNumber: 1,
  channel: 'web',
  widgetId: null,
  pinned: false,
  unread: 0,
  preview: null,
  forgotten: false,
  unsent: null,
  draft: '',
  online: false,
  typing: false,
  sessionId: null,
  sessionState: null,
  handlerId: null,
  waitingSince: null,
  remindAt: null,
  reminded: false,
  at: 0,
  rank: '',
  marks: '',
  ...more,
})
const mark = (id: string, more: Partial<ColorMark> = {}): ColorMark => ({
  id: id as ColorMarkId,
  color: 'red',
  name: id,
  rule: null,
  ...more,
})

it('a field of which no value is left is no part of the filter', () => {
  const one = toggleValue({}, 'types', 'won')
  expect(one).toEqual({ types: ['won'] })
  expect(toggleValue(one, 'types', 'new')).toEqual({ types: ['won', 'new'] })
  expect(isFiltering(toggleValue(one, 'types', 'won'))).toBe(false)
  expect(isFiltering(toggleUnread(toggleUnread({})))).toBe(false)
})

it('at most ten filters, each under a name of its own of one to twelve characters', () => {
  const saved: SavedListFilters = Array.from({ length: 10 }, (_, n) => ({ name: `f${n}`, filter: {} }))
  expect(nameProblem([], ' ')).toBe('empty')
  expect(nameProblem([], '一二三四五六七八九十一二')).toBeNull()
  expect(nameProblem([], '一二三四五六七八九十一二三')).toBe('long')
  expect(nameProblem(saved, 'f3 ')).toBe('taken')
  expect(nameProblem(saved, 'new')).toBe('full')
})

it('the open row stays in its place when it matches no more', () => {
  const rows = [row('pinned', { pinned: true, at: 1 }), row('late', { at: 9 }), row('early', { at: 3 })]
  const ids = (open: ConversationRow | undefined): string =>
    keepOpen(rows, open)
      .map(({ id }) => id)
      .join(' ')
  expect(ids(undefined)).toBe('pinned late early')
  expect(ids(row('open', { at: 5 }))).toBe('pinned late open early')
  expect(ids(row('open', { at: 1 }))).toBe('pinned late early open')
  expect(ids(row('late', { at: 1 }))).toBe('pinned late early')
})

it('clearing the list spares who is pinned, in session, unread, typed to, or waits to be sent something', () => {
  const spared = [
    row('a', { pinned: true }),
    row('b', { sessionState: 'active' }),
    row('c', { unread: 1 }),
    row('d', { draft: '…' }),
    row('e', { unsent: 'failed' }),
  ]
  expect(clearable([...spared, row('f', { sessionState: 'ended' })])).toEqual(['f'])
})

it('R-03-053 there are twenty marks, twelve colours each with a letter of its own, and no name twice', () => {
  const marks = Array.from({ length: 21 }, (_, index) => mark(`m${index}`))
  expect(ColorMarks.safeParse(marks.slice(1)).success).toBe(true)
  expect(ColorMarks.safeParse(marks).success).toBe(false)
  expect(ColorMarks.safeParse([mark('a'), mark('b', { name: 'a' })]).success).toBe(false)
  expect(new Set(MarkColor.options.map(letterOf)).size).toBe(12)
  expect(problemOf([mark('a'), mark('b')])).toBeNull()
  expect(problemOf([mark('a'), mark('b', { name: 'a ' })])).toBe('taken')
  expect(problemOf([mark('a', { name: ' ' })])).toBe('empty')
  expect(problemOf([mark('a', { rule: { field: 'type', values: [] } })])).toBe('no-values')
})

it('only marks without a rule are set by hand', () => {
  const known = new Map(
    [mark('a'), mark('b', { rule: { field: 'type', values: ['won'] } })].map((one) => [one.id, one]),
  )
  expect(byHand('b,gone,a', known)).toEqual(['a'])
})
