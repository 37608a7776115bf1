import type { Permission, Presence } from '../../protocol/model/index.ts'

/** What decides whether an agent can be given a session. */
export interface ReceptionFacts {
  readonly disabled: boolean
  readonly permissions: ReadonlySet<Permission>
  /** As chosen; `online` says whether they are there at all. */
  readonly presence: Presence
  readonly online: boolean
  readonly reception: boolean
  readonly load: number
  readonly capacity: number
  /** False: they are on a mobile only, and the company gives nobody a session there. */
  readonly deviceReceives: boolean
}

/** Chosen `online`, and there. */
export const isPresent = (facts: Pick<ReceptionFacts, 'online' | 'presence'>): boolean =>
  facts.online && facts.presence === 'online'

/** Whether new sessions may be assigned to the agent (R-02-063). */
export const isReceivable = (facts: ReceptionFacts): boolean =>
  !facts.disabled &&
  facts.permissions.has('reception.receive') &&
  facts.permissions.has('chat.external') &&
  isPresent(facts) &&
  facts.reception &&
  facts.deviceReceives &&
  facts.load < facts.capacity
