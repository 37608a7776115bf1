import { ok, refuse } from '../../base/result.ts'
import { messagesBefore } from '../db/messages.ts'
import type { QueryHandler } from './query.ts'
import { seesThread } from './visibility.ts'

export const historyPage: QueryHandler<'history.page'> = async ({ db, principal, known }, args) => {
  if (!(await seesThread(db, principal, known, args.conversationId))) return refuse('not-found')
  const { organizationId } = principal
  return ok({
    messages: await messagesBefore(db, organizationId, args.conversationId, args.beforeSeq, args.limit),
  })
}
