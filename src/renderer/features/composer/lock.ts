import type { ConversationView } from '../../../client/api.ts'
import type { PathState } from '../../../domain/paths/path.ts'
import type { AgentId, Me, Session } from '../../../protocol/model/index.ts'

/** Why a message cannot be sent into a conversation now. Typing is never locked, only sending. */
export type Lock =
  | { readonly reason: 'no-permission' }
  /** By the company, or by this agent for themselves: what would be answered could not come back. */
  | { readonly reason: 'blocked'; readonly by: 'company' | 'me' }
  | { readonly reason: 'pending' }
  /** For one colleague: whoever may not take what waits for others leaves it to them (R-02-119). */
  | { readonly reason: 'pending-other'; readonly agentId: AgentId }
  | { readonly reason: 'other-agent'; readonly agentId: AgentId | null }
  /** The customer cannot be reached here any more: then nothing can be typed either (R-02-290). */
  | { readonly reason: 'path-closed'; readonly path: Extract<PathState, { open: false }> }

/** Null: it can. Without an open session a message starts one (R-02-145). */
export const lockOf = (
  { session, conversation, customer }: Pick<ConversationView, 'session' | 'conversation' | 'customer'>,
  me: Me | null,
  path: PathState,
  blockedByMe = false,
): Lock | null => {
  if (!me?.permissions.includes('chat.external')) return { reason: 'no-permission' }
  if (customer.block) return { reason: 'blocked', by: 'company' }
  if (blockedByMe) return { reason: 'blocked', by: 'me' }
  const { face } = conversation
  if (face.kind === 'agent' && face.agentId !== me.agentId)
    return { reason: 'other-agent', agentId: face.agentId }
  const running = session !== null && session.state !== 'ended'
  if (!path.open && (!running || session.handlerId === me.agentId)) return { reason: 'path-closed', path }
  switch (session?.state) {
    case undefined:
    case 'ended':
      return null
    case 'requested':
    case 'pending':
      return waitsFor(session, me)
    case 'assigned':
    case 'active':
      return session?.handlerId === me.agentId
        ? null
        : { reason: 'other-agent', agentId: session?.handlerId ?? null }
  }
}

const waitsFor = (session: Session | null, me: Me): Lock => {
  const target = session?.target
  return target?.kind === 'agent' &&
    target.agentId !== me.agentId &&
    !me.permissions.includes('customer.config')
    ? { reason: 'pending-other', agentId: target.agentId }
    : { reason: 'pending' }
}
