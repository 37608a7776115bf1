import { ok, refuse } from '../../../base/result.ts'
import type { SessionTarget } from '../../../protocol/model/index.ts'
import { findConversation } from '../../db/conversations.ts'
import { findInvitation, noteSessionOfInvitation, type InvitationRow } from '../../db/invitations.ts'
import { threadHeadOf } from '../../db/threadHeads.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'
import { settingsOf } from '../invitations/offer.ts'
import { assignSession } from '../reception/assignSession.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { openSession } from '../reception/openSession.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { routeSession } from '../reception/routeSession.ts'
import { appendLine, type Thread } from '../reception/thread.ts'

/**
 * The chat of somebody who accepted is there: their session begins, once. A rule's receiver gets it by routing; whoever
 * invited by hand comes first, and the receivers of the entry after them (R-02-245).
 */
export const openInvited: InternalHandler<'invitation.open'> = async (work, { id, conversationId }) => {
  const { tx, organizationId } = work
  const row = await findInvitation(tx, organizationId, id)
  if (row?.state !== 'accepted' || row.session_id !== null) return refuse('not-found')
  const head = await threadHeadOf(tx, organizationId, conversationId)
  const conversation = await findConversation(tx, organizationId, conversationId)
  if (!head || !conversation || head.blocked) return refuse('not-found')
  if (head.open) {
    await noteSessionOfInvitation(tx, organizationId, id, head.open.id)
    return ok({})
  }
  const thread: Thread = { id: conversationId, lastSeq: head.lastSeq }
  const initiator = row.kind === 'started' ? 'agent' : 'customer'
  const target = await receiverOf(work, row)
  const stored = await openSession(work, conversation, initiator, thread.lastSeq + 1, { target })
  await noteSessionOfInvitation(tx, organizationId, id, stored.session.id)
  await appendLine(work, thread, stored.session.id, 'session-started')
  const receivers = await receiversFor(work, conversation.customer_id)
  const inviter = row.agent_id && (await chooseFor(receivers, { kind: 'agent', agentId: row.agent_id }))
  if (inviter) await assignSession(work, thread, stored, inviter, 'routed')
  else await routeSession(work, thread, stored, 'routed')
  return ok({})
}

/** Null: whoever the entry names. A rule that is gone, or whose group is, names nobody. */
const receiverOf = async (work: Work, { rule_id }: InvitationRow): Promise<SessionTarget | null> => {
  const receiver = (await settingsOf(work)).rules.find(({ id }) => id === rule_id)?.receiver
  if (receiver?.kind !== 'group') return receiver ?? null
  return (await work.directory()).groups.has(receiver.groupId) ? receiver : null
}
