import { ok } from '../../base/result.ts'
import { ratedSessionsOf, ratingsOf } from '../db/surveys.ts'
import type { QueryHandler } from './query.ts'

export const ownRatings: QueryHandler<'ratings.own'> = async ({ db, principal }, { since }) =>
  ok(await ratingsOf(db, principal.organizationId, principal.agentId, since))

export const ratedSessions: QueryHandler<'ratings.list'> = async ({ db, principal }, { since }) =>
  ok({ sessions: await ratedSessionsOf(db, principal.organizationId, principal.agentId, since) })
