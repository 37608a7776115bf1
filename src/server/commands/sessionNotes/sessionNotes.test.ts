import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { latestSession } from '../../../../tests/support/receptionSettings.ts'
import type { SessionNoteId } from '../../../protocol/model/index.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
import { isFollowing } from '../../db/follows.ts'
import { findListEntry } from '../../db/listEntries.ts'
import { noteMentionsOf } from '../../db/noteMentions.ts'
import { sessionNotesIn } from '../../db/sessionNotes.ts'

const id = 'note-1' as SessionNoteId

describeDatabases('notes beside a session', (databases) => {
  const withReception = receptionsOf(databases)

  it('are written by whoever sees the session, running or over, changed and taken away by their author alone', async () => {
    await withReception({ agents: 2 }, async (reception) => {
      const { db, arrive, customer, write, done, run, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      const { conversationId } = visitor
      await write(visitor, '在吗')
      const { id: sessionId } = await latestSession(reception, visitor)
      const notes = async () => sessionNotesIn(db, ORGANIZATION, [conversationId])
      const save = { id, sessionId, text: '要发票' }
      expect(await run(agent(2), 'session-note.save', save)).toMatchObject({ code: 'not-found' })
      await done(agent(1), 'session-note.save', save)
      await done(visitor, 'customer.leave', {})
      const { note } = await done(agent(1), 'session-note.save', { ...save, text: '要专用发票' })
      expect(await notes()).toEqual([note])
      expect(note).toMatchObject({ text: '要专用发票', agentId: 'agent-1', sessionId })
      expect(await run(agent(2), 'session-note.remove', { id })).toMatchObject({ code: 'not-your-note' })
      await done(agent(1), 'session-note.remove', { id })
      expect(await notes()).toEqual([])
      await done(agent(1), 'session-note.restore', { id })
      expect(await notes()).toEqual([note])
      const audited = await auditEntriesOf(db, ORGANIZATION, 10)
      expect(audited.map(({ action }) => action).toSorted()).toEqual([
        'session-note.remove',
        'session-note.restore',
        'session-note.save',
        'session-note.save',
      ])
    })
  })

  it('R-03-189 (names) a colleague who is named is told until they have read it, sees the conversation from then on, and goes unnamed with the note', async () => {
    await withReception({ agents: 4 }, async (reception) => {
      const { db, arrive, customer, write, done, run, agent } = reception
      await arrive(1)
      const visitor = await customer('小李')
      const { conversationId } = visitor
      await write(visitor, '在吗')
      const { id: sessionId } = await latestSession(reception, visitor)
      const toldOf = async (number: number) => noteMentionsOf(db, ORGANIZATION, agent(number).agentId)
      const save = { id, sessionId, text: '@员工2 这个订单你熟，@所有人 mail@员工3' }
      await done(agent(1), 'session-note.save', save)
      const [mention, ...more] = await toldOf(2)
      expect(mention).toMatchObject({ noteId: id, conversationId, byAgentId: 'agent-1', text: save.text })
      expect([more, await toldOf(1), await toldOf(3), await toldOf(4)]).toEqual([[], [], [], []])
      expect(await isFollowing(db, ORGANIZATION, agent(2).agentId, `thread:${conversationId}`)).toBe(true)
      expect(await findListEntry(db, ORGANIZATION, agent(2).agentId, conversationId)).toMatchObject({
        readSeq: mention?.seq,
      })
      // They may write beside it now, as whoever served the customer may.
      await done(agent(2), 'session-note.save', {
        id: 'note-2' as SessionNoteId,
        sessionId,
        text: '好的 @员工1',
      })
      expect(await toldOf(1)).toHaveLength(1)

      await done(agent(2), 'note-mention.read', { noteId: id })
      expect(await toldOf(2)).toEqual([])
      // Who has read it is not told again because something else of it changed.
      await done(agent(1), 'session-note.save', { ...save, text: '@员工2 @员工4 这个订单你们熟' })
      expect([await toldOf(2), (await toldOf(4)).length]).toEqual([[], 1])
      await done(agent(1), 'session-note.save', { ...save, text: '不用了' })
      expect(await toldOf(4)).toEqual([])
      await done(agent(1), 'session-note.save', { ...save, text: '@员工4 还是看一下' })
      await done(agent(1), 'session-note.remove', { id })
      expect(await toldOf(4)).toEqual([])
      expect(
        await run(agent(3), 'session-note.save', { ...save, id: 'note-3' as SessionNoteId }),
      ).toMatchObject({
        code: 'not-found',
      })
    })
  })
})
