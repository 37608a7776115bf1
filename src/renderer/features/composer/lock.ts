import type { AgentId, Me, Session } from '../../../protocol/model/index.ts'

/** Why a message cannot be sent into a conversation now. Typing is never locked, only sending. */
export type Lock =
  | { readonly reason: 'no-permission' }
  | { readonly reason: 'pending' }
  | { readonly reason: 'other-agent'; readonly agentId: AgentId | null }

/** Null: it can. Without an open session a message starts one (R-02-145). */
export const lockOf = (session: Session | null, me: Me | null): Lock | null => {
  if (!me?.permissions.includes('chat.external')) return { reason: 'no-permission' }
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
