import { assertNever } from '../../base/assertNever.ts'
import type { ChatView } from '../chat/view.ts'
import type { Words } from '../words/index.ts'

/** Every state has its own words; colour alone says nothing (R-18-025). */
export const stateInWords = (
  { link, state, gate }: Pick<ChatView, 'link' | 'state' | 'gate'>,
  words: Words,
): string => {
  if (gate) return words.account.none
  if (link === 'connecting') return words.connecting
  if (link === 'lost') return words.notConnected
  if (link === 'ended') return words.notAccepted
  if (state.leftMessage) return words.leave.stateLeft
  if (state.askMessage) return words.ended[state.askMessage.cause]
  switch (state.session) {
    case 'none':
      return words.stateOpen
    case 'requested':
      return words.routing
    case 'pending':
      return words.waiting(state.place)
    case 'assigned':
    case 'active':
      return state.bot ? words.withBot(state.bot.name) : words.serving
    case 'ended':
      return words.stateEnded
    default:
      return assertNever(state.session)
  }
}
