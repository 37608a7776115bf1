import { ok, refuse } from '../../base/result.ts'
import { withoutAddresses } from '../../domain/messages/linkify.ts'
import { isFollowing } from '../db/follows.ts'
import { findLanguageServices, setUpSeen } from '../db/languageServices.ts'
import { newestMessages } from '../db/messages.ts'
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

/** Among so many messages the customer's last text is looked for. */
const LOOKED_AT = 50

export const translateForCustomer: QueryHandler<'text.translate'> = async (
  { db, principal: { organizationId, agentId }, known, translateText },
  { conversationId, text },
) => {
  if (!known.permissions.has('ai.use')) return refuse('forbidden')
  if (!(await isFollowing(db, organizationId, agentId, `thread:${conversationId}`)))
    return refuse('not-found')
  const newest = await newestMessages(db, organizationId, [conversationId], LOOKED_AT)
  const samples = newest.flatMap(({ sender, body }) =>
    sender.kind === 'customer' && body.kind === 'text' ? [withoutAddresses(body.text)] : [],
  )
  // An address, a figure or a smile is of no language, and a service names one all the same.
  const sample = samples.findLast((words) => /\p{L}/u.test(words))
  if (sample === undefined) return ok({ state: 'failed', problem: 'no-sample' })
  const services = await findLanguageServices(db, organizationId)
  const translated = await translateText({ organizationId, agentId, services, text, sample })
  return translated ? ok(translated) : refuse('not-found')
}
