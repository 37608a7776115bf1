import { expect, it } from 'vitest'

import type { SessionNote } from '../../../protocol/model/index.ts'
import type { ThreadItem } from './items.ts'
import { withNotes } from './withNotes.ts'

const items = [
  { kind: 'day', key: 'day', at: 100 },
  { kind: 'message', key: 'm1', message: { at: 100 } },
  { kind: 'unread', key: 'unread' },
  { kind: 'message', key: 'm2', message: { at: 200 } },
  { kind: 'unsent', key: 'mine' },
] as unknown as ThreadItem[]
const note = (id: string, at: number) => ({ id, at }) as SessionNote
const keys = (rows: readonly ThreadItem[]): string => rows.map(({ key }) => key).join(' ')

it('notes stand where they were written, before the lines that lead to the next message', () => {
  const notes = [note('c', 300), note('b', 150), note('a', 50)]
  expect(keys(withNotes(items, notes, false))).toBe('note-a day m1 note-b unread m2 note-c mine')
})

it('those from before what is here wait for it', () => {
  expect(keys(withNotes(items, [note('a', 50)], true))).toBe('day m1 unread m2 mine')
})
