import { useState } from 'react'

import { systemClock } from '../../../base/clock.ts'
import { createIds } from '../../../base/ids.ts'
import type { Result } from '../../../base/result.ts'
import type { ConversationId, ScheduledMessage, ScheduledMessageId } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { serverNow, dueTime, useLanguage } from '../../ui/index.ts'
import { offerUndo } from '../actions/index.ts'

const ids = createIds(systemClock)

type Wish = Pick<ScheduledMessage, 'id' | 'conversationId' | 'text' | 'quoteId' | 'dueAt'>

/** Has messages sent later, changes that, sends them now, or not at all. */
export const useScheduling = () => {
  const { t } = useTranslation('composer')
  const run = useRun()
  const errorText = useErrorText()
  const language = useLanguage()
  const [failure, setFailure] = useState<string | null>(null)

  const textOf = (answer: Result<unknown, string>): string | null =>
    answer.ok ? null : errorText(answer.code, answer.details)
  const put = async ({ id, conversationId, text, quoteId, dueAt: at }: Wish) =>
    run('scheduled-message.set', {
      ...{ id, conversationId, text, at },
      ...(quoteId !== null && { quoteId }),
    })
  /** True: it was done. */
  const said = (answer: Result<unknown, string>): boolean => {
    setFailure(textOf(answer))
    return answer.ok
  }

  return {
    failure,
    dismiss: () => {
      setFailure(null)
    },
    /** `onBack`: it was taken back and can be written on. */
    add: async (
      conversationId: ConversationId,
      { text, quoteId, at }: { readonly at: number } & Pick<ScheduledMessage, 'text' | 'quoteId'>,
      onBack: (text: string) => void,
    ): Promise<boolean> => {
      const id = ids.next() as ScheduledMessageId
      if (!said(await put({ id, conversationId, text, quoteId, dueAt: at }))) return false
      offerUndo({
        text: t('later.wasSet', { time: dueTime(at, serverNow(), language) }),
        undo: async () => {
          const answer = await run('scheduled-message.remove', { id })
          if (answer.ok) onBack(text)
          return textOf(answer)
        },
      })
      return true
    },
    change: async (to: Wish): Promise<boolean> => said(await put(to)),
    send: async (id: ScheduledMessageId): Promise<boolean> =>
      said(await run('scheduled-message.send', { id })),
    remove: async (scheduled: ScheduledMessage): Promise<void> => {
      if (!said(await run('scheduled-message.remove', { id: scheduled.id }))) return
      // One whose time is over could only be sent at another one.
      if (scheduled.dueAt > serverNow())
        offerUndo({ text: t('later.wasRemoved'), undo: async () => textOf(await put(scheduled)) })
    },
  }
}
