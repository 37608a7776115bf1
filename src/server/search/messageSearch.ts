import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch } from '../../domain/search/terms.ts'
import { messagesByIds } from '../db/messages.ts'
import type { ReadDb } from '../db/port.ts'
import type { Candidate, SearchIndex } from '../db/searchIndex.ts'
import type { MessageSearch } from '../queries/ports.ts'
import type { RecentMessages } from './recentMessages.ts'

const PAGE = 200
/** Looked through at most: an agent with few threads searching for a word of everybody's. */
const MOST_CANDIDATES = 50_000

/**
 * Looks candidates up in the index, newest first, and keeps those whose text really holds what was searched. What the
 * index lacks is the newest of all and comes first.
 */
export const createMessageSearch = (
  db: ReadDb,
  index: Pick<SearchIndex, 'candidates'>,
  recent: Pick<RecentMessages, 'find'>,
): MessageSearch => ({
  find: async ({ organizationId, text, before, limit, within, pick }) => {
    const search = parseSearch(text)
    if (search.parts.length === 0) return []
    const newest = await recent.find({ organizationId, search, before, within })
    const found = new Set(
      pick ? (await pick(await messagesByIds(db, organizationId, newest))).map(({ id }) => id) : newest,
    )
    let after: Candidate | null = null
    for (let seen = 0; seen < MOST_CANDIDATES && found.size < limit; seen += PAGE) {
      const page: readonly Candidate[] = await index.candidates({
        organizationId,
        search,
        before,
        after,
        limit: PAGE,
      })
      const visible = page.filter(({ conversationId }) => within?.has(conversationId) ?? true)
      const messages = await messagesByIds(
        db,
        organizationId,
        visible.map(({ messageId }) => messageId),
      )
      const said = messages.filter((message) => isHit(search, searchableText(message.body)))
      const hits = new Set((pick ? await pick(said) : said).map(({ id }) => id))
      for (const { messageId } of visible) if (hits.has(messageId)) found.add(messageId)
      after = page.at(-1) ?? null
      if (page.length < PAGE) break
      // Other work has its turn between the pages.
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
    return [...found].slice(0, limit)
  },
})
