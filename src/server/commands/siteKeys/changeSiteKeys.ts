import { ok, refuse } from '../../../base/result.ts'
import { publicKeyOf } from '../../auth/signedIdentity.ts'
import { newToken } from '../../auth/tokens.ts'
import { saveSiteKeys, siteKeysOf } from '../../db/siteKeys.ts'
import type { Handler } from '../handler.ts'

export const changeSiteKeys: Handler<'site-keys.change'> = async (
  { tx, organizationId },
  _principal,
  args,
) => {
  const { publicKey, newSecret, version } = args
  const before = await siteKeysOf(tx, organizationId)
  if (before?.version !== version) return refuse('conflict', { version: before?.version ?? 0 })
  if (publicKey !== '' && !publicKeyOf(publicKey)) return refuse('key-unusable')
  const secret = newSecret ? newToken() : before.secret
  await saveSiteKeys(tx, organizationId, { secret, publicKey, version: version + 1 })
  return ok({})
}
