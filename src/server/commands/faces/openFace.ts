import { ok } from '../../../base/result.ts'
import { findAgentConversation } from '../../db/faces.ts'
import { findIdentity } from '../../db/identities.ts'
import { openSessionOf } from '../../db/sessions.ts'
import { findWidget } from '../../db/widgets.ts'
import type { InternalHandler } from '../handler.ts'
import { conversationOf } from './conversationOf.ts'

/**
 * Which of their conversations a customer came for: one they have with the agent they named, or the one an entry leads to
 * that shows its one agent as the one who speaks (R-02-028). Null: the organisation's.
 *
 * Only lasting accounts have conversations with single agents; who has none is a guest of the organisation.
 */
export const openFace: InternalHandler<'face.open'> = async (work, { identityId, widgetId, wanted }) => {
  const { tx, organizationId } = work
  const identity = await findIdentity(tx, organizationId, identityId)
  if (identity?.channel !== 'im') return ok({ conversationId: null })
  if (wanted) {
    const known = await findAgentConversation(tx, organizationId, identityId, wanted)
    if (known) return ok({ conversationId: known.id })
  }
  const entry = await findWidget(tx, widgetId)
  const leads =
    entry?.widget.face === 'agent' && entry.widget.target.kind === 'agent' ? entry.widget.target : null
  if (!leads || (await isGone(work, leads.agentId))) return ok({ conversationId: null })
  // Whoever is talking already, as before they signed in, goes on there.
  if (await openSessionOf(tx, organizationId, identity.conversationId)) return ok({ conversationId: null })
  const conversation = await conversationOf(work, identity, leads)
  return ok({ conversationId: conversation.id })
}

const isGone = async (
  work: Parameters<typeof conversationOf>[0],
  agentId: Parameters<typeof findAgentConversation>[3],
): Promise<boolean> => (await work.directory()).agents.get(agentId)?.agent.disabled !== false
