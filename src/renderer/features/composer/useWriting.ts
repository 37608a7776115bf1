import type { ConversationId } from '../../../protocol/model/index.ts'
import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useUnquotable } from './store.ts'
import { useAttachments, type Attachments } from './useAttachments.ts'
import { useDraft, type Draft } from './useDraft.ts'
import { useRecall, type Recall } from './useRecall.ts'
import { useTyping } from './useTyping.ts'

export interface Writing extends Draft {
  readonly tray: Attachments
  readonly recall: Recall
  readonly tooLong: boolean
  readonly empty: boolean
  /** Puts another text there, which nobody typed. */
  readonly setText: (text: string) => void
  /** The field says something else now. */
  readonly typed: (text: string) => void
  /** Nobody is in the field any more. */
  readonly paused: () => void
  /** The outbox has what was written; the rest stays. */
  readonly sent: (written: string, rest: string) => void
  /** It leaves the field for a later time. */
  readonly putOff: () => void
}

/** What is being written in one conversation: its text, what that quotes, and what goes along. */
export const useWriting = (conversationId: ConversationId): Writing => {
  const draft = useDraft(conversationId)
  const tray = useAttachments(draft)
  const tellTyping = useTyping(conversationId)
  const unquotable = useUnquotable(({ ids }) => draft.quote !== null && ids.has(draft.quote.messageId))
  const setText = (text: string): void => {
    draft.change(() => ({ text }))
  }
  const recall = useRecall(conversationId, setText)
  const { text } = draft

  return {
    ...draft,
    quote: unquotable ? null : draft.quote,
    tray,
    recall,
    tooLong: text.length > TEXT_LIMIT,
    empty: text.trim() === '' && tray.attached.length === 0,
    setText,
    typed: (next) => {
      setText(next)
      recall.follow(next)
      tellTyping(next.trim() !== '')
    },
    paused: () => {
      tellTyping(false)
    },
    sent: (written, rest) => {
      recall.keep(written)
      draft.change(() => ({ text: rest, quote: null }))
      tellTyping(false)
    },
    putOff: () => {
      recall.keep(text)
      draft.change(() => ({ text: '', quote: null }))
    },
  }
}
