import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'
import { useAsk } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { offerUndo } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { useTakeOut } from '../thread/index.ts'
import { giveBack } from './store.ts'

export interface SendHold {
  /** So long what is sent can be taken back before it goes; 0: it goes at once. */
  readonly ms: number
  readonly offerUndo: (sent: readonly MessageId[]) => void
}

/** A moment for second thoughts about what was sent, for agents who want one. */
export const useSendHold = (conversationId: ConversationId): SendHold => {
  const { t } = useTranslation('composer')
  const ask = useAsk()
  const takeOut = useTakeOut()
  const ms = useAgentSetting('sendHoldSeconds').value * 1000

  /** Everything goes back into the field, in its order; what went out before the key was pressed is said. */
  const undo = async (sent: readonly MessageId[]): Promise<string | null> => {
    const waiting = await ask('outbox.list', {})
    const held = waiting.filter(({ id, heldUntil }) => heldUntil !== null && sent.includes(id))
    const taken = await Promise.all(held.map(takeOut))
    const given = taken.filter((one) => one !== null)
    if (given.length > 0)
      giveBack(conversationId, {
        text: given.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
        files: given.flatMap(({ files }) => files),
        quote: given.find(({ quote }) => quote !== null)?.quote ?? null,
      })
    return given.length < sent.length ? t('sentAlready') : null
  }

  return {
    ms,
    offerUndo: (sent) => {
      if (ms === 0 || sent.length === 0) return
      // The core sends it; here only the offer ends.
      offerUndo({ text: t('held'), undo: () => undo(sent), commit: () => undefined, forMs: ms })
    },
  }
}
