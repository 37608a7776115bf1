import { ok } from '../../base/result.ts'
import { blockEntriesOf } from '../db/blockEntries.ts'
import type { QueryHandler } from './query.ts'

export const ownBlockEntries: QueryHandler<'block-entries.own'> = async ({ db, principal }) =>
  ok({ entries: await blockEntriesOf(db, principal.organizationId, principal.agentId) })
