import type { SessionId } from '../../../protocol/model/index.ts'
import { offerUndo } from '../actions/index.ts'

/** How an offer to take an ending back is withdrawn, as long as it stands. */
const standing = new Map<SessionId, () => void>()

export const offerEndingUndo = (sessionId: SessionId, offer: Parameters<typeof offerUndo>[0]): void => {
  withdrawEndingUndo(sessionId)
  standing.set(sessionId, offerUndo(offer))
}

/** What was ended, or was not ended after all, cannot be taken back. */
export const withdrawEndingUndo = (sessionId: SessionId): void => {
  standing.get(sessionId)?.()
  standing.delete(sessionId)
}
