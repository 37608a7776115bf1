import type {
  BlockEntry,
  CompanyBlock,
  Contact,
  ContactGroup,
  ContactPerson,
  ConversationId,
  FieldKey,
  Path,
  StarredColleague,
} from '../../protocol/model/index.ts'
import type { ServerQueryArgs, ServerQueryResult } from '../../protocol/queries/index.ts'

/** The ways to customers, and whom one knows or wants to hear nothing of. */
export interface CustomerQueries {
  /** All ways there are to the customer; asks the server. Null: it cannot be told. */
  'paths.of': { args: { conversationId: ConversationId }; result: { paths: readonly Path[] } | null }
  /** The groups of the own address book by name, and who is filed where. */
  'contacts.filed': {
    args: Record<string, never>
    result: {
      groups: readonly ContactGroup[]
      contacts: readonly Contact[]
      colleagues: readonly StarredColleague[]
    }
  }
  /** Who is in the own address book; asks the server. Null: it cannot be told. */
  'contacts.own': {
    args: Record<string, never>
    result: {
      favorites: readonly ContactPerson[]
      friends: readonly ContactPerson[]
      /** False: without the server, and those only whom this device knows. */
      complete: boolean
    } | null
  }
  /** Friends of the main account; asks the server. Null: it cannot be told, or is not for this agent. */
  'contacts.main': { args: { text: string }; result: { friends: readonly ContactPerson[] } | null }
  /** Whose account has exactly this number; asks the server. Null: it cannot be told, or no number is asked for. */
  'contacts.by-number': {
    args: { number: number | null }
    result: ServerQueryResult<'contacts.by-number'> | null
  }
  /** Whom one blocked for oneself; asks the server. Null: it cannot be told. */
  'block-entries.own': { args: Record<string, never>; result: { entries: readonly BlockEntry[] } | null }
  /** Whom the company blocked; asks the server. Null: it cannot be told, or is not for this agent. */
  'block-entries.company': {
    args: Record<string, never>
    result: { entries: readonly CompanyBlock[] } | null
  }
  /** Who changed a field of the customer lately; asks the server. Null: it cannot be told. */
  'customer.changes': {
    args: { conversationId: ConversationId; field: FieldKey }
    result: ServerQueryResult<'customer.changes'> | null
  }
  /** What was done for the customer; asks the server. Null: it cannot be told, and nothing is kept. */
  'customer.follow-records': {
    args: { conversationId: ConversationId }
    result: Kept<ServerQueryResult<'customer.follow-records'>> | null
  }
  /** A page of the customer's timeline; asks the server, the first page is kept. Null as above. */
  'customer.timeline': {
    args: Omit<ServerQueryArgs<'customer.timeline'>, 'limit'>
    result: Kept<ServerQueryResult<'customer.timeline'>> | null
  }
  /** The threads of the customer; asks the server. Null as above. */
  'customer.threads': {
    args: { conversationId: ConversationId }
    result: Kept<ServerQueryResult<'customer.threads'>> | null
  }
  /** Searches all threads of the customer; asks the server. Null: it cannot be told. */
  'customer.search': {
    args: { conversationId: ConversationId; text: string }
    result: ServerQueryResult<'customer.search'> | null
  }
  /** A page of a thread's history, which nothing keeps; asks the server. Null: it cannot be told. */
  'thread.page': {
    args: Omit<ServerQueryArgs<'thread.page'>, 'limit'>
    result: ServerQueryResult<'thread.page'> | null
  }
  /** Days of a thread that have messages; asks the server. Null: it cannot be told. */
  'thread.days': {
    args: ServerQueryArgs<'thread.days'>
    result: ServerQueryResult<'thread.days'> | null
  }
}

/** An answer of the server; `keptAt`: it cannot be asked now, and this is what it said then. Null: as it is now. */
export type Kept<T> = T & { readonly keptAt: number | null }
