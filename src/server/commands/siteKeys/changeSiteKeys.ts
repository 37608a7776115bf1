import { ok, refuse } from '../../../base/result.ts'
import { publicKeyOf } from '../../auth/signedIdentity.ts'
import { newToken } from '../../auth/tokens.ts'
import { saveSiteKeys, siteKeysOf } from '../../db/siteKeys.ts'
import type { Handler } from '../handler.ts'

/** Servers are changed by hand, and what they have signed may be used for a day. */
const OVERLAP_MS = 24 * 60 * 60_000

export const changeSiteKeys: Handler<'site-keys.change'> = async (
  { tx, organizationId, now },
  _principal,
  args,
) => {
  const { publicKey, newSecret, endFormer, version } = args
  const before = await siteKeysOf(tx, organizationId)
  if (before?.version !== version) return refuse('conflict', { version: before?.version ?? 0 })
  if (publicKey !== '' && !publicKeyOf(publicKey)) return refuse('key-unusable')
  const { secret, former } = newSecret
    ? { secret: newToken(), former: { secret: before.secret, until: now + OVERLAP_MS } }
    : before
  const kept = endFormer ? undefined : former
  await saveSiteKeys(tx, organizationId, {
    secret,
    publicKey,
    version: version + 1,
    ...(kept && { former: kept }),
  })
  return ok({})
}
