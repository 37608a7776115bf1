import { useEffect, useState } from 'preact/hooks'

import { RECALL_MS } from '../../../protocol/model/limits.ts'
import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { IconButton } from './IconButton.tsx'

export interface MessageToolsProps {
  readonly chat: Chat
  readonly message: SeenMessage
}

/** What can be done with a message: answer just this one, and take an own one back while there is time (R-18-035). */
export const MessageTools = ({ chat, message }: MessageToolsProps) => {
  const { words } = useSpeech()
  const [problem, setProblem] = useState<string | null>(null)
  const isYoung = useIsYoung(chat, message.at)
  const { body } = message
  const isVoice = body.kind === 'file' && body.seconds !== undefined
  return (
    <span class="message-tools">
      <IconButton
        icon="reply"
        name={words.quote}
        onClick={() => {
          chat.quote(message)
        }}
      />
      {message.from === 'me' && !isVoice && isYoung && (
        <IconButton
          icon="undo"
          name={words.recall}
          onClick={() => {
            void chat.recall(message.id).then((code) => {
              setProblem(code && problemIn(words, code))
            })
          }}
        />
      )}
      <span class="problem" role="alert">
        {problem}
      </span>
    </span>
  )
}

/** By the server's clock, whatever this one says. */
const useIsYoung = (chat: Chat, at: number): boolean => {
  const leftMs = at + RECALL_MS - Date.now() - chat.view().clockOffsetMs
  const [isYoung, setIsYoung] = useState(leftMs > 0)
  useEffect(() => {
    if (leftMs <= 0) return undefined
    const timer = setTimeout(() => {
      setIsYoung(false)
    }, leftMs)
    return () => {
      clearTimeout(timer)
    }
    // The end of the time stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at])
  return isYoung && leftMs > 0
}
