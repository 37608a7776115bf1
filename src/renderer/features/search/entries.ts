import type { FoundChat, MessageHit, QueryResult, RecordHit, SearchResult } from '../../../client/api.ts'
import { fold } from '../../../domain/search/terms.ts'
import type {
  Agent,
  ContactPerson,
  ConversationId,
  Customer,
  QuickReply,
} from '../../../protocol/model/index.ts'

type Found = NonNullable<QueryResult<'contacts.by-number'>>

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
  /** A message found in what all agents have said. */
  | {
      readonly kind: 'record'
      readonly key: string
      readonly hit: RecordHit
      readonly conversationId: ConversationId
    }
  /** Looks for the same words in what all agents have said. */
  | { readonly kind: 'records'; readonly key: string; readonly text: string }
  /** The messages found in one conversation, shown once it is unfolded (R-06-161). */
  | {
      readonly kind: 'conversation'
      readonly key: string
      readonly hit: MessageHit
      readonly count: number
      readonly unfolded: boolean
    }
  /** Whose account has the number that was typed, and what hinders the agent to talk to them (R-06-163). */
  | {
      readonly kind: 'account'
      readonly key: string
      readonly person: ContactPerson
      readonly hindrance: Found['hindrance']
    }
  | { readonly kind: 'quick-reply'; readonly key: string; readonly reply: QuickReply }
  | { readonly kind: 'agent'; readonly key: string; readonly agent: Agent }
  | {
      readonly kind: 'chat'
      readonly key: string
      readonly chat: FoundChat
      readonly conversationId: ConversationId
    }
  /** Shows one category, and more of it. */
  | { readonly kind: 'category'; readonly key: string; readonly category: SearchCategory }
  /** What was looked for before. */
  | { readonly kind: 'recent'; readonly key: string; readonly text: string }

/** Where to look; `all`: everywhere, a few of each. */
export const SEARCH_CATEGORIES = [
  'all',
  'customers',
  'friends',
  'remarks',
  'messages',
  'quickReplies',
  'agents',
  'groups',
] as const
export type SearchCategory = (typeof SEARCH_CATEGORIES)[number]

export interface SearchSection {
  readonly name: Exclude<SearchCategory, 'all'> | 'account' | 'server' | 'recent' | 'records'
  readonly entries: readonly SearchEntry[]
}

/** Of each category among the others (R-03-162). */
export const SHOWN_OF_EACH = 5
/** Of one that was chosen. */
export const SHOWN_OF_ONE = 50

/** Grouped; what the server found is below and never repeats what is here already (R-17-043). */
export const searchSections = (
  local: SearchResult | undefined,
  server: readonly MessageHit[],
  category: SearchCategory,
  query: string,
  unfolded: ReadonlySet<string> = new Set(),
): readonly SearchSection[] => {
  const known = new Set(local?.messages.map(({ message }) => message.id))
  const customers = (local?.customers ?? []).flatMap((customer): SearchEntry[] => {
    const conversationId = local?.conversationByCustomer[customer.id]
    const remark = local?.remarkByCustomer[customer.id] ?? null
    return conversationId ? [{ kind: 'customer', key: customer.id, customer, remark, conversationId }] : []
  })
  const sections: readonly SearchSection[] = [
    { name: 'customers', entries: customers },
    {
      name: 'friends',
      entries: customers.filter(
        (entry) => entry.kind === 'customer' && local?.friends.includes(entry.customer.id),
      ),
    },
    { name: 'remarks', entries: customers.filter((entry) => isRemarked(entry, query)) },
    { name: 'messages', entries: (local?.messages ?? []).map(messageEntry) },
    {
      name: 'quickReplies',
      entries: (local?.quickReplies ?? []).map((reply) => ({ kind: 'quick-reply', key: reply.id, reply })),
    },
    {
      name: 'agents',
      entries: (local?.agents ?? []).map((agent) => ({ kind: 'agent', key: agent.id, agent })),
    },
    {
      name: 'groups',
      entries: (local?.chats ?? []).map((chat) => ({
        kind: 'chat',
        key: chat.id,
        chat,
        conversationId: chat.id,
      })),
    },
    { name: 'server', entries: server.filter(({ message }) => !known.has(message.id)).map(messageEntry) },
  ]
  return sections
    .filter(({ name, entries }) => entries.length > 0 && isShown(name, category))
    .map((section) => {
      if (category === 'all') return shortened(section)
      return category === 'messages' ? byConversation(section, unfolded) : section
    })
}

/** Above all others: the one account whose number was typed, unless it is among the customers found here. */
export const accountSection = (
  found: Found | null | undefined,
  category: SearchCategory,
  local: SearchResult | undefined,
): readonly SearchSection[] => {
  const person = found?.person
  if (!person || (category !== 'all' && category !== 'friends')) return []
  if (local?.customers.some(({ id }) => id === person.customerId && local.conversationByCustomer[id]))
    return []
  const { hindrance } = found
  return [
    { name: 'account', entries: [{ kind: 'account', key: `account-${person.number}`, person, hindrance }] },
  ]
}

/** What was found in everybody's records, by conversation. */
export const recordSections = (
  hits: readonly RecordHit[],
  unfolded: ReadonlySet<string>,
): readonly SearchSection[] => {
  const entries = hits.map((hit): SearchEntry => ({
    kind: 'record',
    key: hit.message.id,
    hit,
    conversationId: hit.message.conversationId,
  }))
  return entries.length === 0 ? [] : [byConversation({ name: 'records', entries }, unfolded)]
}

/** Below all others: the way into everybody's records, for whoever may look there. */
export const recordsDoor = (text: string, category: SearchCategory): readonly SearchSection[] =>
  text !== '' && (category === 'all' || category === 'messages')
    ? [{ name: 'records', entries: [{ kind: 'records', key: 'records', text }] }]
    : []

/** By conversation, the one with the newest hit first; what is alone in one stands for itself. */
const byConversation = ({ name, entries }: SearchSection, unfolded: ReadonlySet<string>): SearchSection => {
  const hits = entries.filter((entry) => entry.kind === 'message' || entry.kind === 'record')
  const grouped = Map.groupBy(hits, ({ conversationId }) => conversationId)
  return {
    name,
    entries: [...grouped].flatMap(([id, inside]): readonly SearchEntry[] => {
      const [first] = inside
      if (!first || inside.length === 1) return inside
      const key = `${name}-${id}`
      const isUnfolded = unfolded.has(key)
      const head = {
        kind: 'conversation',
        key,
        hit: first.hit,
        count: inside.length,
        unfolded: isUnfolded,
      } as const
      return isUnfolded ? [head, ...inside] : [head]
    }),
  }
}

/** Friends, and customers whom the agent calls otherwise, are among the customers already. */
const isShown = (name: SearchSection['name'], category: SearchCategory): boolean =>
  category === 'all'
    ? name !== 'remarks' && name !== 'friends'
    : name === category || (name === 'server' && category === 'messages')

const isRemarked = (entry: SearchEntry, query: string): boolean => {
  const remark = entry.kind === 'customer' ? entry.remark : null
  return remark !== null && hasWords(remark, query)
}

/** Whether every word of the query is in the text. */
export const hasWords = (text: string, query: string): boolean => {
  const folded = fold(text)
  return wordsOf(query).every((word) => folded.includes(fold(word)))
}

/** The first few, and the way to the others. */
const shortened = ({ name, entries }: SearchSection): SearchSection => {
  if (entries.length <= SHOWN_OF_EACH || name === 'recent' || name === 'account' || name === 'records')
    return { name, entries }
  const category = name === 'server' ? 'messages' : name
  return {
    name,
    entries: [...entries.slice(0, SHOWN_OF_EACH), { kind: 'category', key: `more-${name}`, category }],
  }
}

/** What is offered before anything is typed: what was looked for before. */
export const recentSection = (recent: readonly string[]): readonly SearchSection[] =>
  recent.length === 0
    ? []
    : [{ name: 'recent', entries: recent.map((text) => ({ kind: 'recent', key: `recent-${text}`, text })) }]

const RECENT = 10

/** With this one looked for last (R-03-168). */
export const searchedNow = (recent: readonly string[], text: string): string[] =>
  [text, ...recent.filter((one) => one !== text)].slice(0, RECENT)

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
