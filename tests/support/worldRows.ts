/** The organisation of the test world, written straight into an empty database. */
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import type {
  Agent,
  AgentId,
  Department,
  DepartmentId,
  GroupId,
  OrganizationId,
  Permission,
  QuickReply,
  QuickReplyId,
  RoleId,
  Tag,
  TagId,
  TopicId,
  WidgetId,
} from '../../src/protocol/model/index.ts'
import { insertPresence } from '../../src/server/db/agentPresence.ts'
import { insertAgent } from '../../src/server/db/agents.ts'
import { insertDepartment } from '../../src/server/db/departments.ts'
import { insertOrganization, takeAgentNumber } from '../../src/server/db/organizations.ts'
import type { Db } from '../../src/server/db/port.ts'
import { insertQuickReply } from '../../src/server/db/quickReplies.ts'
import { insertGroup } from '../../src/server/db/receptionGroups.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { insertTag } from '../../src/server/db/tags.ts'
import { saveTopicList } from '../../src/server/db/topics.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import { widgetRow } from './widgetRow.ts'

export const ORGANIZATION = 'org-1' as OrganizationId
export const DEPARTMENT = 'department-1' as DepartmentId
export const ROLE = 'role-agent' as RoleId
export const SUPERVISOR_ROLE = 'role-supervisor' as RoleId
export const GROUP = 'group-main' as GroupId
export const OTHER_GROUP = 'group-other' as GroupId
export const TAGS = ['tag-1', 'tag-2', 'tag-3'] as TagId[]
export const TOPIC = 'topic-1' as TopicId
export const QUICK_REPLY = 'quick-reply-1' as QuickReplyId

/** Leads to the main group, or to one agent. */
export const WIDGET = 'widget-group' as WidgetId
export const widgetOf = (agentId: AgentId): WidgetId => `widget-${agentId}` as WidgetId

export const agentIdOf = (number: number): AgentId => `agent-${number}` as AgentId

export const department = (name: string): Department => ({
  id: DEPARTMENT,
  parentId: null,
  name,
  position: 0,
})
export const tag = (id: TagId, name: string): Tag => ({
  id,
  groupName: '意向',
  name,
  color: 'blue',
  position: 0,
})
export const quickReply = (id: QuickReplyId, ownerId: AgentId | null, text: string): QuickReply => ({
  id,
  ownerId,
  groupName: '常用',
  title: '问候',
  texts: [text],
  files: [],
  position: 0,
  version: 1,
})

const AGENT_PERMISSIONS: Permission[] = [
  'client.sign-in',
  'chat.external',
  'ai.use',
  'reception.receive',
  'reception.transfer',
  'customer.edit',
  'remark.private',
]

export interface WorldRowsOptions {
  /** How many agents: `agent-1` …; the last one sees the whole pool. */
  readonly agents: number
  readonly capacity: number
  readonly at: number
}

export const insertWorldRows = async (db: Db, { agents, capacity, at }: WorldRowsOptions): Promise<void> =>
  db.transaction(async (tx) => {
    await insertOrganization(
      tx,
      {
        id: ORGANIZATION,
        name: '栖木',
        timeZone: 'Asia/Shanghai',
        language: 'zh-CN',
        policy: 'least-load',
        capacity,
        waitingLimitMs: 60_000,
        reception: RECEPTION_DEFAULTS,
        version: 1,
      },
      { epoch: 'epoch-1', at },
    )
    await insertDepartment(tx, ORGANIZATION, department('客服部'))
    await insertRole(tx, ORGANIZATION, { id: ROLE, name: '客服', permissions: AGENT_PERMISSIONS })
    await insertRole(tx, ORGANIZATION, {
      id: SUPERVISOR_ROLE,
      name: '主管',
      permissions: [...AGENT_PERMISSIONS, 'customer.config'],
    })
    const memberIds = Array.from({ length: agents }, (_, index) => agentIdOf(index + 1))
    for (const [index, id] of memberIds.entries()) {
      const agent: Agent = {
        id,
        account: id,
        number: await takeAgentNumber(tx, ORGANIZATION),
        name: `员工${index + 1}`,
        outwardName: `客服${index + 1}`,
        avatarFileId: null,
        departmentId: DEPARTMENT,
        roleIds: [index === agents - 1 ? SUPERVISOR_ROLE : ROLE],
        capacity: null,
        superAdmin: false,
        disabled: false,
      }
      await insertAgent(tx, ORGANIZATION, agent, { passwordHash: 'none', at })
      await insertPresence(tx, ORGANIZATION, id, { reception: true })
    }
    await insertGroup(tx, ORGANIZATION, {
      id: GROUP,
      name: '在线客服',
      memberIds,
      main: true,
      ...GROUP_DEFAULTS,
    })
    await insertGroup(tx, ORGANIZATION, {
      id: OTHER_GROUP,
      name: '售后',
      memberIds: [],
      main: false,
      ...GROUP_DEFAULTS,
    })
    for (const [index, id] of TAGS.entries()) await insertTag(tx, ORGANIZATION, tag(id, `标签${index + 1}`))
    await saveTopicList(tx, ORGANIZATION, {
      on: true,
      required: false,
      topics: [{ id: TOPIC, parentId: null, name: '物流', removed: false }],
      version: 1,
    })
    await insertQuickReply(tx, ORGANIZATION, quickReply(QUICK_REPLY, null, '您好，请问有什么可以帮您？'))
    await insertWidget(tx, ORGANIZATION, widgetRow(WIDGET, { kind: 'group', groupId: GROUP }, at))
    for (const agentId of memberIds) {
      await insertWidget(tx, ORGANIZATION, widgetRow(widgetOf(agentId), { kind: 'agent', agentId }, at))
    }
  })
