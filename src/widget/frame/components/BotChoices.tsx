import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'

export interface BotChoicesProps {
  readonly chat: Chat
  readonly body: SeenMessage['body']
}

/** What a bot offers to be asked: each button writes its own words. */
export const BotChoices = ({ chat, body }: BotChoicesProps) => {
  const choices = (body.kind === 'text' && body.choices) || []
  if (choices.length === 0) return null
  return (
    <span class="choices">
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          onClick={() => {
            chat.write(choice)
          }}
        >
          {choice}
        </button>
      ))}
    </span>
  )
}
