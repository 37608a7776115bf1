import { ok, refuse } from '../../base/result.ts'
import { blockEntriesOf, companyBlocks } from '../db/blockEntries.ts'
import type { QueryHandler } from './query.ts'

export const ownBlockEntries: QueryHandler<'block-entries.own'> = async ({ db, principal }) =>
  ok({ entries: await blockEntriesOf(db, principal.organizationId, principal.agentId) })

export const companyBlockEntries: QueryHandler<'block-entries.company'> = async ({ db, principal, known }) =>
  known.permissions.has('block.company')
    ? ok({ entries: await companyBlocks(db, principal.organizationId) })
    : refuse('not-found')
