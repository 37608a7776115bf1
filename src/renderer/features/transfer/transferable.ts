import { supervises } from '../../../domain/permissions/supervises.ts'
import type { Agent, AgentId, Department, Me, Session } from '../../../protocol/model/index.ts'

/** Who works here. */
interface People {
  readonly agents: readonly Agent[]
  readonly departments: readonly Department[]
}

export interface Transferable {
  /** Null: there is nothing to give on, or it is not for this agent to do. */
  readonly session: Session | null
  /** It is a colleague's session, moved by a supervisor (R-02-220). */
  readonly forced: boolean
}

/** Which session of an open conversation can be given on: one's own, or as a supervisor that of a colleague. */
export const transferableOf = (
  session: Session | null | undefined,
  me: Pick<Me, 'agentId' | 'permissions'> | null | undefined,
  people: People | null | undefined,
): Transferable => {
  if (!session || !me || (session.state !== 'assigned' && session.state !== 'active')) return NOTHING
  const forced = session.handlerId !== me.agentId
  const needed = forced ? 'monitor.force-transfer' : 'reception.transfer'
  if (!me.permissions.includes(needed)) return NOTHING
  return !forced || answersFor(me.agentId, session.handlerId, people) ? { session, forced } : NOTHING
}

const answersFor = (
  supervisorId: AgentId,
  agentId: AgentId | null,
  people: People | null | undefined,
): boolean => {
  const find = (id: AgentId | null) => people?.agents.find((agent) => agent.id === id)
  const supervisor = find(supervisorId)
  const agent = find(agentId)
  return supervisor && agent ? supervises(supervisor, agent, people?.departments ?? []) : false
}

const NOTHING: Transferable = { session: null, forced: false }
