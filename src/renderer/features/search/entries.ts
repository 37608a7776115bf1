import type { MessageHit, SearchResult } from '../../../client/api.ts'
import type { Agent, ConversationId, Customer, QuickReply } from '../../../protocol/model/index.ts'

/** One line of the results, in the order in which they are shown. */
export type SearchEntry =
  | {
      readonly kind: 'customer'
      readonly key: string
      readonly customer: Customer
      /** What the agent calls them, where that is something else. */
      readonly remark: string | null
      readonly conversationId: ConversationId
    }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly hit: MessageHit
      readonly conversationId: ConversationId
    }
  | { readonly kind: 'quick-reply'; readonly key: string; readonly reply: QuickReply }
  | { readonly kind: 'agent'; readonly key: string; readonly agent: Agent }

export interface SearchSection {
  readonly name: 'customers' | 'messages' | 'quickReplies' | 'agents' | 'server'
  readonly entries: readonly SearchEntry[]
}

/** Grouped; what the server found is below and never repeats what is here already (R-17-043). */
export const searchSections = (
  local: SearchResult | undefined,
  server: readonly MessageHit[],
): readonly SearchSection[] => {
  const known = new Set(local?.messages.map(({ message }) => message.id))
  const sections: readonly SearchSection[] = [
    {
      name: 'customers',
      entries: (local?.customers ?? []).flatMap((customer) => {
        const conversationId = local?.conversationByCustomer[customer.id]
        const remark = local?.remarkByCustomer[customer.id] ?? null
        return conversationId
          ? [{ kind: 'customer', key: customer.id, customer, remark, conversationId } as const]
          : []
      }),
    },
    { name: 'messages', entries: (local?.messages ?? []).map(messageEntry) },
    {
      name: 'quickReplies',
      entries: (local?.quickReplies ?? []).map((reply) => ({ kind: 'quick-reply', key: reply.id, reply })),
    },
    {
      name: 'agents',
      entries: (local?.agents ?? []).map((agent) => ({ kind: 'agent', key: agent.id, agent })),
    },
    { name: 'server', entries: server.filter(({ message }) => !known.has(message.id)).map(messageEntry) },
  ]
  return sections.filter(({ entries }) => entries.length > 0)
}

const messageEntry = (hit: MessageHit): SearchEntry => ({
  kind: 'message',
  key: hit.message.id,
  hit,
  conversationId: hit.message.conversationId,
})

export interface MarkedPart {
  readonly text: string
  readonly hit: boolean
}

/** The piece of a text around its first hit, with the hits marked. */
export const markHits = (text: string, words: readonly string[], around = 24): readonly MarkedPart[] => {
  const flat = text.replace(/\s+/gu, ' ')
  const wanted = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  if (wanted.length === 0) return [{ text: flat, hit: false }]
  const pattern = new RegExp(`(${wanted.join('|')})`, 'giu')
  const first = flat.search(pattern)
  const from = first > around ? first - around : 0
  return `${from > 0 ? '…' : ''}${flat.slice(from)}`
    .split(pattern)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** The words of a query, as the marks need them. */
export const wordsOf = (query: string): readonly string[] =>
  query.replaceAll('"', ' ').split(/\s+/u).filter(Boolean)
