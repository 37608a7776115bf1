import { ok, refuse } from '../../base/result.ts'
import { companyUses } from '../db/quickReplyUses.ts'
import type { QueryHandler } from './query.ts'

export const quickReplyUsage: QueryHandler<'quick-replies.usage'> = async ({ db, principal, known }) =>
  known.permissions.has('quickreply.company')
    ? ok({ uses: await companyUses(db, principal.organizationId) })
    : refuse('not-found')
