import { create } from 'zustand'

import type { MessageId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'

/**
 * Favourites that are shown no more and not yet removed.
 *
 * The server makes its copy from the message, which may have been recalled since: a favourite that is gone could not be
 * put back. So it goes when the time for second thoughts is over; where the window is closed before, it stays.
 */
const useLeaving = create<{ readonly ids: ReadonlySet<MessageId> }>()(() => ({ ids: new Set() }))

export interface Removing {
  readonly leaving: ReadonlySet<MessageId>
  readonly remove: (id: MessageId) => void
}

export const useRemoving = (): Removing => {
  const { t } = useTranslation('savedMessages')
  const run = useRun()
  const errorText = useErrorText()
  const { ids } = useLeaving()
  return {
    leaving: ids,
    remove: (id) => {
      useLeaving.setState({ ids: new Set([...ids, id]) })
      offerUndo({
        text: t('removed'),
        undo: () => {
          stays(id)
        },
        commit: async () => {
          const answer = await run('saved-message.remove', { messageIds: [id] })
          stays(id)
          return answer.ok ? null : errorText(answer.code, answer.details)
        },
      })
    },
  }
}

const stays = (id: MessageId): void => {
  useLeaving.setState(({ ids }) => ({ ids: new Set([...ids].filter((one) => one !== id)) }))
}
