import type { ConversationView } from '../../../client/api.ts'
import type { PathState } from '../../../domain/paths/path.ts'
import type { AgentId, Me } from '../../../protocol/model/index.ts'

/** Why a message cannot be sent into a conversation now. Typing is never locked, only sending. */
export type Lock =
  | { readonly reason: 'no-permission' }
  | { readonly reason: 'pending' }
  | { readonly reason: 'other-agent'; readonly agentId: AgentId | null }
  /** The customer cannot be reached here any more: then nothing can be typed either (R-02-290). */
  | { readonly reason: 'path-closed' }

/** Null: it can. Without an open session a message starts one (R-02-145). */
export const lockOf = (
  { session, conversation }: Pick<ConversationView, 'session' | 'conversation'>,
  me: Me | null,
  path: PathState,
): Lock | null => {
  if (!me?.permissions.includes('chat.external')) return { reason: 'no-permission' }
  const { face } = conversation
  if (face.kind === 'agent' && face.agentId !== me.agentId)
    return { reason: 'other-agent', agentId: face.agentId }
  const running = session !== null && session.state !== 'ended'
  if (!path.open && (!running || session.handlerId === me.agentId)) return { reason: 'path-closed' }
  switch (session?.state) {
    case undefined:
    case 'ended':
      return null
    case 'requested':
    case 'pending':
      return { reason: 'pending' }
    case 'assigned':
    case 'active':
      return session?.handlerId === me.agentId
        ? null
        : { reason: 'other-agent', agentId: session?.handlerId ?? null }
  }
}
