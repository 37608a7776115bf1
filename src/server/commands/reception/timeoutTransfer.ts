import type { Session, TimeoutTransfer } from '../../../protocol/model/index.ts'
import type { Work } from '../../engine/work.ts'

/** What the session's group wants done when nobody answers; null: nothing. */
export const timeoutTransferOf = async (
  work: Work,
  { target, initiator }: Pick<Session, 'target' | 'initiator'>,
): Promise<TimeoutTransfer | null> => {
  if (target.kind !== 'group' || initiator !== 'customer') return null
  return (await work.directory()).groups.get(target.groupId)?.timeoutTransfer ?? null
}

/** Looks at the session again when an answer that is expected from now on would be late. */
export const expectAnswer = async (
  work: Work,
  session: Pick<Session, 'id' | 'target' | 'initiator'>,
): Promise<void> => {
  const option = await timeoutTransferOf(work, session)
  if (option) await work.timer('session-unanswered', session.id, work.now + option.minutes * 60_000)
}
