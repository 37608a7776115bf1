import type { Answers, SessionId } from '../../protocol/model/index.ts'
import type { Storage } from '../shared/storage.ts'

const keyOf = (sessionId: SessionId): string => `rating:${sessionId}`

/** What was answered to the card of a session and not sent, from before a reload too; null: nothing. */
export const readRating = (storage: Storage, sessionId: SessionId): Answers | null => {
  try {
    const kept = JSON.parse(storage.get(keyOf(sessionId)) ?? 'null') as Partial<Answers> | null
    if (typeof kept?.stars !== 'number' || typeof kept.comment !== 'string' || !Array.isArray(kept.tags))
      return null
    const { stars, tags, comment, solved = null } = kept
    return { stars, tags: tags.filter((tag) => typeof tag === 'string'), solved, comment }
  } catch {
    return null
  }
}

/** Null: it was sent, or is not wanted any more. */
export const keepRating = (storage: Storage, sessionId: SessionId, answers: Answers | null): void => {
  if (answers) storage.set(keyOf(sessionId), JSON.stringify(answers))
  else storage.remove(keyOf(sessionId))
}
