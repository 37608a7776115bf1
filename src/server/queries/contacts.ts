import { ok, refuse } from '../../base/result.ts'
import { startRefusal } from '../../domain/paths/start.ts'
import { startFactsOf } from '../commands/faces/startFacts.ts'
import { favoritePeople, friendPeople, personWithNumber } from '../db/contactPeople.ts'
import { findConversation } from '../db/conversations.ts'
import type { QueryHandler } from './query.ts'

export const ownContacts: QueryHandler<'contacts.own'> = async ({ db, principal }) => {
  const { organizationId, agentId } = principal
  return ok({
    favorites: await favoritePeople(db, organizationId, agentId),
    friends: await friendPeople(db, organizationId, agentId, '', MOST_OWN),
  })
}

export const mainFriends: QueryHandler<'contacts.main'> = async ({ db, principal, known }, { text }) =>
  known.permissions.has('main-account.friends')
    ? ok({ friends: await friendPeople(db, principal.organizationId, null, text, MOST_FOUND) })
    : refuse('not-found')

/** For whoever may talk to customers: they were told the number. */
export const accountByNumber: QueryHandler<'contacts.by-number'> = async (
  { db, principal: { organizationId }, known, directory, now },
  { number },
) => {
  if (!known.permissions.has('chat.external')) return refuse('not-found')
  const person = await personWithNumber(db, organizationId, number)
  const row = person?.conversationId && (await findConversation(db, organizationId, person.conversationId))
  if (!row) return ok({ person: null, hindrance: null })
  const reads = { tx: db, organizationId, now, directory: async () => directory }
  return ok({ person, hindrance: startRefusal(await startFactsOf(reads, known, row)) })
}

/** More friends than one person has. */
const MOST_OWN = 5000
/** More than anybody reads; then one looks for fewer. */
const MOST_FOUND = 100
