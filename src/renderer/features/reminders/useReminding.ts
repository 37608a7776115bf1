import { useState } from 'react'

import type { ConversationId, ReminderTime } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { dueTime, serverNow, useLanguage } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'

/** What undoing needs of the reminder that was there before; null: none was. */
type Former = { readonly dueAt: number } | null

/** Puts conversations off, and gives that up; both can be undone. */
export const useReminding = () => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const language = useLanguage()
  const [failure, setFailure] = useState<string | null>(null)
  const put = async (conversationId: ConversationId, when: ReminderTime) =>
    run('reminder.set', { conversationId, when })
  const back = async (conversationId: ConversationId, former: Former): Promise<string | null> => {
    const answer = former
      ? await put(conversationId, { kind: 'at', at: former.dueAt })
      : await run('reminder.remove', { conversationId })
    return answer.ok ? null : errorText(answer.code, answer.details)
  }
  return {
    failure,
    set: async (
      conversationId: ConversationId,
      name: string,
      when: ReminderTime,
      former: Former,
    ): Promise<boolean> => {
      const answer = await put(conversationId, when)
      setFailure(answer.ok ? null : errorText(answer.code, answer.details))
      if (!answer.ok) return false
      const time = dueTime(answer.value.reminder.dueAt, serverNow(), language)
      offerUndo({ text: t('remind.wasSet', { name, time }), undo: () => back(conversationId, former) })
      return true
    },
    /** `former`: what is taken away, where it is still to come; what has come back is simply done. */
    remove: async (conversationId: ConversationId, name: string, former: Former): Promise<void> => {
      const answer = await run('reminder.remove', { conversationId })
      setFailure(answer.ok ? null : errorText(answer.code, answer.details))
      if (answer.ok && former)
        offerUndo({ text: t('remind.wasCancelled', { name }), undo: () => back(conversationId, former) })
    },
  }
}
