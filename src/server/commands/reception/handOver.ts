import type { Result } from '../../../base/result.ts'
import type { Choice } from '../../../domain/routing/chooseAgent.ts'
import type { TransitionCode } from '../../../domain/sessions/transition.ts'
import type { SessionTarget } from '../../../protocol/model/index.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { assignSession } from './assignSession.ts'
import { changeSession, type Cause } from './changeSession.ts'
import { givePlace } from './takeWaiting.ts'
import { appendLine, type Thread } from './thread.ts'

export interface HandOver {
  /** Who takes it; null: it waits for the target. */
  readonly choice: Choice | null
  readonly target: SessionTarget
  /** What the line in the thread tells; the customer sees `customerNote` only (`publish/customerView`). */
  readonly line: Readonly<Record<string, string>>
  readonly cause: Extract<Cause, 'transferred' | 'forced' | 'timeout'>
}

/** Takes a session from its handler and gives it on; the place that becomes free goes to whoever waits for them. */
export const handOver = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  { choice, target, line, cause }: HandOver,
): Promise<Result<StoredSession, TransitionCode>> => {
  const { id, handlerId } = stored.session
  await appendLine(work, thread, id, 'session-transferred', line)
  const why = { ...choice?.why, step: cause } as const
  const note = line['colleagueNote'] ?? ''
  const changed = choice
    ? await assignSession(work, thread, stored, { agentId: choice.agentId, why }, cause, note)
    : await changeSession(work, stored, { kind: 'queue', target, why }, cause, note)
  if (!changed.ok) return changed
  if (!choice) await appendLine(work, thread, id, 'session-queued')
  if (handlerId) await givePlace(work, handlerId)
  return changed
}
