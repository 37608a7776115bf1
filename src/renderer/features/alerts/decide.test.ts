import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { alertsOf, knownOf, oldestUnread, type AlertRules, type Sight } from './decide.ts'

const row = (id: string, given: Partial<ConversationRow> = {}): ConversationRow =>
  ({
    id: id as ConversationId,
    unread: 0,
    sessionId: null,
    sessionState: 'active',
    waitingSince: null,
    messageSetting: 'alert',
    at: 5,
    ...given,
  }) as ConversationRow
const RULES: AlertRules = { sessions: true, messages: true, isQuiet: false, sessionsWhenQuiet: true }
const SIGHT: Sight = { inView: null, wasAway: false }
const before = knownOf([row('a'), row('b')])
const told = (
  rows: readonly ConversationRow[],
  rules: Partial<AlertRules> = {},
  sight: Partial<Sight> = {},
): readonly string[] =>
  alertsOf(before, rows, { ...RULES, ...rules }, { ...SIGHT, ...sight }).map((alert) =>
    alert.kind === 'missed' ? `missed ${alert.messages}` : `${alert.kind} ${alert.row.id}`,
  )

const SAID = row('a', { unread: 1 })
const GIVEN = row('c', { sessionState: 'assigned', unread: 1 })

it('a new message of a customer and a new session are told, each once', () => {
  expect(told([SAID, row('b'), GIVEN])).toEqual(['message a', 'session c'])
  expect(told([row('a'), row('b')])).toEqual([])
  const rows = [SAID, GIVEN]
  expect(alertsOf(knownOf(rows), rows, RULES, SIGHT)).toEqual([])
})

it('what has been read elsewhere is no news', () => {
  const known = knownOf([row('a', { unread: 2 })])
  expect(alertsOf(known, [row('a')], RULES, SIGHT)).toEqual([])
  expect(alertsOf(known, [row('a', { unread: 2 })], RULES, SIGHT)).toEqual([])
})

it('R-03-174 nothing is told of the conversation in view; what came while offline is told once, as a number', () => {
  expect(told([SAID, GIVEN], {}, { inView: 'a' as ConversationId })).toEqual(['session c'])
  expect(told([row('a', { unread: 3 }), GIVEN], {}, { wasAway: true })).toEqual(['missed 4'])
  expect(told([row('a'), row('b')], {}, { wasAway: true })).toEqual([])
})

it('do not disturb keeps everything back but new sessions, and those too where that is wanted', () => {
  expect(told([SAID, GIVEN], { isQuiet: true })).toEqual(['session c'])
  expect(told([SAID, GIVEN], { isQuiet: true, sessionsWhenQuiet: false })).toEqual([])
  expect(told([SAID], { isQuiet: true }, { wasAway: true })).toEqual([])
  expect(told([SAID, GIVEN], { messages: false })).toEqual(['session c'])
  expect(told([SAID, GIVEN], { sessions: false })).toEqual(['message a'])
})

it('the oldest unread is whoever has waited longest', () => {
  expect(oldestUnread([row('a')])).toBeNull()
  expect(
    oldestUnread([
      row('a', { unread: 1, waitingSince: 9 }),
      row('b', { unread: 1, waitingSince: 3 }),
      row('c', { unread: 0, waitingSince: 1 }),
    ]),
  ).toBe('b')
})

it('R-03-065 of a silenced group nothing is told, nor is it gone to', () => {
  for (const messageSetting of ['silent', 'assistant', 'blocked'] as const) {
    const silenced = row('a', { unread: 2, mentioned: true, messageSetting })
    expect(told([silenced])).toEqual([])
    expect(told([silenced], {}, { wasAway: true })).toEqual([])
    expect(oldestUnread([silenced])).toBeNull()
  }
})
