import type { AgentId } from '../../../protocol/model/index.ts'
import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { Face } from './Header.tsx'

/** The conversations of an account, where it has more than one; one at a time is on the screen. */
export const TalkBar = ({ chat, view }: { readonly chat: Chat; readonly view: ChatView }) => {
  const { words } = useSpeech()
  const { talks, settings, outbox } = view
  if (!talks || talks.all.length < 2) return null
  const choose = (agentId: AgentId | null): void => {
    chat.talkWith(agentId)
  }
  return (
    <nav class="talks" aria-label={words.talks.name}>
      {talks.all.map((talk) => {
        const name = talk.name ?? settings?.company ?? words.company
        const isHere = talk.with === talks.with
        return (
          <button
            key={talk.with ?? ''}
            type="button"
            aria-current={isHere ? 'true' : undefined}
            // What is on its way belongs to the conversation it was written in.
            disabled={!isHere && outbox.length > 0}
            onClick={() => {
              if (!isHere) choose(talk.with)
            }}
          >
            <Face name={name} url={talk.with === null ? (settings?.avatarUrl ?? null) : talk.avatarUrl} />
            {name}
            {talk.news && !isHere && (
              <span class="talk-news">
                <span class="hidden">{words.talks.news}</span>
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}
