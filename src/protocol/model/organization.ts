import * as z from 'zod'

import { BusinessHours } from './hours.ts'
import { AgentId, DepartmentId, OrganizationId, RoleId } from './ids.ts'
import { COMPANY_LIMITS } from './limits.ts'
import { OFF_HOURS_DEFAULT, OffHoursPlan, Overflow } from './measure.ts'
import { Permission } from './permission.ts'
import { line, Version } from './primitives.ts'
import { Channel } from './session.ts'
import { isNotice } from './widgetDefaults.ts'

const hours = (usual: number) => z.int().min(1).max(8760).default(usual)

/** How an arriving session is given to one of several receivable agents (R-02-088). */
export const RoutingPolicy = z.enum(['idle-rate', 'least-load'])
export type RoutingPolicy = z.infer<typeof RoutingPolicy>

/** So many hours after the customer's last word a way to them closes, by channel; those that are not here do not (R-02-289). */
export const PathWindows = z.object({
  im: hours(336),
  'wechat-oa': hours(48),
  'wecom-kf': hours(48),
  miniprogram: hours(48),
})
export type PathWindows = z.infer<typeof PathWindows>
export const PATH_WINDOWS: PathWindows = PathWindows.parse({})

const replies = (usual: number | null) => z.int().min(1).max(1000).nullable().default(usual)

/** So often we may speak after each word of the customer, by channel; null: as often as we like (R-02-289). */
export const PathReplies = z.object({
  im: replies(null),
  'wechat-oa': replies(5),
  'wecom-kf': replies(5),
  miniprogram: replies(5),
})
export type PathReplies = z.infer<typeof PathReplies>
export const PATH_REPLIES: PathReplies = PathReplies.parse({})

/** How customers are given to agents, apart from what single groups decide (chapter 02 section 25). */
export const ReceptionSettings = z.object({
  /** Whoever cannot be received at once waits; off: the emergency agents, then anybody of the group (R-02-101). */
  pool: z.boolean(),
  /** Who receives, whatever their load, when nobody of a group can (R-02-102). */
  emergencyAgentIds: z.array(AgentId).max(50),
  /** A customer who comes back so soon gets the same agent; 0: never (R-02-087). */
  returningHours: z.int().min(0).max(720),
  /** Agents may take more customers out of the pool than their capacity (R-02-119). */
  acceptOverCapacity: z.boolean(),
  /** Whoever becomes free is given what waits for their groups (R-02-124). */
  autoAssignGroupPool: z.boolean(),
  /** Without a word of the customer after the agent's last one a session ends (R-02-154). */
  idleEndMinutes: z.int().min(5).max(1440),
  /**
   * A session in which the agent had the last word does not count for their capacity after so many minutes, until somebody
   * writes again; 0: it always counts.
   */
  restMinutes: z.int().min(0).max(1440).default(0),
  /** A session can be given on for so long after the customer's last word (R-02-204). */
  transferWindowMinutes: z.int().min(1).max(1440),
  /** What is done where nobody can receive, by channel; a channel that is not there follows `OVERFLOW_DEFAULT` (R-02-100). */
  overflow: z.partialRecord(Channel, Overflow).default({}),
  /** When groups receive that have no hours of their own; null: always (R-02-180). */
  hours: BusinessHours.nullable().default(null),
  /** What is done outside business hours, where a group has no plan of its own (R-02-181). */
  offHours: OffHoursPlan.default(OFF_HOURS_DEFAULT),
  /** Owners who can receive get their customers outside the hours too (R-02-181). */
  ownerIgnoresHours: z.boolean().default(true),
  /** Owners receive their customers also where an entry names another single agent (R-02-086). */
  ownerBeatsSingleReceiver: z.boolean().default(false),
  /** So soon a left message is answered, counted from when somebody is there (R-18-022). */
  messageAnswerHours: z.int().min(1).max(336).default(24),
  /** Agents whom nothing but a mobile connects are given sessions too (R-02-063). */
  receiveOnMobile: z.boolean().default(true),
  /** How long each way to a customer stays open. */
  pathWindows: PathWindows.default(PATH_WINDOWS),
  pathReplies: PathReplies.default(PATH_REPLIES),
  /** With so many who are no friends an agent may begin a conversation on one day (R-02-292). */
  outboundQuota: z.int().min(0).max(10_000).default(100),
  /** Whoever writes to the main account itself is received like a customer of an entry; off: they wait (R-02-093). */
  mainAutoAccept: z.boolean().default(false),
})
export type ReceptionSettings = z.infer<typeof ReceptionSettings>

/** What holds until somebody decides otherwise. */
export const RECEPTION_DEFAULTS: ReceptionSettings = {
  pool: true,
  emergencyAgentIds: [],
  returningHours: 24,
  acceptOverCapacity: false,
  autoAssignGroupPool: false,
  idleEndMinutes: 30,
  restMinutes: 0,
  transferWindowMinutes: 30,
  overflow: {},
  hours: null,
  offHours: OFF_HOURS_DEFAULT,
  ownerIgnoresHours: true,
  ownerBeatsSingleReceiver: false,
  messageAnswerHours: 24,
  receiveOnMobile: true,
  pathWindows: PATH_WINDOWS,
  pathReplies: PATH_REPLIES,
  outboundQuota: 100,
  mainAutoAccept: false,
}

/** Who the company is, as customers read it beside the chat (R-18-012). */
export const CompanyProfile = z.object({
  introduction: z.string().trim().max(COMPANY_LIMITS.introduction),
  address: line(0, COMPANY_LIMITS.address),
  phone: line(0, COMPANY_LIMITS.phone),
  email: line(0, COMPANY_LIMITS.email),
  site: line(0, COMPANY_LIMITS.site),
  /** Address of its privacy notice, `https` only; empty: none is named (R-18-058). */
  privacy: line(0, COMPANY_LIMITS.privacy)
    .refine((address) => address === '' || isNotice(address))
    .default(''),
})
export type CompanyProfile = z.infer<typeof CompanyProfile>

export const Organization = z.object({
  id: OrganizationId,
  name: line(1, 64),
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: z.string().max(64),
  language: z.enum(['zh-CN', 'en']),
  policy: RoutingPolicy,
  /** Most sessions an agent may have at once, where the agent has no own figure (R-02-066). */
  capacity: z.int().min(1).max(200),
  /** When the waiting time of a customer turns to the waiting colour. */
  waitingLimitMs: z.int().min(0),
  reception: ReceptionSettings,
  /** Not there while nobody has written any. */
  profile: CompanyProfile.optional(),
  /** Pages that messages lead to are read by the server and shown to agents (R-06-135); not there: they are not. */
  linkPreviews: z.boolean().optional(),
  version: Version,
})
export type Organization = z.infer<typeof Organization>

export const Department = z.object({
  id: DepartmentId,
  parentId: DepartmentId.nullable(),
  name: line(1, 64),
  position: z.int(),
})
export type Department = z.infer<typeof Department>

export const Role = z.object({
  id: RoleId,
  name: line(1, 64),
  permissions: z.array(Permission),
})
export type Role = z.infer<typeof Role>
