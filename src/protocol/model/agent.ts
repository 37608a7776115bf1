import * as z from 'zod'

import { AgentId, DepartmentId, FileId, GroupId, OrganizationId, RoleId } from './ids.ts'
import { Permission } from './permission.ts'
import { line } from './primitives.ts'

/** An employee account as colleagues see it. */
export const Agent = z.object({
  id: AgentId,
  /** Sign-in name. */
  account: z.string().max(64),
  /** Running number inside the organisation; breaks ties in routing (R-02-089). */
  number: z.int().min(1),
  name: line(1, 64),
  /** The name customers see. */
  outwardName: line(1, 64),
  avatarFileId: FileId.nullable(),
  departmentId: DepartmentId.nullable(),
  roleIds: z.array(RoleId),
  /** Null: the organisation's figure. */
  capacity: z.int().min(1).max(200).nullable(),
  superAdmin: z.boolean(),
  disabled: z.boolean(),
})
export type Agent = z.infer<typeof Agent>

/** Who the connection belongs to and what they may do; decided by the server. */
export const Me = z.object({
  organizationId: OrganizationId,
  agentId: AgentId,
  permissions: z.array(Permission),
  groupIds: z.array(GroupId),
})
export type Me = z.infer<typeof Me>

export const Presence = z.enum(['online', 'suspended', 'busy', 'invisible', 'offline'])
export type Presence = z.infer<typeof Presence>
/** What an agent wants to be while they are away from all their devices (R-02-064). */
export const IdlePresence = Presence.exclude(['online', 'offline'])
export type IdlePresence = z.infer<typeof IdlePresence>

/** `mobile` only where no computer, be it with the desktop or a browser, is connected (R-02-060). */
export const AgentDevice = z.enum(['computer', 'mobile'])
export type AgentDevice = z.infer<typeof AgentDevice>

/** What the moment says of an agent; never in the log (design §2). */
export const AgentPresence = z.object({
  agentId: AgentId,
  /** As others see it: `invisible` reaches nobody but its owner. */
  presence: Presence,
  /** Whether new sessions are assigned (R-02-061). */
  reception: z.boolean(),
  load: z.int().min(0),
  capacity: z.int().min(0),
  /** Not there while offline. */
  device: AgentDevice.optional(),
})
export type AgentPresence = z.infer<typeof AgentPresence>
