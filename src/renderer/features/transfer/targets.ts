/** Whom a session can be given to, as the dialog shows them. */
import type { OrganizationView } from '../../../client/api.ts'
import type {
  Agent,
  AgentId,
  AgentPresence,
  Presence,
  ReceptionGroup,
} from '../../../protocol/model/index.ts'

export interface ColleagueRow {
  readonly agent: Agent
  readonly presence: Presence
  readonly reception: boolean
  readonly load: number
  readonly capacity: number
  /** Can be given a session at once; everybody else lets the customer wait. */
  readonly receivable: boolean
}

export interface GroupRow {
  readonly group: ReceptionGroup
  readonly members: readonly ColleagueRow[]
  /** Members who can receive now. */
  readonly receiving: number
}

/** All groups in their order, with their members but oneself: who can receive first, then by name. */
export const groupRows = (
  organization: OrganizationView,
  presences: readonly AgentPresence[],
  me: AgentId,
  language: string,
): readonly GroupRow[] => {
  const presenceOf = new Map(presences.map((presence) => [presence.agentId, presence]))
  const agentOf = new Map(organization.agents.map((agent) => [agent.id, agent]))
  const collator = new Intl.Collator(language)
  return organization.groups.map((group) => {
    const members = group.memberIds
      .flatMap((id) => agentOf.get(id) ?? [])
      .filter((agent) => agent.id !== me && !agent.disabled)
      .map((agent) => rowOf(agent, presenceOf.get(agent.id)))
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

const isThere = ({ presence }: ColleagueRow): boolean => presence !== 'offline'

const rowOf = (agent: Agent, presence: AgentPresence | undefined): ColleagueRow => {
  const { reception = false, load = 0, capacity = 0 } = presence ?? {}
  const seen = presence?.presence ?? 'offline'
  return {
    agent,
    presence: seen,
    reception,
    load,
    capacity,
    receivable: seen === 'online' && reception && load < capacity,
  }
}
