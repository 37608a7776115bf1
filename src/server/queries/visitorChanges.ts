import { ok, refuse } from '../../base/result.ts'
import type { QueryHandler } from './query.ts'

export const visitorChanges: QueryHandler<'visitors.changes'> = async (
  { principal, known, visitors },
  { epoch, after },
) =>
  known.permissions.has('visitor.view')
    ? ok(visitors.changes(principal.organizationId, epoch, after))
    : refuse('not-found')

export const visitorCount: QueryHandler<'visitors.count'> = async ({ principal, known, visitors }) =>
  known.permissions.has('visitor.view')
    ? ok({ count: visitors.count(principal.organizationId) })
    : refuse('not-found')
