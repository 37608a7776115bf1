import { closedNow, overflowOf } from '../../../domain/routing/measures.ts'
import type { ConversationRow } from '../../db/conversations.ts'
import { markGreeted } from '../../db/greetings.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { overflow } from './overflow.ts'
import type { Thread } from './thread.ts'
import { waitInPool } from './waitInPool.ts'

/**
 * Somebody writes to the main account itself and the company has not decided that they are received at once. Outside the
 * hours they are told so, like everybody.
 */
export const isForMainAccount = async (
  work: Work,
  { session }: StoredSession,
  { widget_id }: Pick<ConversationRow, 'widget_id'>,
): Promise<boolean> => {
  if (widget_id !== null || session.target.kind !== 'group') return false
  const { organization, groups } = await work.directory()
  const isClosed = closedNow(organization, groups.get(session.target.groupId), work.now) !== null
  return !organization.reception.mainAutoAccept && !isClosed
}

/**
 * They wait for the main group until somebody takes them; where the company has no pool the other measures help. Nobody
 * greets them: that is the word of whoever receives at once (R-02-093).
 */
export const waitAtMainAccount = async (work: Work, thread: Thread, stored: StoredSession): Promise<void> => {
  const { reception } = (await work.directory()).organization
  await markGreeted(work.tx, work.organizationId, stored.session.id, work.now)
  if (reception.pool) {
    await waitInPool(work, thread, stored, { step: 'main-account' })
    return
  }
  const measures = overflowOf(reception, stored.session.channel)
  await overflow(work, thread, stored, { cause: 'nobody', opensAt: null, measures })
}
