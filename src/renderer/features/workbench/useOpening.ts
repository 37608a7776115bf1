import type { ConversationId } from '../../../protocol/model/index.ts'
import { useSteady } from '../../ui/index.ts'
import { useComposerFocus } from './focus.ts'
import { openConversation } from './store.ts'
import { useOpened, type Opened } from './useOpened.ts'

export interface Opening extends Opened {
  /** Shows a conversation, at a message of it where one is named, and puts the keyboard into its composer unless `behind`. */
  readonly open: (id: ConversationId, seq?: number | null, behind?: boolean) => void
}

/** The open conversation, and how another one is opened. */
export const useOpening = (openId: ConversationId | null): Opening => {
  const opened = useOpened(openId)
  const focusComposerOf = useComposerFocus(opened.view?.conversation.id ?? null, openId)
  const open = useSteady((id: ConversationId, seq: number | null = null, behind = false): void => {
    opened.askAhead(id)
    openConversation(id, seq)
    if (!behind) focusComposerOf(id)
  })
  return { ...opened, open }
}
