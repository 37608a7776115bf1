import type { SessionId } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

export interface Notes {
  readonly customerNote: string
  readonly colleagueNote: string
}

const NO_NOTES: Notes = { customerNote: '', colleagueNote: '' }
const kept = new Map<SessionId, Notes>()

forgetWithAgent(() => {
  kept.clear()
})

/** What was written for this session and not sent: a closed dialog loses nothing. */
export const notesOf = (sessionId: SessionId): Notes => kept.get(sessionId) ?? NO_NOTES

export const keepNotes = (sessionId: SessionId, notes: Notes): void => {
  if (notes.customerNote === '' && notes.colleagueNote === '') kept.delete(sessionId)
  else kept.set(sessionId, notes)
}

export const forgetNotes = (sessionId: SessionId): void => {
  kept.delete(sessionId)
}
