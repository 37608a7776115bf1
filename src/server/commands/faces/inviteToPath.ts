import { ok, refuse } from '../../../base/result.ts'
import { findConversation, type ConversationRow } from '../../db/conversations.ts'
import { conversationsOfCustomer } from '../../db/faces.ts'
import { isFollowing } from '../../db/follows.ts'
import { openOffersOf } from '../../db/offers.ts'
import type { Handler } from '../handler.ts'
import { makeOffer } from './makeOffer.ts'
import { pathOfRow } from './pathOfRow.ts'

/** The card goes where the customer can be reached: in a colleague's conversation with them, or in the company's. */
export const inviteToPath: Handler<'path.invite'> = async (work, { agentId }, { conversationId, text }) => {
  const { tx, organizationId } = work
  const asked = await findConversation(tx, organizationId, conversationId)
  if (!asked || !(await isFollowing(tx, organizationId, agentId, `thread:${conversationId}`))) {
    return refuse('not-found')
  }
  if (asked.channel !== 'im') return refuse('no-account')
  const open: ConversationRow[] = []
  for (const row of await conversationsOfCustomer(tx, organizationId, asked.customer_id)) {
    if (row.channel === 'im' && (await pathOfRow(work, row)).open) open.push(row)
  }
  if (open.some((row) => row.face_agent_id === agentId)) return refuse('path-open')
  const [via] = open
  if (!via) return refuse('no-path')
  const waiting = await openOffersOf(tx, organizationId, via.id)
  if (waiting.some((offer) => offer.kind === 'invite' && offer.agentId === agentId))
    return refuse('already-asked')
  const id = await makeOffer(
    work,
    { id: via.id, lastSeq: via.last_seq },
    {
      kind: 'invite',
      conversationId: via.id,
      agentId,
      fromAgentId: agentId,
      sessionId: null,
      remark: '',
      text,
      until: null,
    },
  )
  return ok({ id })
}
