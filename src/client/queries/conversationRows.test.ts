import fc from 'fast-check'
import { expect, it } from 'vitest'

import { AT, customerRow, messageRow, sessionRow } from '../../../tests/support/modelRows.ts'
import { addConversation, setUpQueries } from '../../../tests/support/queryStage.ts'
import type { AgentId, ConversationId, SessionId } from '../../protocol/model/index.ts'
import type { ConversationListArgs, ConversationRow } from '../api.ts'
import { setLatestSession } from '../store/conversations.ts'
import { saveCustomer } from '../store/customers.ts'
import { saveDraft, NO_DRAFT } from '../store/drafts.ts'
import { advanceRead, removeListEntry, saveListEntry, readListEntry } from '../store/listEntries.ts'
import { removeReminder, saveReminder } from '../store/reminders.ts'
import { saveSession } from '../store/sessions.ts'
import type { Writer } from '../store/store.ts'
import { createBatch } from '../sync/apply/batch.ts'

const ME = 'me' as AgentId
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
const WAYS: readonly ConversationListArgs[] = [
  { filter: 'all' },
  { filter: 'in-session' },
  { filter: 'all', order: 'entry' },
  { filter: 'all', where: { unread: true } },
  { filter: 'all', only: 'c' as ConversationId },
]

type Change = (writer: Writer, id: ConversationId, n: number) => void

const says: Change = ({ cache }, id, n) => {
  const batch = createBatch(cache, () => undefined, ME)
  batch.append(messageRow(id, n + 1, { at: AT + n * 1000 }))
  batch.finish()
}
const CHANGES: Readonly<Record<string, Change>> = {
  says,
  reads: ({ cache }, id, n) => advanceRead(cache, id, n),
  pins: ({ cache }, id, n) => {
    const entry = readListEntry(cache, id)
    if (entry) saveListEntry(cache, { ...entry, pinned: n % 2 === 0 })
  },
  moves: ({ cache }, id, n) => {
    const entry = readListEntry(cache, id)
    if (entry) saveListEntry(cache, { ...entry, rank: `m${n}` })
  },
  leaves: ({ cache }, id) => removeListEntry(cache, id),
  begins: ({ cache }, id, n) => {
    saveSession(cache, sessionRow(`session-${id}`, id, { handlerId: ME, state: 'active', version: n }))
    setLatestSession(cache, id, `session-${id}` as SessionId)
  },
  ends: ({ cache }, id, n) => {
    saveSession(cache, sessionRow(`session-${id}`, id, { handlerId: ME, state: 'ended', version: n }))
  },
  later: ({ cache }, id, n) => {
    saveReminder(cache, { conversationId: id, dueAt: AT + n, setAt: AT, rungAt: n % 2 === 0 ? AT + n : null })
  },
  now: ({ cache }, id) => removeReminder(cache, id),
  isRenamed: ({ cache }, id, n) => saveCustomer(cache, customerRow(`customer-${id}`, { name: `客户 ${n}` })),
  writes: ({ own }, id, n) =>
    saveDraft(own, ME, id, { ...NO_DRAFT, text: n % 3 === 0 ? '' : `draft ${n}` }, n),
}

it('R-17-007 the list that is watched is the list that is asked for, whatever rows change meanwhile', async () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.constantFrom(...IDS), fc.boolean())
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { store, live, clock, moment } = setUpQueries()
      for (const id of IDS) addConversation(store, id)
      const watched: (readonly ConversationRow[])[] = []
      WAYS.forEach((args, n) => {
        live.subscribe('conversations.list', args, (rows) => {
          watched[n] = rows
        })
      })
      await clock.advanceAsync(0)
      for (const [n, [change, id, isRead]] of steps.entries()) {
        store.write((writer) => CHANGES[change]?.(writer, id as ConversationId, n))
        if (n % 5 === 0) moment.setOnline({ [id]: n % 2 === 0 })
        if (!isRead) continue
        await clock.advanceAsync(2000)
        for (const [way, args] of WAYS.entries())
          expect(watched[way], JSON.stringify(args)).toEqual(await live.query('conversations.list', args))
      }
      live.stop()
    }),
    { numRuns: 60 },
  )
})

it('reads no more than the rows that changed', async () => {
  const { store, live, clock } = setUpQueries()
  for (const id of IDS) addConversation(store, id)
  let rows: readonly ConversationRow[] = []
  live.subscribe('conversations.list', { filter: 'all' }, (now) => {
    rows = now
  })
  await clock.advanceAsync(0)
  const before = rows
  // Not announced: only who reads everything can see it.
  store.write(({ cache }) => {
    cache.run({ text: `update customers set name = 'unseen'`, values: [] })
  })
  store.write((writer) => says(writer, 'd' as ConversationId, 5))
  await clock.advanceAsync(2000)
  expect(rows[0]).toMatchObject({ id: 'd', customerName: 'unseen' })
  expect(new Set(rows.slice(1))).toEqual(new Set(before.filter(({ id }) => id !== 'd')))
  expect(rows.filter((row) => before.includes(row))).toHaveLength(IDS.length - 1)
  live.stop()
})
