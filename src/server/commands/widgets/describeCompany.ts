import { ok, refuse } from '../../../base/result.ts'
import { saveProfile } from '../../db/organizations.ts'
import type { Handler } from '../handler.ts'

export const describeCompany: Handler<'organization.describe'> = async (work, _principal, args) => {
  const { organization: before } = await work.directory()
  if (before.version !== args.version) return refuse('conflict', { version: before.version })
  const organization = { ...before, profile: args.profile, version: before.version + 1 }
  await saveProfile(work.tx, organization)
  work.publish('org', 'organization.changed', { organization })
  return ok({ organization })
}
