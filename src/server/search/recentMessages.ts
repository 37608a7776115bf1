/**
 * Messages the index has not come to yet, in memory.
 *
 * The index rests while there is much to do. What it lacks then can be found all the same: here, as text.
 */
import { searchableText } from '../../domain/search/searchableText.ts'
import { fold, isFoldedHit, type Search } from '../../domain/search/terms.ts'
import type { ConversationId, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import type { Committed } from '../engine/types.ts'

export interface RecentMessages {
  committed(commit: Committed): void
  /** The index has everything up to here. */
  indexed(organizationId: OrganizationId, revision: number): void
  /** Newest first. */
  find(search: RecentSearch): Promise<MessageId[]>
}

export interface RecentSearch {
  readonly organizationId: OrganizationId
  readonly search: Search
  /** Only older than this instant; null: from the newest on. */
  readonly before: number | null
  /** Only in these threads; null: in all. */
  readonly within: ReadonlySet<ConversationId> | null
}

interface Recent {
  readonly revision: number
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly at: number
  /** As it was written, until somebody searches. */
  text: string
  folded: boolean
}

/** Of one organisation; with more the oldest wait for the index. */
const MOST = 50_000
/** Looked through before others have a turn. */
const PIECE = 2_000

export const createRecentMessages = (): RecentMessages => {
  const byOrganization = new Map<OrganizationId, Recent[]>()
  return {
    committed: ({ organizationId, entries }) => {
      for (const { event, payload, revision } of entries) {
        if (event !== 'message.sent') continue
        const { id, conversationId, at, body } = payload.message
        const message = { revision, id, conversationId, at, text: searchableText(body), folded: false }
        const known = byOrganization.get(organizationId)
        if (known) known.push(message)
        else byOrganization.set(organizationId, [message])
      }
      const all = byOrganization.get(organizationId)
      // Cut seldom: taking single items from the front of an array moves all the others.
      if (all && all.length > MOST * 1.2) byOrganization.set(organizationId, all.slice(-MOST))
    },
    indexed: (organizationId, revision) => {
      const all = byOrganization.get(organizationId)
      if (!all) return
      const first = all.findIndex((message) => message.revision > revision)
      if (first < 0) byOrganization.delete(organizationId)
      else if (first > 0) byOrganization.set(organizationId, all.slice(first))
    },
    find: async ({ organizationId, search, before, within }) => {
      const found: MessageId[] = []
      const all = byOrganization.get(organizationId) ?? []
      for (let at = all.length - 1; at >= 0; at -= 1) {
        if (at % PIECE === 0) await othersTurn()
        const message = all[at]
        if (!message || (before !== null && message.at >= before)) continue
        if (within && !within.has(message.conversationId)) continue
        if (!message.folded) {
          message.text = fold(message.text)
          message.folded = true
        }
        if (isFoldedHit(search, message.text)) found.push(message.id)
      }
      return found
    },
  }
}

const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
