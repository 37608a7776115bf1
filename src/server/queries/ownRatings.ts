import { ok } from '../../base/result.ts'
import { ratingsOf } from '../db/surveys.ts'
import type { QueryHandler } from './query.ts'

export const ownRatings: QueryHandler<'ratings.own'> = async ({ db, principal }, { since }) =>
  ok(await ratingsOf(db, principal.organizationId, principal.agentId, since))
