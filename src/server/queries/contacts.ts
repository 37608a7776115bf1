import { ok, refuse } from '../../base/result.ts'
import { favoritePeople, friendPeople } from '../db/contactPeople.ts'
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

/** More friends than one person has. */
const MOST_OWN = 5000
/** More than anybody reads; then one looks for fewer. */
const MOST_FOUND = 100
