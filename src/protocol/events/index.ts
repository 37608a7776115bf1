import * as z from 'zod'

import { Instant, Revision, Scope } from '../model/index.ts'
import {
  agentSettingsChanged,
  chatFrozen,
  colorMarksChanged,
  contactChanged,
  contactGroupChanged,
  contactGroupRemoved,
  contactRemoved,
  draftChanged,
  listEntryChanged,
  listEntryRemoved,
  privateRemarkChanged,
  quickReplyUsed,
  reminderChanged,
  reminderRemoved,
  scheduledMessageChanged,
  scheduledMessageRemoved,
  scopeFollowed,
  scopeLost,
  transferRequestChanged,
  transferRequestRemoved,
} from './agents.ts'
import type { EventDeclaration } from './event.ts'
import {
  agentChanged,
  botChanged,
  botRemoved,
  customerSettingsChanged,
  departmentChanged,
  greetingsChanged,
  groupChanged,
  groupRemoved,
  invitationsChanged,
  navMenuChanged,
  organizationChanged,
  quickEntriesChanged,
  quickRepliesChanged,
  quickReplyChanged,
  quickReplyRemoved,
  roleChanged,
  routerChanged,
  routerRemoved,
  routingRulesChanged,
  settingDefaultsChanged,
  surveyChanged,
  tagChanged,
  topicsChanged,
  widgetChanged,
  widgetDeleted,
} from './organization.ts'
import { poolChanged, poolEntered, poolLeft } from './pool.ts'
import {
  chatChanged,
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
  sessionNoteChanged,
  sessionNoteRemoved,
  sessionOffered,
  sessionQueued,
  sessionRated,
  sessionRequested,
  sessionRested,
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
  'customer-settings.changed': customerSettingsChanged,
  'nav-menu.changed': navMenuChanged,
  'setting-defaults.changed': settingDefaultsChanged,
  'quick-entries.changed': quickEntriesChanged,
  'tag.changed': tagChanged,
  'topics.changed': topicsChanged,
  'widget.changed': widgetChanged,
  'widget.deleted': widgetDeleted,
  'quick-reply.changed': quickReplyChanged,
  'quick-replies.changed': quickRepliesChanged,
  'quick-reply.removed': quickReplyRemoved,
  'list-entry.changed': listEntryChanged,
  'list-entry.removed': listEntryRemoved,
  'chat.frozen': chatFrozen,
  'agent-settings.changed': agentSettingsChanged,
  'private-remark.changed': privateRemarkChanged,
  'draft.changed': draftChanged,
  'color-marks.changed': colorMarksChanged,
  'transfer-request.changed': transferRequestChanged,
  'transfer-request.removed': transferRequestRemoved,
  'contact-group.changed': contactGroupChanged,
  'contact-group.removed': contactGroupRemoved,
  'contact.changed': contactChanged,
  'contact.removed': contactRemoved,
  'quick-reply.used': quickReplyUsed,
  'reminder.changed': reminderChanged,
  'reminder.removed': reminderRemoved,
  'scheduled-message.changed': scheduledMessageChanged,
  'scheduled-message.removed': scheduledMessageRemoved,
  'scope.followed': scopeFollowed,
  'scope.lost': scopeLost,
  'conversation.opened': conversationOpened,
  'conversation.joined': conversationJoined,
  'chat.changed': chatChanged,
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
  'session.rested': sessionRested,
  'session-note.changed': sessionNoteChanged,
  'session-note.removed': sessionNoteRemoved,
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
