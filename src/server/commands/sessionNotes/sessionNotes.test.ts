import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf } from '../../../../tests/support/reception.ts'
import { latestSession } from '../../../../tests/support/receptionSettings.ts'
import type { SessionNoteId } from '../../../protocol/model/index.ts'
import { auditEntriesOf } from '../../db/auditEntries.ts'
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
})
