import type { LogEntry } from '../../protocol/events/index.ts'
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

/** An entry that has no revision yet; each event with its own payload. */
type Unnumbered<E = LogEntry> = E extends LogEntry ? Omit<E, 'revision'> : never

/** The log: the company first, then everything that happened, in order of time. */
export const logOf = ({ threads }: DemoContent, at: number): LogEntry[] => {
  const happened = threads.flatMap(threadLog).toSorted((a, b) => a.at - b.at)
  return [...companyLog(at), ...happened].map(
    (entry, index) => ({ ...entry, revision: index + 1 }) as LogEntry,
  )
}

const companyLog = (at: number): Unnumbered[] => [
  { at, scope: 'org', event: 'organization.changed', payload: { organization } },
  ...departments.map((department): Unnumbered => ({
    at,
    scope: 'org',
    event: 'department.changed',
    payload: { department },
  })),
  ...roles.map((role): Unnumbered => ({ at, scope: 'org', event: 'role.changed', payload: { role } })),
  ...agents.map((agent): Unnumbered => ({ at, scope: 'org', event: 'agent.changed', payload: { agent } })),
  ...groups.map((group): Unnumbered => ({ at, scope: 'org', event: 'group.changed', payload: { group } })),
  ...widgetsAt(at).map((widget): Unnumbered => ({
    at,
    scope: 'org',
    event: 'widget.changed',
    payload: { widget },
  })),
  { at, scope: 'org', event: 'survey.changed', payload: { survey } },
  { at, scope: 'org', event: 'invitations.changed', payload: { invitations } },
  { at, scope: 'org', event: 'greetings.changed', payload: { greetings } },
  { at, scope: 'org', event: 'nav-menu.changed', payload: { navMenu: navMenuAt(at) } },
  ...tags.map((tag): Unnumbered => ({ at, scope: 'org', event: 'tag.changed', payload: { tag } })),
  { at, scope: 'org', event: 'topics.changed', payload: { topics } },
  ...quickReplies.map((quickReply): Unnumbered => ({
    at,
    scope: quickReply.ownerId === null ? 'org' : `agent:${quickReply.ownerId}`,
    event: 'quick-reply.changed',
    payload: { quickReply },
  })),
]

const threadLog = ({ customer, opened, conversation, facts, entries }: DemoThread): Unnumbered[] => {
  const scope = `thread:${opened.id}` as const
  const last = facts.at(-1)?.at ?? opened.createdAt
  return [
    {
      at: opened.createdAt,
      scope,
      event: 'conversation.opened',
      payload: { conversation: opened, customer },
    },
    ...facts.map((fact): Unnumbered => ({ ...fact, scope })),
    {
      at: last,
      scope,
      event: 'receipt.advanced',
      payload: {
        conversationId: opened.id,
        deliveredSeq: conversation.deliveredSeq,
        readSeq: conversation.readSeq,
      },
    },
    ...entries.flatMap(({ agentId, entry }): Unnumbered[] => [
      { at: last, scope: `agent:${agentId}`, event: 'list-entry.changed', payload: { entry } },
      { at: last, scope: `agent:${agentId}`, event: 'scope.followed', payload: { scope } },
    ]),
  ]
}
