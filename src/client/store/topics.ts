/**
 * Names of what a reader may depend on.
 *
 * A write names the topics it touched; after the commit they are announced together, and the live queries that asked
 * for one of them run again. Topics with an id keep a change of one thread from waking the readers of all others.
 */
export type Topic =
  /** Everything may be different: another account, another cache, a new snapshot of all. */
  | '*'
  /** Who is signed in, remembered accounts, notices. */
  | 'account'
  | 'connection'
  /** Organisation, agents, departments, groups, tags, what sessions are about. */
  | 'organization'
  | 'quick-replies'
  /** Pictures of the company theme that are kept here. */
  | 'theme-pictures'
  /** Presence of any agent, including one's own. */
  | 'presence'
  /** Which customers and colleagues are typing. */
  | 'typing'
  /** Which colleagues have the same conversation open. */
  | 'viewing'
  /** Which customers are on the page. */
  | 'customers-online'
  /** Anything a row of the conversation list shows, except what the topics above and below name. */
  | 'conversations'
  /** The same, where nothing changed but the rows that are named one by one beside it. */
  | 'list-rows'
  | `list-row:${string}`
  /** The conversation itself, its customer, session or list entry. */
  | `conversation:${string}`
  /** Messages, gaps or delivery positions of one thread. */
  | `messages:${string}`
  | 'customers'
  /** Chats of colleagues: their names and members. */
  | 'chats'
  | 'pool'
  /** Whom one blocked for oneself. */
  | 'block-entries'
  /** The own address book. */
  | 'contacts'
  /** What the agent has put off. */
  | 'reminders'
  /** What the agent has written for later. */
  | 'scheduled-messages'
  | 'note-mentions'
  /** The agent's favourites among messages. */
  | 'saved-messages'
  /** What is half filled in. */
  | 'forms'
  /** Threads that were deleted on this device. */
  | 'forgotten-threads'
  /** What was noted beside the sessions of one thread. */
  | `session-notes:${string}`
  /** Endings that are held back. */
  | 'endings'
  /** What colleagues ask of each other. */
  | 'transfer-requests'
  /** A customer rated a session. */
  | 'ratings'
  /** Who is on the pages, as the server tells from second to second. */
  | 'visitors'
  | 'visitor-count'
  | 'visitor-page'
  /** Any entry of the outbox. */
  | 'outbox'
  /** Commands that wait for the server. */
  | 'queued'
  /** What those of one area change in what is shown: `queued:contact` of `contact.file`. */
  | `queued:${string}`
  /** An entry of the outbox in one thread. */
  | `outbox:${string}`
  /** Any draft. */
  | 'drafts'
  | `draft:${string}`
  | `setting:${string}`
  /** What holds of any of the agent's settings. */
  | 'settings'
  /** More of the messages is indexed. */
  | 'search-index'
  /** Messages left this device: what belongs to them goes, too. */
  | 'messages-removed'
  /** How much is kept here. */
  | 'storage'
  /** A picture that is kept here. */
  | `media:${string}`

/** Whether a reader of `wanted` has to look again after `changed`. */
export const concerns = (changed: ReadonlySet<Topic>, wanted: readonly Topic[]): boolean =>
  changed.has('*') ||
  wanted.some((topic) => changed.has(topic) || (topic === 'conversations' && changed.has('list-rows')))

/** What a write names that changed one row of the conversation list. */
export const listRow = (conversationId: string): readonly Topic[] => [
  'list-rows',
  `list-row:${conversationId}`,
]

/** Whose rows changed, if nothing else did that a reader of `wanted` has to look at as a whole; null: something did. */
export const changedRows = (changed: ReadonlySet<Topic>, wanted: readonly Topic[]): string[] | null =>
  changed.has('*') || wanted.some((topic) => changed.has(topic))
    ? null
    : [...changed].flatMap((topic) => (topic.startsWith(ROW) ? [topic.slice(ROW.length)] : []))

const ROW = 'list-row:'
