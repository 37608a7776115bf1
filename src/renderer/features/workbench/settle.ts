import type { RefusalDetails } from '../../../base/result.ts'
import type { ClientApi } from '../../../client/api.ts'
import type { ConversationId, SessionTarget } from '../../../protocol/model/index.ts'

/** What becomes of the running sessions of somebody who leaves; who keeps them does nothing (R-02-069). */
export type Settlement = { readonly kind: 'end' } | { readonly kind: 'transfer'; readonly to: SessionTarget }

interface Refusal {
  readonly code: string
  readonly details?: RefusalDetails
}

/** Ends the sessions or gives them on, one after the other; what could not be is answered. */
export const settle = async (
  { query, run }: Pick<ClientApi, 'query' | 'run'>,
  conversationIds: readonly ConversationId[],
  settlement: Settlement,
): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = []
  for (const conversationId of conversationIds) {
    const view = await query('conversation.get', { conversationId })
    if (!view?.session || view.session.state === 'ended') continue
    const { id: sessionId, version } = view.session
    const answer =
      settlement.kind === 'end'
        ? await run('session.end', { sessionId, version, lastSeq: view.conversation.lastSeq })
        : await run('session.transfer', {
            sessionId,
            version,
            to: settlement.to,
            customerNote: '',
            colleagueNote: '',
            // Whoever leaves cannot wait until somebody is free.
            waiting: true,
          })
    if (!answer.ok) refusals.push(answer)
  }
  return refusals
}
