/** Whom a session can be given to, as the dialog shows them. */
import type { OrganizationView } from '../../../client/api.ts'
import type {
  Agent,
  AgentId,
  AgentPresence,
  Presence,
  ReceptionGroup,
  SessionTarget,
} from '../../../protocol/model/index.ts'

export interface ColleagueRow {
  readonly agent: Agent
  readonly presence: Presence
  readonly reception: boolean
  readonly load: number
  readonly capacity: number
  /** Online, but on a mobile alone. */
  readonly mobileOnly: boolean
  /** Can be given a session at once; everybody else lets the customer wait. */
  readonly receivable: boolean
}

export interface GroupRow {
  readonly group: ReceptionGroup
  readonly members: readonly ColleagueRow[]
  /** Members who can receive now. */
  readonly receiving: number
}

export interface Whom {
  /** Whoever has it already is nobody to give it to. */
  readonly except: AgentId | null
  /** A supervisor may give somebody more than their capacity (R-02-222). */
  readonly beyondCapacity: boolean
}

/** All groups in their order, with their members: who can receive first, then by name. */
export const groupRows = (
  organization: OrganizationView,
  presences: readonly AgentPresence[],
  { except, beyondCapacity }: Whom,
  language: string,
): readonly GroupRow[] => {
  const presenceOf = new Map(presences.map((presence) => [presence.agentId, presence]))
  const agentOf = new Map(organization.agents.map((agent) => [agent.id, agent]))
  const collator = new Intl.Collator(language)
  const { receiveOnMobile } = organization.organization.reception
  return organization.groups.map((group) => {
    const members = group.memberIds
      .flatMap((id) => agentOf.get(id) ?? [])
      .filter((agent) => agent.id !== except && !agent.disabled)
      .map((agent) => rowOf(agent, presenceOf.get(agent.id), { beyondCapacity, receiveOnMobile }))
      .toSorted(
        (a, b) =>
          Number(b.receivable) - Number(a.receivable) ||
          Number(isThere(b)) - Number(isThere(a)) ||
          collator.compare(a.agent.name, b.agent.name),
      )
    return { group, members, receiving: members.filter(({ receivable }) => receivable).length }
  })
}

/** Those in whose name, or in the name of whose group, the text occurs. */
export const filterRows = (rows: readonly GroupRow[], text: string): readonly GroupRow[] => {
  const wanted = text.trim().toLocaleLowerCase()
  const holds = (name: string): boolean => name.toLocaleLowerCase().includes(wanted)
  if (wanted === '') return rows
  return rows
    .map((row) =>
      holds(row.group.name) ? row : { ...row, members: row.members.filter(({ agent }) => holds(agent.name)) },
    )
    .filter((row) => holds(row.group.name) || row.members.length > 0)
}

export interface DescribedTarget {
  readonly name: string
  readonly receivable: boolean
  /** It would reach somebody who is on a mobile only: worth a warning (R-02-210, R-02-221). */
  readonly mobileOnly: boolean
}

/** The chosen one as it stands now; null: it is gone meanwhile. */
export const describeTarget = (rows: readonly GroupRow[], to: SessionTarget): DescribedTarget | null => {
  if (to.kind === 'group') {
    const row = rows.find(({ group }) => group.id === to.groupId)
    if (!row) return null
    const able = row.members.filter(({ receivable }) => receivable)
    // Somebody of the group at a computer may be the one.
    const mobileOnly = able.length > 0 && able.every((one) => one.mobileOnly)
    return { name: row.group.name, receivable: able.length > 0, mobileOnly }
  }
  const member = rows.flatMap(({ members }) => members).find(({ agent }) => agent.id === to.agentId)
  return member
    ? { name: member.agent.name, receivable: member.receivable, mobileOnly: member.mobileOnly }
    : null
}

const isThere = ({ presence }: ColleagueRow): boolean => presence !== 'offline'

interface Allowed {
  readonly beyondCapacity: boolean
  readonly receiveOnMobile: boolean
}

const rowOf = (agent: Agent, presence: AgentPresence | undefined, allowed: Allowed): ColleagueRow => {
  const { reception = false, load = 0, capacity = 0, device } = presence ?? {}
  const seen = presence?.presence ?? 'offline'
  const mobileOnly = device === 'mobile'
  return {
    agent,
    presence: seen,
    reception,
    load,
    capacity,
    mobileOnly,
    receivable:
      seen === 'online' &&
      reception &&
      (allowed.receiveOnMobile || !mobileOnly) &&
      (allowed.beyondCapacity || load < capacity),
  }
}
