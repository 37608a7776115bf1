import { pathOf, type PathState } from '../../../domain/paths/path.ts'
import type { Conversation } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useNow } from '../../ui/index.ts'

const STEP_MS = 30_000
const OPEN: PathState = { open: true, until: null, left: null }

/** Whether the customer can be reached in this conversation now; until the settings are known they can, and colleagues always (null). */
export const usePathState = (conversation: Conversation | null): PathState => {
  const rules = useQuery('organization.get', {})?.organization.reception
  const now = useNow(STEP_MS)
  return rules && conversation ? pathOf(conversation, rules, now) : OPEN
}
