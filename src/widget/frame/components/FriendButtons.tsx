import { useState } from 'preact/hooks'

import type { Chat } from '../../chat/contract.ts'
import { isWithAgent, type ChatView } from '../../chat/view.ts'
import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'

/** Makes friends with the company or with whoever serves one now (R-02-297); a friendship ends where it is. */
export const FriendButtons = ({ chat, view }: { readonly chat: Chat; readonly view: ChatView }) => {
  const { words } = useSpeech()
  const [problem, setProblem] = useState<string | null>(null)
  const { talks, settings, state } = view
  if (!talks) return null
  const company = settings?.company ?? words.company
  const here = talks.all.find((talk) => talk.with === talks.with)
  const isMainFriend = talks.all.some((talk) => talk.with === null && talk.friend)
  const agent =
    talks.with === null ? (isWithAgent(state) && !state.bot ? state.agent?.name : null) : here?.name
  const isAgentFriend = talks.with !== null && here?.friend === true
  const run = async (done: Promise<string | null>): Promise<void> => {
    const code = await done
    setProblem(code === null ? null : code === 'offline' ? words.menu.offline : problemIn(words, code))
  }
  return (
    <div class="friends">
      {!isMainFriend && (
        <button type="button" class="text-button" onClick={() => void run(chat.addFriend('organization'))}>
          {words.friends.add(company)}
        </button>
      )}
      {agent && !isAgentFriend && settings?.face === 'agent' && (
        <button type="button" class="text-button" onClick={() => void run(chat.addFriend('agent'))}>
          {words.friends.add(agent)}
        </button>
      )}
      {here?.friend && (
        <button type="button" class="text-button" onClick={() => void run(chat.removeFriend())}>
          {words.friends.remove(here.name ?? company)}
        </button>
      )}
      {problem && <p class="problem">{problem}</p>}
    </div>
  )
}
