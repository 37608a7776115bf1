import type { ReceptionGroup, ReceptionSettings, Session } from '../../src/protocol/model/index.ts'
/** What tests of the reception change again and again, as an admin would, and the session they look at afterwards. */
import { findOrganization } from '../../src/server/db/organizations.ts'
import { groupsOf } from '../../src/server/db/receptionGroups.ts'
import { latestSessions } from '../../src/server/db/sessions.ts'
import type { CustomerPrincipal } from '../../src/server/engine/types.ts'
import { GROUP, ORGANIZATION, type Reception } from './reception.ts'

/** The first agent needs `reception.routing`. */
export const configureReception = async (
  { db, done, agent }: Reception,
  more: Partial<ReceptionSettings>,
): Promise<void> => {
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const { policy, capacity, waitingLimitMs, version } = organization
  const reception = { ...organization.reception, ...more }
  await done(agent(1), 'reception.configure', { policy, capacity, waitingLimitMs, version, reception })
}

/** The first agent needs `reception.groups`. */
export const saveGroup = async (
  { db, done, agent }: Reception,
  more: Partial<Omit<ReceptionGroup, 'main'>>,
): Promise<void> => {
  const group = (await groupsOf(db, ORGANIZATION)).find(({ id }) => id === (more.id ?? GROUP))
  if (!group) throw new Error('no group')
  const { main: _main, ...rest } = group
  await done(agent(1), 'group.save', { ...rest, ...more })
}

export const latestSession = async (
  { db }: Reception,
  { conversationId }: CustomerPrincipal,
): Promise<Session> => {
  const [session] = await latestSessions(db, ORGANIZATION, [conversationId])
  if (!session) throw new Error('no session')
  return session
}
