import { assertNever } from '../../base/assertNever.ts'
import type { ChatView } from '../chat/view.ts'
import type { Words } from '../words/index.ts'
import type { IconName } from './components/Icon.tsx'

/** How it stands: a symbol and words of its own for every state; colour alone says nothing (R-18-025). */
export interface SeenState {
  readonly mark: IconName
  readonly text: string
}

/** `late`: it has been so for more than a moment. */
export const seenState = (
  { link, state, gate }: Pick<ChatView, 'link' | 'state' | 'gate'>,
  words: Words,
  late = false,
): SeenState => {
  if (gate) return { mark: 'leave', text: words.account.none }
  if (link === 'connecting') return { mark: 'more', text: words.connecting }
  if (link === 'lost') return { mark: 'alert', text: words.notConnected }
  if (link === 'ended') return { mark: 'close', text: words.notAccepted }
  if (state.leftMessage) return { mark: 'document', text: words.leave.stateLeft }
  if (state.askMessage) return { mark: 'document', text: words.leave.open }
  switch (state.session) {
    case 'none':
      return { mark: 'send', text: words.stateOpen }
    case 'requested':
      // Somebody is looked for; what takes longer is waiting like any other (R-02-135).
      return late ? { mark: 'clock', text: words.waiting(null) } : { mark: 'more', text: words.routing }
    case 'pending':
      return { mark: 'clock', text: words.waiting(state.place) }
    case 'assigned':
    case 'active':
      return state.bot
        ? { mark: 'text', text: words.withBot(state.bot.name) }
        : { mark: 'person', text: words.serving }
    case 'ended':
      return { mark: 'check', text: words.stateEnded }
    default:
      return assertNever(state.session)
  }
}
