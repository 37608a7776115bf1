import type { Session } from '../../protocol/model/index.ts'
import { idleEndOf, type LastWords } from './idleEnd.ts'

/**
 * When the session stops counting for its handler's load if nobody writes any more; null: it does not. As long as the
 * customer waits for an answer it counts, or whoever answers nobody would be given ever more.
 */
export const restAtOf = (session: Session, words: LastWords, restMs: number): number | null => {
  if (session.state !== 'active' || session.bot || session.resting) return null
  const quiet = idleEndOf(session, words, restMs)
  return quiet && !quiet.unanswered ? quiet.at : null
}
