import { create } from 'zustand'

import type { PoolEntry, SessionId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'

/** Out of sight, and for as long as it can be taken back still in the pool. */
const useLeaving = create<{ readonly ids: ReadonlySet<SessionId> }>()(() => ({ ids: new Set() }))

export const useLeavingSessions = (): ReadonlySet<SessionId> => useLeaving(({ ids }) => ids)

/**
 * Deletes waiting customers after a moment in which it can be undone.
 *
 * Whoever was deleted is over for good (R-02-157), so the server is told only then; a colleague may accept meanwhile.
 */
export const useDismissal = (): ((entries: readonly PoolEntry[]) => void) => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const errorText = useErrorText()
  return (entries) => {
    const ids = entries.map(({ sessionId }) => sessionId)
    useLeaving.setState((before) => ({ ids: new Set([...before.ids, ...ids]) }))
    const show = (): void => {
      useLeaving.setState((before) => ({ ids: new Set([...before.ids].filter((id) => !ids.includes(id))) }))
    }
    offerUndo({
      text: t('dismissed', { count: entries.length }),
      undo: show,
      commit: async () => {
        const refused = new Set<string>()
        for (const sessionId of ids) {
          const answer = await run('session.dismiss', { sessionId })
          if (!answer.ok) refused.add(errorText(answer.code, answer.details))
        }
        show()
        return refused.size > 0 ? [...refused].join(' ') : null
      },
    })
  }
}
