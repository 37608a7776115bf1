import * as z from 'zod'

const id = <const Name extends string>(_name: Name) =>
  z
    .string()
    .regex(/^[\w-]{1,64}$/u)
    .brand<Name>()

export const OrganizationId = id('OrganizationId')
export type OrganizationId = z.infer<typeof OrganizationId>
export const AgentId = id('AgentId')
export type AgentId = z.infer<typeof AgentId>
export const DepartmentId = id('DepartmentId')
export type DepartmentId = z.infer<typeof DepartmentId>
export const RoleId = id('RoleId')
export type RoleId = z.infer<typeof RoleId>
export const GroupId = id('GroupId')
export type GroupId = z.infer<typeof GroupId>
export const CustomerId = id('CustomerId')
export type CustomerId = z.infer<typeof CustomerId>
export const IdentityId = id('IdentityId')
export type IdentityId = z.infer<typeof IdentityId>
export const ConversationId = id('ConversationId')
export type ConversationId = z.infer<typeof ConversationId>
export const SessionId = id('SessionId')
export type SessionId = z.infer<typeof SessionId>
/** Made by whoever writes the message; it stays the same through every retry (R-06-061). */
export const MessageId = id('MessageId')
export type MessageId = z.infer<typeof MessageId>
/** Made by whoever writes it. */
export const ScheduledMessageId = id('ScheduledMessageId')
export type ScheduledMessageId = z.infer<typeof ScheduledMessageId>
export const WidgetId = id('WidgetId')
export type WidgetId = z.infer<typeof WidgetId>
export const FileId = id('FileId')
export type FileId = z.infer<typeof FileId>
export const TagId = id('TagId')
export type TagId = z.infer<typeof TagId>
export const ColorMarkId = id('ColorMarkId')
export type ColorMarkId = z.infer<typeof ColorMarkId>
export const StageId = id('StageId')
export type StageId = z.infer<typeof StageId>
export const CustomFieldId = id('CustomFieldId')
export type CustomFieldId = z.infer<typeof CustomFieldId>
export const FollowRecordId = id('FollowRecordId')
export type FollowRecordId = z.infer<typeof FollowRecordId>
export const TopicId = id('TopicId')
export type TopicId = z.infer<typeof TopicId>
export const GreetingId = id('GreetingId')
export type GreetingId = z.infer<typeof GreetingId>
export const NavEntryId = id('NavEntryId')
export type NavEntryId = z.infer<typeof NavEntryId>
export const QuickReplyId = id('QuickReplyId')
export type QuickReplyId = z.infer<typeof QuickReplyId>
export const QuickEntryId = id('QuickEntryId')
export type QuickEntryId = z.infer<typeof QuickEntryId>
export const InvitationRuleId = id('InvitationRuleId')
export type InvitationRuleId = z.infer<typeof InvitationRuleId>
export const InvitationId = id('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>
/** Somebody on a page now; another one at their next visit. */
export const VisitorId = id('VisitorId')
export type VisitorId = z.infer<typeof VisitorId>
export const RoutingRuleId = id('RoutingRuleId')
export type RoutingRuleId = z.infer<typeof RoutingRuleId>
export const BotId = id('BotId')
export type BotId = z.infer<typeof BotId>
export const RouterId = id('RouterId')
export type RouterId = z.infer<typeof RouterId>
export const OfferId = id('OfferId')
export type OfferId = z.infer<typeof OfferId>
export const TransferRequestId = id('TransferRequestId')
export type TransferRequestId = z.infer<typeof TransferRequestId>
export const ContactGroupId = id('ContactGroupId')
export type ContactGroupId = z.infer<typeof ContactGroupId>
export const SessionNoteId = id('SessionNoteId')
export type SessionNoteId = z.infer<typeof SessionNoteId>
export const DeviceId = id('DeviceId')
export type DeviceId = z.infer<typeof DeviceId>
