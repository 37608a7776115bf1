import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import { ASSISTANT_ID, assistantRows, withAssistant } from './assistant.ts'
import { rowsIn } from './inCategory.ts'

const row = (id: string, given: Partial<ConversationRow> = {}): ConversationRow =>
  ({
    ...{ id, chat: null, messageSetting: 'alert', pinned: false, reminded: false },
    ...{ unread: 0, mentioned: false, at: 0, rank: '' },
    ...given,
  }) as ConversationRow
const group = (id: string, given: Partial<ConversationRow> = {}): ConversationRow =>
  row(id, { chat: 'adhoc', messageSetting: 'assistant', ...given })

const rows = [
  group('kept', { pinned: true, at: 5, unread: 3 }),
  row('anna', { at: 9 }),
  group('newest', { at: 7, unread: 1, mentioned: true }),
  row('loud', { chat: 'adhoc', at: 6 }),
  row('bo', { chat: 'direct', at: 4 }),
]
const shown = (category: Parameters<typeof rowsIn>[0], pinned = false): string =>
  withAssistant(rowsIn(category, rows), assistantRows(rows), category, pinned)
    .map(({ id }) => id)
    .join(' ')

it('R-03-061 groups in the assistant are one row of the lists, where the newest message there puts it', () => {
  expect(shown('customers')).toBe(`anna ${ASSISTANT_ID}`)
  expect(shown('groups')).toBe(`${ASSISTANT_ID} loud`)
  expect(shown('all')).toBe(`anna ${ASSISTANT_ID} loud bo`)
  expect(shown('all', true)).toBe(`${ASSISTANT_ID} anna loud bo`)
  expect(shown('colleagues')).toBe('bo')
  expect(withAssistant([], [], 'groups', false)).toEqual([])
})

it('the row counts groups with something new, and says that somebody was addressed', () => {
  expect(assistantRows(rows).map(({ id }) => id)).toEqual(['newest', 'kept'])
  expect(withAssistant([], assistantRows(rows), 'groups', false)).toMatchObject([
    { unread: 2, mentioned: true, pinned: false, at: 7 },
  ])
})
