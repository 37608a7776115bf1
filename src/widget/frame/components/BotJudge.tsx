import { useState } from 'preact/hooks'

import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { useSpeech } from '../context.ts'

export interface BotJudgeProps {
  readonly chat: Chat
  readonly message: SeenMessage
}

/** Asks whether an answer of the bot helped (R-14-017); what offers something to choose is no answer. */
export const BotJudge = ({ chat, message: { body, seq } }: BotJudgeProps) => {
  const { words } = useSpeech()
  const [said, setSaid] = useState(false)
  const isAnswer = body.kind === 'text' && body.choices?.length === 0
  if (said) {
    return (
      <span class="choices" role="status">
        {words.judged}
      </span>
    )
  }
  if (!isAnswer || !chat.view().state.bot) return null
  const say = (helpful: boolean): void => {
    setSaid(true)
    void chat.judge(seq, helpful).then((code) => {
      if (code !== null) setSaid(false)
    })
  }
  return (
    <span class="choices">
      <button type="button" onClick={() => say(true)}>
        {words.helpful}
      </button>
      <button type="button" onClick={() => say(false)}>
        {words.unhelpful}
      </button>
    </span>
  )
}
