import { ok, refuse } from '../../../base/result.ts'
import type { Organization } from '../../../protocol/model/index.ts'
import { saveLinkPreviews } from '../../db/organizations.ts'
import type { Handler } from '../handler.ts'

export const configureLinkPreviews: Handler<'link-previews.configure'> = async (
  work,
  _principal,
  { on, version },
) => {
  const { organization: before } = await work.directory()
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const { linkPreviews: _linkPreviews, ...rest } = before
  const organization: Organization = { ...rest, ...(on && { linkPreviews: true }), version: version + 1 }
  await saveLinkPreviews(work.tx, organization)
  work.publish('org', 'organization.changed', { organization })
  return ok({ organization })
}
