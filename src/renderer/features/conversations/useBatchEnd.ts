import type { ConversationRow } from '../../../client/api.ts'
import { useAsk, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { isRunning } from './rowState.ts'

/** Ends the running sessions of several rows, held back together as long as one alone would be; the core says what did not end. */
export const useBatchEnd = (): ((rows: readonly ConversationRow[]) => Promise<void>) => {
  const { t } = useTranslation('conversations')
  const ask = useAsk()
  const run = useRun()
  const seconds = useAgentSetting('endHoldSeconds').value
  const removeRow = useAgentSetting('removeEnded').value
  return async (rows) => {
    const views = await Promise.all(
      rows.filter(isRunning).map(async ({ id }) => ask('conversation.get', { conversationId: id })),
    )
    const sessions = views.flatMap((view) =>
      view?.session ? [{ ...view.session, lastSeq: view.conversation.lastSeq }] : [],
    )
    if (seconds > 0)
      offerUndo({
        text: t('endedSeveral', { count: sessions.length }),
        forMs: seconds * 1000,
        undo: () => {
          for (const { id: sessionId } of sessions) void run('ending.undo', { sessionId })
        },
      })
    for (const { id: sessionId, conversationId, version, lastSeq } of sessions)
      void run('ending.hold', {
        sessionId,
        conversationId,
        version,
        lastSeq,
        askRating: false,
        removeRow,
        seconds,
      })
  }
}
