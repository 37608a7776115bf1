import type { ChatView } from '../chat/view.ts'
import type { PageEvent } from '../shared/bridge.ts'

/** Tells the page that a session begins or ends and that it was rated; never what was there before (R-16-143). */
export const createPageEvents = (tell: (name: PageEvent) => void): ((view: ChatView) => void) => {
  let wasOpen: boolean | null = null
  let last = 0
  return ({ link, state, messages }) => {
    if (link !== 'online') return
    const isOpen = state.session !== 'none' && state.session !== 'ended'
    const isFirst = wasOpen === null
    if (wasOpen !== null && isOpen !== wasOpen) tell(isOpen ? 'session-started' : 'session-ended')
    wasOpen = isOpen
    const before = last
    last = messages.at(-1)?.seq ?? 0
    if (!isFirst && messages.some(({ seq, body }) => seq > before && body.kind === 'rating')) tell('rating')
  }
}
