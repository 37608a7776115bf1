import { searchableText } from '../../domain/search/searchableText.ts'
import { isHit, parseSearch, type Search } from '../../domain/search/terms.ts'
import type { ConversationId, Message, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import { readLogRows } from '../db/logRows.ts'
import { messagesByIds } from '../db/messages.ts'
import { logPositionOf } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import type { Candidate, SearchIndex } from '../db/searchIndex.ts'
import type { MessageSearch } from '../queries/ports.ts'

interface TailSearch {
  readonly organizationId: OrganizationId
  readonly search: Search
  readonly before: number | null
  readonly within: ReadonlySet<ConversationId> | null
}

const PAGE = 200
/** Looked through at most: an agent with few threads searching for a word of everybody's. */
const MOST_CANDIDATES = 50_000

/** Log entries in one go while looking through what is not indexed yet. */
const TAIL_PAGE = 500
/** The index is not that far behind, unless it was away for long: then it is what is waited for. */
const LONGEST_TAIL = 20_000

/**
 * Looks candidates up in the index, newest first, and keeps those whose text really holds what was searched. What the
 * index lacks, because it rests while there is much to do, is the newest of all: it is looked through first.
 */
export const createMessageSearch = (db: ReadDb, index: SearchIndex): MessageSearch => {
  const inTail = async ({ organizationId, search, before, within }: TailSearch): Promise<Set<MessageId>> => {
    const hits: MessageId[] = []
    const newest = (await logPositionOf(db, organizationId))?.revision ?? 0
    const indexed = (await index.progress(organizationId))?.revision
    let revision = indexed === undefined ? undefined : Math.max(indexed, newest - LONGEST_TAIL)
    while (revision !== undefined) {
      const rows = await readLogRows(db, organizationId, revision, TAIL_PAGE)
      for (const row of rows) {
        if (row.event !== 'message.sent' || (before !== null && row.at >= before)) continue
        const { message } = JSON.parse(row.payload) as { message: Message }
        const visible = within?.has(message.conversationId) ?? true
        if (visible && isHit(search, searchableText(message.body))) hits.push(message.id)
      }
      revision = rows.length < TAIL_PAGE ? undefined : rows.at(-1)?.revision
      if (revision !== undefined) await othersTurn()
    }
    return new Set(hits.reverse())
  }

  return {
    find: async ({ organizationId, text, before, limit, within }) => {
      const search = parseSearch(text)
      if (search.parts.length === 0) return []
      const found = await inTail({ organizationId, search, before, within })
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
        const hits = new Set(
          messages.filter((message) => isHit(search, searchableText(message.body))).map(({ id }) => id),
        )
        for (const { messageId } of visible) if (hits.has(messageId)) found.add(messageId)
        after = page.at(-1) ?? null
        if (page.length < PAGE) break
        // Other work has its turn between the pages.
        await othersTurn()
      }
      return [...found].slice(0, limit)
    },
  }
}

const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
