import type { Result } from '../../../base/result.ts'
import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useAsk } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'

export interface RowUndo {
  readonly text: string
  readonly ids: readonly ConversationId[]
  readonly forMs?: number
  /** Whether a row is still as it was left; what was changed since stays so. */
  readonly isStill: (row: ConversationRow) => boolean
  readonly back: () => readonly Promise<Result<unknown>>[]
}

/** Offers to take back what was done to rows of the own list, here or meanwhile on another device (R-03-194). */
export const useRowUndo = (): ((undo: RowUndo) => void) => {
  const { t } = useTranslation('conversations')
  const ask = useAsk()
  const errorText = useErrorText()
  return ({ ids, isStill, back, ...words }) => {
    offerUndo({
      ...words,
      undo: async () => {
        const rows = await Promise.all(
          ids.map(async (only) => ask('conversations.list', { filter: 'all', only })),
        )
        if (!rows.flat().every(isStill)) return t('changedSince')
        const refusal = (await Promise.all(back())).find((answer) => !answer.ok)
        return refusal && !refusal.ok ? errorText(refusal.code, refusal.details) : null
      },
    })
  }
}
