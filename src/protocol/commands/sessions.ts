import * as z from 'zod'

import { Seq, Session, SessionId, Version } from '../model/index.ts'
import { command } from './command.ts'

const Changed = z.object({ session: Session })

/** Takes a session out of the pending pool (R-02-118 … R-02-120). */
export const acceptSession = command('session.accept', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ sessionId: SessionId }),
  result: Changed,
  codes: ['already-taken', 'over-capacity', 'not-online', 'session-ended'],
})

/**
 * Ends an own session. `lastSeq` is the newest message its author saw: if the customer wrote in the meantime the
 * command is refused with `new-message`, and may be sent again with the newer number (R-02-160).
 */
export const endSession = command('session.end', {
  by: 'agent',
  permission: 'chat.external',
  args: z.strictObject({ sessionId: SessionId, version: Version, lastSeq: Seq }),
  result: Changed,
  codes: ['session-changed', 'not-your-session', 'new-message'],
})
