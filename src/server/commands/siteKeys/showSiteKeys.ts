import { ok } from '../../../base/result.ts'
import { newToken } from '../../auth/tokens.ts'
import { saveSiteKeys, siteKeysOf } from '../../db/siteKeys.ts'
import type { Handler } from '../handler.ts'

export const showSiteKeys: Handler<'site-keys.show'> = async ({ tx, organizationId, now }) => {
  const known = await siteKeysOf(tx, organizationId)
  if (known) {
    const { former, ...keys } = known
    return ok({ keys: { ...keys, ...(former && now < former.until && { formerUntil: former.until }) } })
  }
  const keys = { secret: newToken(), publicKey: '', version: 1 }
  await saveSiteKeys(tx, organizationId, keys)
  return ok({ keys })
}
