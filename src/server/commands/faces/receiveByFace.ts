import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from '../reception/assignSession.ts'
import { changeSession, type Cause } from '../reception/changeSession.ts'
import { chooseFor } from '../reception/decideReceiver.ts'
import { receiversFor } from '../reception/receiversFor.ts'
import { appendLine, type Thread } from '../reception/thread.ts'

/**
 * Who chose one agent as the one they talk to is received by nobody else: no rules, no bot, no overflow.
 *
 * A friend comes to their agent at once, whatever the agent is doing (R-02-164); everybody else waits for this one agent
 * where the agent cannot receive now. What the agent has already stays with them (R-02-208).
 */
export const receiveByFace = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  cause: Cause,
): Promise<void> => {
  const { face, handlerId, state, id } = stored.session
  if (!face || handlerId !== null) return
  const { agentId } = face
  if (face.direct) {
    await assignSession(work, thread, stored, { agentId, why: { step: 'direct' } }, cause)
    return
  }
  const target = { kind: 'agent', agentId } as const
  const choice = await chooseFor(await receiversFor(work, stored.session.customerId), target)
  if (choice) await assignSession(work, thread, stored, choice, cause)
  else if (state !== 'pending') {
    const why = { step: 'overflow', cause: 'nobody' } as const
    await changeSession(work, stored, { kind: 'queue', target, why }, cause)
    await appendLine(work, thread, id, 'session-queued')
  }
}
