import { useState } from 'react'

import type { ThreadView } from '../../../client/api.ts'
import type { Message } from '../../../protocol/model/index.ts'

/**
 * Where what came while nobody looked begins; null: nothing did.
 *
 * It stays where it was found until somebody answers: reading takes half a second, and a line that leaves then would
 * move what is just being read. What arrives under the reader's eyes is not marked.
 */
export const useUnreadMark = (
  { unreadFrom, messages }: ThreadView,
  atEnd: boolean,
  isAnswer: (message: Message) => boolean,
): number | null => {
  const [known, setKnown] = useState(unreadFrom)
  const [mark, setMark] = useState(unreadFrom)
  if (unreadFrom !== known) {
    setKnown(unreadFrom)
    const isSeen = atEnd && document.hasFocus() && document.visibilityState === 'visible'
    if (known === null && unreadFrom !== null && !isSeen) setMark(unreadFrom)
  }
  if (mark === null) return null
  return messages.some((message) => message.seq >= mark && isAnswer(message)) ? null : mark
}
