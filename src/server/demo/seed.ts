/**
 * Writes the demonstration organisation into an empty database, in one transaction.
 *
 * Rows, journal and log are written through the modules the commands use and agree with each other as if every message
 * had come through a command: whoever replays the log gets the rows.
 */
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { isReply } from '../../domain/paths/replies.ts'
import type { AgentId, Session } from '../../protocol/model/index.ts'
import { insertPresence } from '../db/agentPresence.ts'
import { insertAgent } from '../db/agents.ts'
import {
  advanceConversation,
  insertConversation,
  saveReceipt,
  setLatestSession,
} from '../db/conversations.ts'
import { insertCustomer } from '../db/customers.ts'
import { insertDepartment } from '../db/departments.ts'
import { insertFollow } from '../db/follows.ts'
import { saveGreetings } from '../db/greetings.ts'
import { insertIdentity } from '../db/identities.ts'
import { saveInvitationSettings } from '../db/invitations.ts'
import { insertListEntry } from '../db/listEntries.ts'
import { appendLog } from '../db/log.ts'
import { insertMessage } from '../db/messages.ts'
import { saveNavMenu } from '../db/navMenus.ts'
import {
  insertOrganization,
  organizationIds,
  saveCounters,
  takeAgentNumber,
  takeCustomerNumber,
} from '../db/organizations.ts'
import type { Db, WriteDb } from '../db/port.ts'
import { insertQuickReply } from '../db/quickReplies.ts'
import { insertGroup } from '../db/receptionGroups.ts'
import { insertRole } from '../db/roles.ts'
import { insertJournalEntry, type Actor } from '../db/sessionJournal.ts'
import { insertSession } from '../db/sessions.ts'
import { saveSurvey } from '../db/surveys.ts'
import { insertTag } from '../db/tags.ts'
import { setTimer } from '../db/timers.ts'
import { saveTopicList } from '../db/topics.ts'
import { insertWidget } from '../db/widgets.ts'
import {
  agents,
  departments,
  groups,
  invitations,
  organization,
  roles,
  survey,
  tags,
  topics,
  widgetsAt,
} from './content/company.ts'
import type { DemoContent, DemoThread } from './content/content.ts'
import { greetings, navMenuAt } from './content/meeting.ts'
import { quickReplies } from './content/quickReplies.ts'
import type { Fact } from './content/threadBuilder.ts'
import { seedChats } from './seedChats.ts'
import { logOf } from './seedLog.ts'

export interface SeedOptions {
  readonly db: Db
  readonly clock: Clock
  readonly ids: Ids
  readonly content: DemoContent
  /** Hashes for those who may sign in with a password; the others cannot. */
  readonly passwordHashes: ReadonlyMap<AgentId, string>
  /** Hash of the visitor token for each thread that a scripted customer goes on with. */
  readonly keyHashOf: (thread: DemoThread) => string
}

/** Whether there is nothing in the database yet. */
export const isEmpty = async (db: Db): Promise<boolean> => (await organizationIds(db)).length === 0

export const seed = async ({
  db,
  clock,
  ids,
  content,
  passwordHashes,
  keyHashOf,
}: SeedOptions): Promise<void> => {
  const now = clock.now()
  const first = content.threads[0]?.opened.createdAt ?? now
  await db.transaction(async (tx) => {
    await insertOrganization(tx, organization, { epoch: ids.next(), at: first })
    await seedCompany(tx, first, passwordHashes, loadsOf(content))
    for (const thread of content.threads) await seedThread(tx, thread, keyHashOf(thread))
    await seedChats(tx, ids, now)
    const entries = logOf(content, first)
    await appendLog(tx, organization.id, entries)
    const revision = entries.length
    await saveCounters(tx, organization.id, { revision, config_revision: revision })
  })
}

/** Open sessions by handler. */
const loadsOf = ({ threads }: DemoContent): ReadonlyMap<AgentId, number> => {
  const loads = new Map<AgentId, number>()
  for (const { sessions } of threads) {
    const last = sessions.at(-1)?.session
    if (last?.handlerId && last.state !== 'ended')
      loads.set(last.handlerId, (loads.get(last.handlerId) ?? 0) + 1)
  }
  return loads
}

const seedCompany = async (
  tx: WriteDb,
  at: number,
  passwordHashes: ReadonlyMap<AgentId, string>,
  loads: ReadonlyMap<AgentId, number>,
): Promise<void> => {
  for (const department of departments) await insertDepartment(tx, organization.id, department)
  for (const role of roles) await insertRole(tx, organization.id, role)
  for (const agent of agents) {
    const number = await takeAgentNumber(tx, organization.id)
    // "-" is the hash of no password.
    const passwordHash = passwordHashes.get(agent.id) ?? '-'
    await insertAgent(tx, organization.id, { ...agent, number }, { passwordHash, at })
    await insertPresence(tx, organization.id, agent.id, { reception: true, load: loads.get(agent.id) ?? 0 })
  }
  for (const group of groups) await insertGroup(tx, organization.id, group)
  for (const widget of widgetsAt(at)) await insertWidget(tx, organization.id, widget)
  await saveSurvey(tx, organization.id, survey)
  await saveInvitationSettings(tx, organization.id, invitations)
  await saveGreetings(tx, organization.id, greetings)
  await saveNavMenu(tx, organization.id, navMenuAt(at))
  for (const tag of tags) await insertTag(tx, organization.id, tag)
  await saveTopicList(tx, organization.id, topics)
  for (const reply of quickReplies) await insertQuickReply(tx, organization.id, reply)
}

const seedThread = async (tx: WriteDb, thread: DemoThread, keyHash: string): Promise<void> => {
  const { customer, opened, conversation, sessions, facts, entries } = thread
  const number = await takeCustomerNumber(tx, organization.id)
  await insertCustomer(tx, organization.id, { ...customer, number })
  await insertConversation(tx, organization.id, opened)
  const identity = {
    id: thread.identityId,
    channel: opened.channel,
    keyHash,
    customerId: customer.id,
    conversationId: opened.id,
    widgetId: opened.widgetId,
  }
  await insertIdentity(tx, organization.id, identity, opened.createdAt)
  for (const session of sessions) await insertSession(tx, organization.id, session)
  await seedFacts(tx, facts)
  await seedPosition(tx, facts)
  const last = sessions.at(-1)?.session
  if (last) await setLatestSession(tx, organization.id, opened.id, last.id)
  await saveReceipt(tx, organization.id, opened.id, conversation)
  for (const { agentId, entry } of entries) {
    await insertListEntry(tx, organization.id, agentId, entry)
    await insertFollow(tx, organization.id, agentId, `thread:${opened.id}`, entry.addedAt)
  }
  if (last) await seedIdleEnd(tx, last)
}

const seedFacts = async (tx: WriteDb, facts: readonly Fact[]): Promise<void> => {
  let before: Session | null = null
  for (const fact of facts) {
    if (fact.event === 'message.sent') {
      const { message } = fact.payload
      await insertMessage(tx, organization.id, message)
      continue
    }
    const { session } = fact.payload
    const cause = causeOf(fact.event, session)
    const from = before?.id === session.id ? before : null
    await insertJournalEntry(tx, organization.id, {
      sessionId: session.id,
      version: session.version,
      at: fact.at,
      actor: actorOf(cause, session),
      cause,
      from: from?.state ?? null,
      to: session.state,
      fromHandlerId: from?.handlerId ?? null,
      toHandlerId: session.handlerId,
      topicId: session.topicId,
      why: session.why,
    })
    before = session
  }
}

/** Where the thread is: the last message of each side is all that counts. */
const seedPosition = async (tx: WriteDb, facts: readonly Fact[]): Promise<void> => {
  const messages = facts.flatMap((fact) => (fact.event === 'message.sent' ? [fact.payload.message] : []))
  const last = new Map(messages.map((message) => [message.sender.kind, message]))
  // Besides the last of each side, what was said since the customer's last word: replies are counted from there.
  const since = last.get('customer')?.seq ?? 0
  const told = messages.filter((message) => message.seq > since || last.get(message.sender.kind) === message)
  for (const { conversationId, seq, at, sender, body } of told.toSorted((a, b) => a.seq - b.seq)) {
    await advanceConversation(tx, organization.id, conversationId, {
      seq,
      at,
      from: sender.kind,
      reply: sender.kind !== 'customer' && isReply(sender.kind, body),
    })
  }
}

/** In the words of the journal. */
const causeOf = (event: Exclude<Fact['event'], 'message.sent'>, { why }: Session): string => {
  switch (event) {
    case 'session.requested':
      return 'requested'
    case 'session.queued':
      return 'routed'
    case 'session.assigned':
      return why.step === 'accepted' ? 'accepted' : 'routed'
    case 'session.activated':
      return 'first-reply'
    case 'session.ended':
      return 'ended'
  }
}

/** Whose command it was: routing happens in the command of the customer who wrote. */
const actorOf = (cause: string, { handlerId, customerId, endReason }: Session): Actor => {
  if (endReason === 'timeout') return { kind: 'system', id: null }
  return cause === 'accepted' || cause === 'first-reply' || endReason === 'by-agent'
    ? { kind: 'agent', id: handlerId }
    : { kind: 'customer', id: customerId }
}

/** The first look at whether the session has gone quiet, as assigning it would have set it. */
const seedIdleEnd = async (tx: WriteDb, session: Session): Promise<void> => {
  if (session.assignedAt === null || session.state === 'ended') return
  await setTimer(tx, {
    organization_id: organization.id,
    kind: 'session-idle',
    subject: session.id,
    due_at: session.assignedAt + organization.reception.idleEndMinutes * 60_000,
  })
}
