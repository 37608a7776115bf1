import type { Why } from '../../../protocol/model/index.ts'
import type { StoredSession } from '../../db/sessions.ts'
import { countPending } from '../../db/waitingSessions.ts'
import type { Work } from '../../engine/work.ts'
import { changeSession } from './changeSession.ts'
import { overflow, POOL_LIMIT } from './overflow.ts'
import { appendLine, type Thread } from './thread.ts'

/** They wait for whom the session is, whether or not somebody could receive them; where too many do they leave a message. */
export const waitInPool = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  why: Why,
): Promise<void> => {
  const { session } = stored
  if ((await countPending(work.tx, work.organizationId, session.target)) >= POOL_LIMIT) {
    await overflow(work, thread, stored, { cause: 'nobody', opensAt: null, measures: POOL_IS_FULL })
    return
  }
  const event = { kind: 'queue', target: session.target, why } as const
  if ((await changeSession(work, stored, event, 'routed')).ok) {
    await appendLine(work, thread, session.id, 'session-queued')
  }
}

/** Says of itself why the message is to be left. */
const POOL_IS_FULL = [{ kind: 'pending-pool' }, { kind: 'leave-message' }] as const
