import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { problemIn } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { IconButton } from './IconButton.tsx'

export interface RateButtonProps {
  readonly chat: Chat
  readonly view: ChatView
  readonly onProblem: (text: string) => void
}

/** Opens the card once an agent has answered; one that is there is shown again (R-18-048). */
export const RateButton = ({ chat, view, onProblem }: RateButtonProps) => {
  const { words } = useSpeech()
  if (view.state.session !== 'active' || view.state.bot) return null
  const ask = async (): Promise<void> => {
    const cards = document.querySelectorAll<HTMLElement>('.survey h2')
    const card = hasCard(view) ? cards[cards.length - 1] : undefined
    if (card) {
      card.focus()
      card.scrollIntoView({ block: 'nearest' })
      return
    }
    const code = await chat.askRating()
    if (code !== null) onProblem(code === 'offline' ? words.survey.offline : problemIn(words, code))
  }
  return <IconButton icon="star" name={words.rate} onClick={() => void ask()} />
}

/** The card of the session that is under way: nothing has ended since. */
const hasCard = ({ messages }: ChatView): boolean => {
  const isEnd = ({ body }: ChatView['messages'][number]): boolean =>
    body.kind === 'system' && body.code === 'session-ended'
  return messages.findLastIndex(({ body }) => body.kind === 'survey') > messages.findLastIndex(isEnd)
}
