import * as z from 'zod'

import { DepartmentId, OrganizationId, RoleId } from './ids.ts'
import { Permission } from './permission.ts'
import { line } from './primitives.ts'

/** How an arriving session is given to one of several receivable agents (R-02-088). */
export const RoutingPolicy = z.enum(['idle-rate', 'least-load'])
export type RoutingPolicy = z.infer<typeof RoutingPolicy>

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
