/**
 * Snapshots: a scope as it is now, for a client that does not have it.
 *
 * The law (design section 3): an old snapshot with the entries since then holds every row of a fresh one, the same. It may
 * hold more of what only grows, messages and ended sessions, because a snapshot brings only the newest of those.
 */
import { botSeen } from '../../domain/bots/botSeen.ts'
import { routerSeen } from '../../domain/routing/routerSeen.ts'
import type {
  AgentId,
  ChatSoFar,
  Conversation,
  ConversationId,
  Customer,
  GroupId,
  LeftChat,
  ListEntry,
  Message,
  OrganizationId,
  PoolEntry,
  Scope,
  Session,
  SessionNote,
} from '../../protocol/model/index.ts'
import type { Rows, SnapshotPart } from '../../protocol/wire/index.ts'
import { agentsOf } from '../db/agents.ts'
import { agentSettingsOf, settingDefaultsOf } from '../db/agentSettings.ts'
import { botsOf } from '../db/bots.ts'
import { chatsByIds, KEPT_OF_LEFT, leftChatsOf } from '../db/chats.ts'
import { colorMarksOf } from '../db/colorMarks.ts'
import { companyThemeOf } from '../db/companyThemes.ts'
import { contactGroupsOf, contactsOf } from '../db/contacts.ts'
import { conversationsByIds } from '../db/conversations.ts'
import { customersByIds } from '../db/customers.ts'
import { findCustomerSettings } from '../db/customerSettings.ts'
import { departmentsOf } from '../db/departments.ts'
import { draftsOf } from '../db/drafts.ts'
import { findGreetings } from '../db/greetings.ts'
import { findInvitationSettings } from '../db/invitations.ts'
import { findLanguageServices, servicesSeen } from '../db/languageServices.ts'
import { listEntriesIn, listEntriesOf } from '../db/listEntries.ts'
import { inPieces } from '../db/lists.ts'
import { messagesBefore, newestMessages } from '../db/messages.ts'
import { navMenusOf } from '../db/navMenus.ts'
import { noteMentionsOf } from '../db/noteMentions.ts'
import { findOrganization } from '../db/organizations.ts'
import { allPoolEntries, poolEntriesOf } from '../db/poolEntries.ts'
import type { ReadDb } from '../db/port.ts'
import { privateRemarksOf } from '../db/privateRemarks.ts'
import { quickEntriesOf } from '../db/quickEntries.ts'
import { companyQuickReplies, personalQuickReplies } from '../db/quickReplies.ts'
import { usesOfAgent } from '../db/quickReplyUses.ts'
import { groupsOf } from '../db/receptionGroups.ts'
import { remindersOf } from '../db/reminders.ts'
import { rolesOf } from '../db/roles.ts'
import { routersOf } from '../db/routers.ts'
import { findRoutingRules } from '../db/routingRules.ts'
import { savedMessagesOf } from '../db/savedMessages.ts'
import { scheduledMessagesOf } from '../db/scheduledMessages.ts'
import { sessionNotesIn } from '../db/sessionNotes.ts'
import { latestSessions } from '../db/sessions.ts'
import { starredColleaguesOf } from '../db/starredColleagues.ts'
import { findSurvey } from '../db/surveys.ts'
import { tagsOf } from '../db/tags.ts'
import { topicListOf } from '../db/topics.ts'
import { transferRequestsFor } from '../db/transferRequests.ts'
import { widgetsOf } from '../db/widgets.ts'

export interface SnapshotLimits {
  /** Newest messages that come with a thread. */
  readonly messagesPerThread: number
  /** Of the threads, in the order given, so many bring messages; the others bring their row and are paged in. */
  readonly threadsWithMessages: number
}

/** One part for each scope, in the order given. Call it inside `db.snapshot`, so that the parts are of one moment. */
export const snapshotOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  scopes: readonly Scope[],
  limits: SnapshotLimits,
): Promise<SnapshotPart[]> => {
  const threads = await readThreads(db, organizationId, agentId, scopes.flatMap(threadOf), limits)
  const parts: SnapshotPart[] = []
  for (const scope of scopes) {
    const conversationId = threadOf(scope)[0]
    const rows = conversationId
      ? threads(conversationId)
      : await readOther(db, organizationId, agentId, scope)
    parts.push({ scope, rows })
  }
  return parts
}

const threadOf = (scope: Scope): ConversationId[] =>
  scope.startsWith('thread:') ? [scope.slice('thread:'.length) as ConversationId] : []

const readOther = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  scope: Scope,
): Promise<Rows> => {
  if (scope === 'org') return readOrganization(db, organizationId)
  if (scope === 'pool:*') return { poolEntries: await allPoolEntries(db, organizationId) }
  if (scope.startsWith('pool:')) return { poolEntries: await readPool(db, organizationId, scope) }
  // Another agent's scope is nobody else's business, whoever asks.
  if (scope !== `agent:${agentId}`) return {}
  return {
    listEntries: await listEntriesOf(db, organizationId, agentId),
    leftChats: await readLeftChats(db, organizationId, agentId),
    agentSettings: [await agentSettingsOf(db, organizationId, agentId)],
    privateRemarks: await privateRemarksOf(db, organizationId, agentId),
    drafts: await draftsOf(db, organizationId, agentId),
    colorMarks: await colorMarksOf(db, organizationId, agentId),
    transferRequests: await transferRequestsFor(db, organizationId, agentId),
    contactGroups: await contactGroupsOf(db, organizationId, agentId),
    contacts: await contactsOf(db, organizationId, agentId),
    starredColleagues: await starredColleaguesOf(db, organizationId, agentId),
    noteMentions: await noteMentionsOf(db, organizationId, agentId),
    savedMessages: await savedMessagesOf(db, organizationId, agentId),
    reminders: await remindersOf(db, organizationId, agentId),
    scheduledMessages: await scheduledMessagesOf(db, organizationId, agentId),
    quickReplies: await personalQuickReplies(db, organizationId, agentId),
    quickReplyUses: await usesOfAgent(db, organizationId, agentId),
  }
}

const readOrganization = async (db: ReadDb, organizationId: OrganizationId): Promise<Rows> => {
  const organization = await findOrganization(db, organizationId)
  const survey = await findSurvey(db, organizationId)
  const invitations = await findInvitationSettings(db, organizationId)
  const greetings = await findGreetings(db, organizationId)
  const { quickEntries } = await quickEntriesOf(db, organizationId)
  const companyTheme = await companyThemeOf(db, organizationId)
  const services = await findLanguageServices(db, organizationId)
  const settingDefaults = await settingDefaultsOf(db, organizationId)
  const customerSettings = await findCustomerSettings(db, organizationId)
  return {
    organizations: organization ? [organization] : [],
    departments: await departmentsOf(db, organizationId),
    roles: await rolesOf(db, organizationId),
    agents: await agentsOf(db, organizationId),
    groups: await groupsOf(db, organizationId),
    ...(survey && { surveys: [survey] }),
    ...(invitations && { invitations: [invitations] }),
    ...(greetings && { greetings: [greetings] }),
    navMenus: await navMenusOf(db, organizationId),
    ...(customerSettings && { customerSettings: [customerSettings] }),
    ...(quickEntries.version > 0 && { quickEntries: [quickEntries] }),
    ...(companyTheme.version > 0 && { companyThemes: [companyTheme] }),
    ...(services.version > 0 && { languageServices: [servicesSeen(services)] }),
    ...(settingDefaults.version > 0 && { settingDefaults: [settingDefaults] }),
    routingRules: [await findRoutingRules(db, organizationId)],
    bots: (await botsOf(db, organizationId)).map(botSeen),
    routers: (await routersOf(db, organizationId)).map(routerSeen),
    tags: await tagsOf(db, organizationId),
    topicLists: [await topicListOf(db, organizationId)],
    widgets: await widgetsOf(db, organizationId),
    quickReplies: await companyQuickReplies(db, organizationId),
  }
}

const readLeftChats = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<LeftChat[]> => {
  const left: LeftChat[] = []
  for (const chat of await leftChatsOf(db, organizationId, agentId)) {
    const upTo = chat.lastSeq + 1
    left.push({ chat, messages: await messagesBefore(db, organizationId, chat.id, upTo, KEPT_OF_LEFT) })
  }
  return left
}

const readPool = async (db: ReadDb, organizationId: OrganizationId, scope: Scope): Promise<PoolEntry[]> => {
  const [, kind, id = ''] = scope.split(':')
  return poolEntriesOf(
    db,
    organizationId,
    kind === 'group' ? { kind, groupId: id as GroupId } : { kind: 'agent', agentId: id as AgentId },
  )
}

/** Reads many threads with a few statements, and answers for each. */
const readThreads = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  ids: readonly ConversationId[],
  { messagesPerThread, threadsWithMessages }: SnapshotLimits,
): Promise<(id: ConversationId) => Rows> => {
  const conversations = new Map<ConversationId, Conversation>()
  const chats = new Map<ConversationId, ChatSoFar>()
  const customers = new Map<string, Customer>()
  const sessions = new Map<ConversationId, Session>()
  const notes = new Map<ConversationId, SessionNote[]>()
  const messages = new Map<ConversationId, Message[]>()
  const entries = new Map<ConversationId, ListEntry>()
  for (const piece of inPieces(ids)) {
    for (const row of await conversationsByIds(db, organizationId, piece)) conversations.set(row.id, row)
    // What is no conversation with a customer is a chat.
    const others = piece.filter((id) => !conversations.has(id))
    for (const row of await chatsByIds(db, organizationId, others)) chats.set(row.id, row)
    for (const row of await latestSessions(db, organizationId, piece)) sessions.set(row.conversationId, row)
    for (const row of await sessionNotesIn(db, organizationId, piece)) {
      const known = notes.get(row.conversationId)
      if (known) known.push(row)
      else notes.set(row.conversationId, [row])
    }
    for (const row of await listEntriesIn(db, organizationId, agentId, piece))
      entries.set(row.conversationId, row)
  }
  const customerIds = [...new Set([...conversations.values()].map((row) => row.customerId))]
  for (const piece of inPieces(customerIds)) {
    for (const row of await customersByIds(db, organizationId, piece)) customers.set(row.id, row)
  }
  for (const piece of inPieces(ids.slice(0, threadsWithMessages))) {
    for (const row of await newestMessages(db, organizationId, piece, messagesPerThread)) {
      const known = messages.get(row.conversationId)
      if (known) known.push(row)
      else messages.set(row.conversationId, [row])
    }
  }
  return (id) => {
    const entry = entries.get(id)
    // Own messages that the snapshot includes have moved the read position.
    const listEntries = entry ? [entry] : []
    const chat = chats.get(id)
    if (chat) return { chats: [chat], messages: messages.get(id) ?? [], listEntries }
    const conversation = conversations.get(id)
    if (!conversation) return {}
    const customer = customers.get(conversation.customerId)
    const session = sessions.get(id)
    return {
      conversations: [conversation],
      customers: customer ? [customer] : [],
      sessions: session ? [session] : [],
      sessionNotes: notes.get(id) ?? [],
      messages: messages.get(id) ?? [],
      listEntries,
    }
  }
}
