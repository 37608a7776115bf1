import type { Me, Session } from '../../../protocol/model/index.ts'

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
): Transferable => {
  if (!session || !me || (session.state !== 'assigned' && session.state !== 'active')) return NOTHING
  const forced = session.handlerId !== me.agentId
  const needed = forced ? 'monitor.force-transfer' : 'reception.transfer'
  return me.permissions.includes(needed) ? { session, forced } : NOTHING
}

const NOTHING: Transferable = { session: null, forced: false }
