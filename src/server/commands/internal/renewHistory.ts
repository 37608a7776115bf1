import { ok } from '../../../base/result.ts'
import { renewEpoch } from '../../db/organizations.ts'
import type { InternalHandler } from '../handler.ts'

export const renewHistory: InternalHandler<'history.renew'> = async (work, { epoch }) => {
  const { tx, organizationId, ids, log } = work
  if (await renewEpoch(tx, organizationId, { from: epoch, to: ids.next() })) {
    log.warn('the database is older than what clients know: a new history begins', { organizationId })
    work.signal({ kind: 'history-renewed' })
  }
  return ok({})
}
