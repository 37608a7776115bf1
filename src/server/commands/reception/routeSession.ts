import { chooseAgent, type Choice } from '../../../domain/routing/chooseAgent.ts'
import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import type { AgentId, GroupId, Session, SessionTarget } from '../../../protocol/model/index.ts'
import { presentMembers } from '../../db/agentPresence.ts'
import { ownerOf } from '../../db/customers.ts'
import { countPending, lastHandlerFor, type StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from './assignSession.ts'
import { changeSession, type Cause } from './changeSession.ts'
import { chooseInNeed } from './overflow.ts'
import { factsOf, receptionFactsOf } from './presence.ts'
import { appendLine, type Thread } from './thread.ts'

/** So many may wait for one group, and for one agent (R-02-111). */
export const POOL_LIMIT = 2000

/**
 * Finds who receives the session (chapter 02 section 8): its customer's owner, whoever served them lately, the policy among
 * the receivable members of its group, or its one agent; then the emergency agents. Nobody at all means the pending pool.
 */
export const routeSession = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  cause: Cause,
): Promise<void> => {
  const { session } = stored
  const { target } = session
  const choice =
    (await chooseOwner(work, session)) ??
    (await chooseReturning(work, session)) ??
    (await chooseFor(work, target)) ??
    (await chooseInNeed(work, session))
  if (choice) {
    await assignSession(work, thread, stored, choice, cause)
    return
  }
  if (session.state === 'pending') return
  const isNew = session.state === 'requested'
  if (isNew && (await countPending(work.tx, work.organizationId, target)) >= POOL_LIMIT) {
    await changeSession(work, stored, { kind: 'end', reason: 'refused' }, 'ended')
    await appendLine(work, thread, session.id, 'session-ended', { reason: 'refused' })
    return
  }
  const step = isNew ? 'overflow' : 'requeued'
  await changeSession(work, stored, { kind: 'queue', target, why: { step } }, cause)
  await appendLine(work, thread, session.id, 'session-queued')
}

/** Step 6: whoever owns the customer receives them, member or not, where the group wants it so (R-02-086). */
const chooseOwner = async (work: Work, { target, customerId }: Session): Promise<Choice | null> => {
  if (target.kind !== 'group' || !(await work.directory()).groups.get(target.groupId)?.ownerFirst) return null
  const ownerId = await ownerOf(work.tx, work.organizationId, customerId)
  const facts = ownerId && (await receptionFactsOf(work, ownerId))
  return facts && isReceivable(facts)
    ? { agentId: ownerId, why: { step: 'owner', load: facts.load, capacity: facts.capacity } }
    : null
}

/** Step 7: who served the customer for this group lately goes on, while still a member (R-02-087). */
const chooseReturning = async (work: Work, { target, conversationId }: Session): Promise<Choice | null> => {
  const { organization, agents } = await work.directory()
  const { returningHours } = organization.reception
  if (target.kind !== 'group' || returningHours === 0) return null
  const since = work.now - returningHours * 3_600_000
  const agentId = await lastHandlerFor(work.tx, work.organizationId, conversationId, target, since)
  if (!agentId || !agents.get(agentId)?.groupIds.has(target.groupId)) return null
  const facts = await receptionFactsOf(work, agentId)
  return facts && isReceivable(facts)
    ? { agentId, why: { step: 'returning', load: facts.load, capacity: facts.capacity } }
    : null
}

/** Who of the target receives now; null: nobody can. Of a group's members those in `except` are left out. */
export const chooseFor = async (
  work: Work,
  target: SessionTarget,
  except: ReadonlySet<AgentId> = NOBODY,
): Promise<Choice | null> => {
  switch (target.kind) {
    case 'group':
      return chooseMember(work, target.groupId, except)
    case 'agent': {
      const facts = await receptionFactsOf(work, target.agentId)
      return facts && isReceivable(facts)
        ? {
            agentId: target.agentId,
            why: { step: 'receiver', load: facts.load, capacity: facts.capacity },
          }
        : null
    }
  }
}

const chooseMember = async (
  work: Work,
  groupId: GroupId,
  except: ReadonlySet<AgentId>,
): Promise<Choice | null> => {
  const directory = await work.directory()
  const rows = await presentMembers(work.tx, work.organizationId, groupId)
  const candidates = rows.flatMap((row) => {
    const known = directory.agents.get(row.agent_id)
    return known && !except.has(row.agent_id) && isReceivable(factsOf(known, row))
      ? [
          {
            agentId: row.agent_id,
            number: known.agent.number,
            load: row.load,
            capacity: known.capacity,
            lastAssignedAt: row.last_assigned_at,
          },
        ]
      : []
  })
  return chooseAgent(candidates, directory.groups.get(groupId)?.policy ?? directory.organization.policy)
}

const NOBODY: ReadonlySet<AgentId> = new Set()
