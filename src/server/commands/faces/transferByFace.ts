import { ok, refuse, type Result } from '../../../base/result.ts'
import type { AgentId, Session, SessionTarget } from '../../../protocol/model/index.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { findAgentConversation } from '../../db/faces.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { isTarget } from '../sessions/transferTarget.ts'
import { makeOffer, markOffered } from './makeOffer.ts'
import { moveToFace, type Notes } from './moveToFace.ts'
import { pathOfRow } from './pathOfRow.ts'

/** So long the customer may think about it (R-02-207). */
const CONSENT_MS = 30 * 60_000

export interface FaceTransfer {
  readonly to: SessionTarget
  readonly fromAgentId: AgentId
  readonly notes: Notes
  /** The customer may wait for the target. */
  readonly waiting: boolean
  readonly cause: 'transferred' | 'forced'
}

/**
 * Gives on what was said to one agent alone: at once where the new one can reach the customer already, otherwise when the
 * customer has opened the new agent's card (R-02-206, R-02-222). A supervisor's move asks for no capacity.
 */
export const transferByFace = async (
  work: Work,
  stored: StoredSession,
  conversation: ConversationRow,
  { to, fromAgentId, notes, waiting, cause }: FaceTransfer,
): Promise<Result<{ readonly session: Session }, 'agent-only' | 'already-offered' | 'not-receivable'>> => {
  if (to.kind === 'group') return refuse('agent-only')
  if (stored.session.offer) return refuse('already-offered')
  const { tx, organizationId, now } = work
  // Who blocked this customer takes them from nobody (R-02-300).
  const receivers = await receiversFor(work, stored.session.customerId)
  if (!(await isTarget(receivers, to))) return refuse('not-receivable')
  if (conversation.identity_id === null) throw new Error('a conversation with an agent has an identity')
  const theirs = await findAgentConversation(tx, organizationId, conversation.identity_id, to.agentId)
  const thread = { id: conversation.id, lastSeq: conversation.last_seq }
  if (theirs && (await pathOfRow(work, theirs)).open) {
    const isFriend = theirs.friend_since !== null
    const able = isFriend || cause === 'forced' || (await chooseFor(receivers, to)) !== null
    if (!able && !waiting) return refuse('not-receivable')
    const moved = await moveToFace(work, thread, stored, theirs, { notes, fromAgentId, cause })
    return ok({ session: moved })
  }
  const until = now + CONSENT_MS
  const id = await makeOffer(work, thread, {
    kind: 'transfer',
    conversationId: conversation.id,
    agentId: to.agentId,
    fromAgentId,
    sessionId: stored.session.id,
    remark: notes.colleagueNote,
    text: notes.customerNote,
    until,
  })
  return ok({ session: await markOffered(work, stored, { id, agentId: to.agentId, until }) })
}
