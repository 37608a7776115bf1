/**
 * What reception promises, as small as it can be said: a reader of the log that knows who has which session, and objects
 * to any entry after which a promise is broken. It shares no rule with the server.
 */
import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { Agent, AgentId, ConversationId, Organization, Session } from '../../src/protocol/model/index.ts'

export interface Reference {
  apply(entry: LogEntry): void
  readonly sessions: ReadonlyMap<string, Session>
  /** What everybody who sees the pool sees: for whom each session waits. */
  readonly pool: ReadonlyMap<string, string>
  /** Routed sessions that each agent has now. */
  load(agentId: AgentId): number
  readonly problems: readonly string[]
  /** How often each kind of change was seen. */
  readonly seen: ReadonlyMap<string, number>
}

export interface ReferenceStart {
  readonly organization: Organization
  readonly agents: readonly Agent[]
}

/** May lift an agent above the capacity (R-02-006). */
const BEYOND_CAPACITY: readonly string[] = ['emergency', 'random-member', 'forced']

const WAYS: Readonly<Record<string, readonly string[]>> = {
  requested: ['pending', 'assigned', 'active', 'ended'],
  pending: ['pending', 'assigned', 'ended'],
  assigned: ['assigned', 'active', 'pending', 'ended'],
  active: ['active', 'assigned', 'pending', 'ended'],
}

export const createReference = ({ organization: first, agents: people }: ReferenceStart): Reference => {
  let organization = first
  const agents = new Map(people.map((agent) => [agent.id, agent]))
  const sessions = new Map<string, Session>()
  const open = new Map<ConversationId, string>()
  const loads = new Map<AgentId, number>()
  const pool = new Map<string, string>()
  const blocked = new Set<string>()
  const lastSeq = new Map<ConversationId, number>()
  const problems: string[] = []
  const seen = new Map<string, number>()

  const load = (agentId: AgentId): number => loads.get(agentId) ?? 0
  const capacityOf = (agentId: AgentId): number => agents.get(agentId)?.capacity ?? organization.capacity

  const addLoad = (session: Session | undefined, by: number): void => {
    if (!session?.handlerId || session.initiator !== 'customer' || session.resting) return
    if (session.state !== 'assigned' && session.state !== 'active') return
    loads.set(session.handlerId, load(session.handlerId) + by)
  }

  const change = (after: Session, where: string): void => {
    const object = (what: string): void => {
      problems.push(`${where}: ${after.id} ${what}`)
    }
    const before = sessions.get(after.id)
    if (before) {
      if (after.version !== before.version + 1) object(`version ${before.version} → ${after.version}`)
      if (!WAYS[before.state]?.includes(after.state)) object(`${before.state} → ${after.state}`)
      // It is with the same agent, and what is said in it is the same: it only counts, or does not.
      if (before.state === 'active' && after.state === 'active' && before.resting === after.resting)
        object('was active and became active')
    } else {
      if (after.version !== 1 || after.state !== 'requested') object('does not begin as requested')
      if (open.has(after.conversationId)) object('is a second open session of its conversation')
    }
    const handled = after.state === 'assigned' || after.state === 'active'
    // A bot is nobody's load and stands in no list.
    const isWithBot = after.state === 'active' && after.why.step === 'bot'
    if ((handled && !isWithBot) !== (after.handlerId !== null) && after.state !== 'ended')
      object('has no owner, or too many')
    if (after.state === 'ended') open.delete(after.conversationId)
    else open.set(after.conversationId, after.id)

    const wasWith = before && before.state !== 'ended' ? before.handlerId : null
    addLoad(before, -1)
    addLoad(after, 1)
    sessions.set(after.id, after)
    if (!handled || !after.handlerId || after.handlerId === wasWith) return
    if (agents.get(after.handlerId)?.disabled) object(`given to ${after.handlerId}, who is disabled`)
    const free = load(after.handlerId) <= capacityOf(after.handlerId)
    const byHand = after.why.step === 'accepted' && organization.reception.acceptOverCapacity
    if (after.initiator === 'customer' && !free && !byHand && !BEYOND_CAPACITY.includes(after.why.step)) {
      object(`lifts ${after.handlerId} to ${load(after.handlerId)} of ${capacityOf(after.handlerId)}`)
    }
  }

  return {
    sessions,
    pool,
    load,
    problems,
    seen,
    apply: (entry) => {
      const where = `revision ${entry.revision} ${entry.event}`
      count(seen, entry.event)
      switch (entry.event) {
        case 'organization.changed':
          organization = entry.payload.organization
          break
        case 'agent.changed':
          agents.set(entry.payload.agent.id, entry.payload.agent)
          break
        case 'customer.changed':
          if (entry.payload.customer.block) blocked.add(entry.payload.customer.id)
          else blocked.delete(entry.payload.customer.id)
          break
        case 'message.sent': {
          const { conversationId, seq, sender } = entry.payload.message
          const expected = (lastSeq.get(conversationId) ?? 0) + 1
          if (seq !== expected) problems.push(`${where}: ${conversationId} has ${seq} after ${expected - 1}`)
          lastSeq.set(conversationId, seq)
          if (sender.kind === 'customer' && blocked.has(sender.customerId))
            problems.push(`${where}: of a blocked customer`)
          break
        }
        case 'session.requested':
        case 'session.queued':
        case 'session.assigned':
        case 'session.activated':
        case 'session.ended':
        case 'session.rested':
          change(entry.payload.session, where)
          count(seen, `${entry.event} ${entry.payload.session.why.step}`)
          break
        case 'pool.entered': {
          const { sessionId } = entry.payload.entry
          if (pool.has(sessionId)) problems.push(`${where}: ${sessionId} enters the pool twice`)
          pool.set(sessionId, entry.scope)
          break
        }
        case 'pool.left': {
          const { sessionId } = entry.payload
          if (pool.get(sessionId) !== entry.scope)
            problems.push(`${where}: ${sessionId} leaves where it is not`)
          pool.delete(sessionId)
          break
        }
        default:
      }
    },
  }
}

const count = (seen: Map<string, number>, what: string): void => {
  seen.set(what, (seen.get(what) ?? 0) + 1)
}
