import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useAction } from '../actions/index.ts'
import { useAccept, type AcceptEntry, type Accepting } from './useAccept.ts'

export interface AcceptingNext extends Accepting {
  readonly acceptNext: () => void
  /** Takes this one, and opens what was won. */
  readonly take: (entry: AcceptEntry) => void
}

/**
 * Takes whoever is next, by key or button: those meant for this agent first, then those of the groups. Who was faster
 * is said; the key then takes the next.
 */
export const useAcceptNext = (onOpen: (id: ConversationId) => void, onNobody: () => void): AcceptingNext => {
  const mine = useQuery('pool.list', { filter: 'mine', sort: 'longest', limit: 1 })
  const waiting = useQuery('pool.list', { filter: 'all', sort: 'longest', limit: 1 })
  const accepting = useAccept()
  const take = async (entry: AcceptEntry): Promise<void> => {
    const [won] = await accepting.accept([entry])
    if (won) onOpen(won.conversationId)
  }
  const acceptNext = (): void => {
    if (accepting.busy) return
    const first = mine?.entries[0] ?? waiting?.entries[0]
    if (first) void take(first)
    else onNobody()
  }
  useAction('acceptNext', acceptNext)
  return { ...accepting, acceptNext, take: (entry) => void take(entry) }
}
