import type { AgentId } from '../../../protocol/model/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { useSpeech } from '../context.ts'

export interface MovedLineProps {
  readonly chat: Chat
  /** `with`: where it goes on; `name`: with whom. */
  readonly params: Readonly<Record<string, string>>
}

/** Somebody else goes on, in a conversation of their own (R-02-155). */
export const MovedLine = ({ chat, params }: MovedLineProps) => {
  const { words } = useSpeech()
  const { name = '', with: agentId } = params
  return (
    <li class="event">
      {words.offer.moved(name)}{' '}
      {agentId && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            chat.talkWith(agentId as AgentId)
          }}
        >
          {words.offer.open(name)}
        </button>
      )}
    </li>
  )
}
