import { pathOf, type PathState } from '../../../domain/paths/path.ts'
import type { Conversation } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useNow } from '../../ui/index.ts'

const STEP_MS = 30_000
const OPEN: PathState = { open: true, until: null }

/** Whether the customer can be reached in this conversation now; until the settings are known they can. */
export const usePathState = (conversation: Conversation): PathState => {
  const windows = useQuery('organization.get', {})?.organization.reception.pathWindows
  const now = useNow(STEP_MS)
  return windows ? pathOf(conversation, windows, now) : OPEN
}
