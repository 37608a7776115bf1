import { browserOf, isMobile } from '../../domain/widgets/browserOf.ts'
import { visitSourceOf } from '../../domain/widgets/visitSource.ts'
import type { ConversationId, VisitFacts } from '../../protocol/model/index.ts'
import type { CustomerHello } from '../../protocol/wire/index.ts'
import { maskedAddress } from './maskedAddress.ts'

/**
 * Where the chats are that are open, as their hellos say: for agents whose company does not list its visitors, and for
 * chats that are pages of their own. In memory only; whoever is still there says it again after a restart.
 */
export interface ChatPages {
  note(conversationId: ConversationId, hello: ChatHello, address: string): void
  of(conversationId: ConversationId): VisitFacts | undefined
}

export type ChatHello = Pick<CustomerHello, 'page' | 'browser' | 'visit'>

/** Chats that are kept; those that said hello longest ago go first. */
const MOST = 20_000

export const createChatPages = (): ChatPages => {
  const chats = new Map<ConversationId, VisitFacts>()
  return {
    note: (conversationId, { page, browser }, address) => {
      const before = chats.get(conversationId)
      // A window that has only lost its line is on the same page.
      const pages = before ? before.pages + (before.url === page.url ? 0 : 1) : 1
      chats.delete(conversationId)
      chats.set(conversationId, {
        url: page.url,
        title: page.title,
        source: visitSourceOf(page),
        pages,
        address: maskedAddress(address),
        mobile: isMobile(browser?.agent ?? ''),
        browser: browserOf(browser?.agent ?? ''),
        visits: browser?.visits ?? 1,
      })
      const [oldest] = chats.size > MOST ? chats.keys() : []
      if (oldest !== undefined) chats.delete(oldest)
    },
    of: (conversationId) => chats.get(conversationId),
  }
}
