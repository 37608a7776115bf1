import { create } from 'zustand'

import type { Result } from '../../../base/result.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { LIST_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'

/** Out of the list for as long as it can be taken back. */
const useLeaving = create<{ readonly ids: ReadonlySet<ConversationId> }>()(() => ({ ids: new Set() }))

export const useLeavingIds = (): ReadonlySet<ConversationId> => useLeaving(({ ids }) => ids)

export interface Removal {
  readonly one: (id: ConversationId, name: string) => void
  readonly several: (ids: readonly ConversationId[]) => void
  /** The whole list, as far as the server finds nobody waiting in it (R-03-040). */
  readonly clear: (ids: readonly ConversationId[]) => void
}

const CLEAR_UNDO_MS = 10_000

/** Takes conversations out of the own list, after a moment in which it can be undone; nothing is deleted (R-03-018). */
export const useRemoval = (): Removal => {
  const { t } = useTranslation('conversations')
  const run = useRun()
  const errorText = useErrorText()
  const offer = (
    ids: readonly ConversationId[],
    how: {
      readonly text: string
      readonly forMs?: number
      readonly remove: () => Promise<Result<unknown>>[]
    },
  ): void => {
    const { remove, ...words } = how
    change((leaving) => [...leaving, ...ids])
    const stay = (): void => {
      change((leaving) => leaving.filter((id) => !ids.includes(id)))
    }
    offerUndo({
      ...words,
      undo: stay,
      commit: async () => {
        const refusal = (await Promise.all(remove())).find((answer) => !answer.ok)
        stay()
        return refusal && !refusal.ok ? errorText(refusal.code, refusal.details) : null
      },
    })
  }
  const removeEach = (ids: readonly ConversationId[]) => (): Promise<Result<unknown>>[] =>
    ids.map((conversationId) => run('list-entry.remove', { conversationId }))
  return {
    one: (id, name) => {
      offer([id], { text: t('removed', { name }), remove: removeEach([id]) })
    },
    several: (ids) => {
      offer(ids, { text: t('removedSeveral', { count: ids.length }), remove: removeEach(ids) })
    },
    clear: (ids) => {
      const pieces = Array.from({ length: Math.ceil(ids.length / LIST_LIMITS.clearBatch) }, (_, index) =>
        ids.slice(index * LIST_LIMITS.clearBatch, (index + 1) * LIST_LIMITS.clearBatch),
      )
      offer(ids, {
        text: t('cleared', { count: ids.length }),
        forMs: CLEAR_UNDO_MS,
        remove: () => pieces.map((conversationIds) => run('list-entry.clear', { conversationIds })),
      })
    },
  }
}

const change = (how: (leaving: readonly ConversationId[]) => readonly ConversationId[]): void => {
  useLeaving.setState(({ ids }) => ({ ids: new Set(how([...ids])) }))
}
