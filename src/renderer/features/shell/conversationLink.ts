import type { ConversationId } from '../../../protocol/model/index.ts'

/** An address that shows a conversation to whoever may see it: of the program where this is the program, else of this page. */
export const linkToConversation = (id: ConversationId): string => {
  if (window.foyer) return `foyer://conversation/${id}`
  const url = new URL(window.location.href)
  url.hash = ''
  url.search = ''
  url.searchParams.set('conversation', id)
  return url.href
}
