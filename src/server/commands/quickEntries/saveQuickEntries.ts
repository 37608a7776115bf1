import { ok, refuse } from '../../../base/result.ts'
import { newToken } from '../../auth/tokens.ts'
import { quickEntriesOf, saveQuickEntries as write } from '../../db/quickEntries.ts'
import type { Handler } from '../handler.ts'

export const saveQuickEntries: Handler<'quick-entries.save'> = async (
  { tx, organizationId, publish },
  _principal,
  { entries, version, renewSecret },
) => {
  const before = await quickEntriesOf(tx, organizationId)
  const { version: now } = before.quickEntries
  if (version !== now) return refuse('conflict', { version: now })
  const quickEntries = { entries, version: version + 1 }
  const secret = renewSecret ? newToken() : (before.secret ?? newToken())
  await write(tx, organizationId, quickEntries, secret)
  publish('org', 'quick-entries.changed', { quickEntries })
  return ok({ quickEntries })
}
