import * as z from 'zod'

import { Instant, Revision, Scope } from '../model/index.ts'
import {
  listEntryChanged,
  listEntryRemoved,
  privateRemarkChanged,
  scopeFollowed,
  scopeLost,
} from './agents.ts'
import type { EventDeclaration } from './event.ts'
import {
  agentChanged,
  botChanged,
  botRemoved,
  departmentChanged,
  greetingsChanged,
  groupChanged,
  groupRemoved,
  invitationsChanged,
  navMenuChanged,
  organizationChanged,
  quickReplyChanged,
  quickReplyRemoved,
  roleChanged,
  routerChanged,
  routerRemoved,
  routingRulesChanged,
  surveyChanged,
  tagChanged,
  topicsChanged,
  widgetChanged,
  widgetDeleted,
} from './organization.ts'
import { poolChanged, poolEntered, poolLeft } from './pool.ts'
import {
  conversationJoined,
  conversationOpened,
  customerChanged,
  messageRecalled,
  messageSent,
  pathChanged,
  receiptAdvanced,
  sessionActivated,
  sessionAssigned,
  sessionEnded,
  sessionOffered,
  sessionQueued,
  sessionRated,
  sessionRequested,
  sessionTopicChanged,
  surveySent,
} from './threads.ts'

/** Every event there is. A new one without an applier does not compile, without a case of the sync law fails the tests. */
export const events = {
  'organization.changed': organizationChanged,
  'department.changed': departmentChanged,
  'role.changed': roleChanged,
  'agent.changed': agentChanged,
  'group.changed': groupChanged,
  'group.removed': groupRemoved,
  'survey.changed': surveyChanged,
  'invitations.changed': invitationsChanged,
  'routing-rules.changed': routingRulesChanged,
  'bot.changed': botChanged,
  'bot.removed': botRemoved,
  'router.changed': routerChanged,
  'router.removed': routerRemoved,
  'greetings.changed': greetingsChanged,
  'nav-menu.changed': navMenuChanged,
  'tag.changed': tagChanged,
  'topics.changed': topicsChanged,
  'widget.changed': widgetChanged,
  'widget.deleted': widgetDeleted,
  'quick-reply.changed': quickReplyChanged,
  'quick-reply.removed': quickReplyRemoved,
  'list-entry.changed': listEntryChanged,
  'list-entry.removed': listEntryRemoved,
  'private-remark.changed': privateRemarkChanged,
  'scope.followed': scopeFollowed,
  'scope.lost': scopeLost,
  'conversation.opened': conversationOpened,
  'conversation.joined': conversationJoined,
  'path.changed': pathChanged,
  'message.sent': messageSent,
  'message.recalled': messageRecalled,
  'receipt.advanced': receiptAdvanced,
  'customer.changed': customerChanged,
  'session.requested': sessionRequested,
  'session.queued': sessionQueued,
  'session.assigned': sessionAssigned,
  'session.activated': sessionActivated,
  'session.ended': sessionEnded,
  'session.offered': sessionOffered,
  'session.topic-changed': sessionTopicChanged,
  'survey.sent': surveySent,
  'session.rated': sessionRated,
  'pool.entered': poolEntered,
  'pool.changed': poolChanged,
  'pool.left': poolLeft,
} as const satisfies { readonly [Name in string]: EventDeclaration<Name> }

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.infer<Events[N]['payload']>

/** An entry of the organisation's log, as it is stored and as it travels. */
export type LogEntry = {
  [N in EventName]: {
    readonly revision: number
    readonly scope: Scope
    readonly event: N
    readonly payload: EventPayload<N>
    readonly at: number
  }
}[EventName]

/** The frame around a payload; the payload itself is parsed by the declaration of its event. */
export const LogEntryEnvelope = z.object({
  revision: Revision,
  scope: Scope,
  event: z.string().max(64),
  payload: z.unknown(),
  at: Instant,
})
