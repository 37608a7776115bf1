import type { Message } from '../../../protocol/model/index.ts'
import { SAVED_MESSAGE_LIMITS } from '../../../protocol/model/limits.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { tell, tellDone } from '../actions/index.ts'

/** Puts messages among the favourites, and says how that went; false: not all of them are there. */
export const useSaveMessages = (): ((messages: readonly Message[]) => Promise<boolean>) => {
  const { t } = useTranslation('savedMessages')
  const run = useRun()
  const errorText = useErrorText()
  return async (messages) => {
    const ids = messages.map(({ id }) => id)
    for (let from = 0; from < ids.length; from += SAVED_MESSAGE_LIMITS.batch) {
      const messageIds = ids.slice(from, from + SAVED_MESSAGE_LIMITS.batch)
      const answer = await run('saved-message.add', { messageIds })
      if (!answer.ok) {
        tell(errorText(answer.code, answer.details))
        return false
      }
    }
    tellDone(t('saved', { count: ids.length }))
    return true
  }
}
