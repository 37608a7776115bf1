import { ok, refuse } from '../../../base/result.ts'
import type { Organization } from '../../../protocol/model/index.ts'
import { saveReception } from '../../db/organizations.ts'
import type { Handler } from '../handler.ts'

export const configureMainAccount: Handler<'main-account.configure'> = async (
  work,
  _principal,
  { autoAccept, version },
) => {
  const { organization: before } = await work.directory()
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const organization: Organization = {
    ...before,
    reception: { ...before.reception, mainAutoAccept: autoAccept },
    version: before.version + 1,
  }
  await saveReception(work.tx, organization)
  work.publish('org', 'organization.changed', { organization })
  return ok({ organization })
}
