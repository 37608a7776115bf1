import { ok, refuse } from '../../base/result.ts'
import { findLanguageServices, setUpSeen } from '../db/languageServices.ts'
import type { QueryHandler } from './query.ts'

export const languageServicesSet: QueryHandler<'language-services.set-up'> = async ({
  db,
  principal,
  known,
}) => {
  if (!known.permissions.has('api.manage')) return refuse('not-found')
  return ok(setUpSeen(await findLanguageServices(db, principal.organizationId)))
}

export const tryLanguageService: QueryHandler<'language-services.try'> = async (
  { db, principal, known, tryLanguage },
  { service },
) => {
  if (!known.permissions.has('api.manage')) return refuse('not-found')
  const trial = await tryLanguage(service, await findLanguageServices(db, principal.organizationId))
  return trial ? ok(trial) : refuse('not-found')
}
