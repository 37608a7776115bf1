import { create } from 'zustand'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

interface DismissalState {
  /** Out of sight, and for as long as it can be taken back still in the pool. */
  readonly entries: readonly PoolEntry[]
  /** The time for second thoughts is over. */
  readonly final: boolean
  readonly failure: string | null
}

const NOTHING: DismissalState = { entries: [], final: false, failure: null }
const useStore = create<DismissalState>()(() => NOTHING)

export interface Dismissal extends DismissalState {
  readonly start: (entries: readonly PoolEntry[]) => void
  readonly undo: () => void
  readonly commit: () => void
  readonly understood: () => void
}

/**
 * Deletes waiting customers after a moment in which it can be undone.
 *
 * Whoever was deleted is over for good (R-02-157), so the server is told only then; a colleague may accept meanwhile.
 */
export const useDismissal = (): Dismissal => {
  const run = useRun()
  const errorText = useErrorText()
  const state = useStore()
  const commit = async (): Promise<void> => {
    const { entries, final } = useStore.getState()
    if (final || entries.length === 0) return
    useStore.setState({ final: true })
    const refused = new Set<string>()
    for (const { sessionId } of entries) {
      const answer = await run('session.dismiss', { sessionId })
      if (!answer.ok) refused.add(errorText(answer.code, answer.details))
    }
    // Another deletion may have begun meanwhile.
    const done = useStore.getState().entries === entries ? NOTHING : {}
    useStore.setState({ ...done, failure: refused.size > 0 ? [...refused].join(' ') : null })
  }
  return {
    ...state,
    start: (entries) => {
      void commit()
      useStore.setState({ entries, final: false, failure: null })
    },
    undo: () => {
      if (!useStore.getState().final) useStore.setState(NOTHING)
    },
    commit: () => {
      void commit()
    },
    understood: () => {
      useStore.setState({ failure: null })
    },
  }
}
