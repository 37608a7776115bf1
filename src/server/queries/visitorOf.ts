import { ok, refuse } from '../../base/result.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

/** For whoever may read the thread: knowing who else is on the pages takes more (R-02-254). */
export const visitorOf: QueryHandler<'visitor.of'> = async (
  { db, principal, known, visitors },
  { conversationId },
) => {
  if (!(await seesThread(db, principal, known, conversationId))) return refuse('not-found')
  return ok({ visitor: visitors.of(principal.organizationId, conversationId) ?? null })
}
