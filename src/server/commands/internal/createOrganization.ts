import { ok, refuse } from '../../../base/result.ts'
import { ROLE_PRESETS, type RolePreset } from '../../../domain/permissions/rolePresets.ts'
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS, WIDGET_DEFAULTS } from '../../../protocol/model/index.ts'
import type {
  Agent,
  AgentId,
  GroupId,
  Organization,
  RoleId,
  Widget,
  WidgetId,
} from '../../../protocol/model/index.ts'
import { insertPresence } from '../../db/agentPresence.ts'
import { insertAgent, isAccountTaken } from '../../db/agents.ts'
import { findOrganization, insertOrganization, takeAgentNumber } from '../../db/organizations.ts'
import { insertGroup } from '../../db/receptionGroups.ts'
import { insertRole } from '../../db/roles.ts'
import { insertWidget } from '../../db/widgets.ts'
import type { NewOrganization } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'

/**
 * An organisation with its first people, roles, group and widget.
 *
 * The super admin administers and does not receive (R-01-002), is no agent and is seen by nobody (R-01-004); the first
 * agent is a supervisor, because somebody must be able to see the others.
 */
export const createOrganization: InternalHandler<'organization.create'> = async (work, plan) => {
  const { tx, organizationId, now } = work
  if (await findOrganization(tx, organizationId)) return refuse('invalid', { path: 'organizationId' })
  for (const { account } of [plan.admin, plan.agent]) {
    if (await isAccountTaken(tx, account)) return refuse('invalid', { path: 'account' })
  }
  const organization: Organization = {
    id: organizationId,
    name: plan.name,
    timeZone: plan.timeZone,
    language: plan.language,
    policy: 'least-load',
    capacity: 10,
    waitingLimitMs: 60_000,
    reception: RECEPTION_DEFAULTS,
    version: 1,
  }
  await insertOrganization(tx, organization, { epoch: work.ids.next(), at: now })
  work.publish('org', 'organization.changed', { organization })
  const roleIds = await insertPresets(work, plan)
  const admin = await addAgent(work, {
    account: plan.admin.account,
    name: plan.admin.account,
    passwordHash: plan.admin.passwordHash,
    roleIds: [],
    superAdmin: true,
  })
  const agent = await addAgent(work, {
    ...plan.agent,
    roleIds: [roleIds.supervisor],
    superAdmin: false,
  })
  const groupId = work.ids.next() as GroupId
  const group = {
    id: groupId,
    name: WORDS[plan.language].group,
    memberIds: [agent.id],
    main: true,
    ...GROUP_DEFAULTS,
  }
  await insertGroup(tx, organizationId, group)
  work.publish('org', 'group.changed', { group })
  const widgetId = work.ids.secret(8) as WidgetId
  const { title, welcome } = WORDS[plan.language]
  const widget: Widget = {
    ...WIDGET_DEFAULTS,
    id: widgetId,
    name: title,
    title,
    welcome,
    target: { kind: 'group', groupId },
    ownerId: null,
    updatedBy: null,
    updatedAt: now,
    version: 1,
  }
  await insertWidget(tx, organizationId, widget)
  work.publish('org', 'widget.changed', { widget })
  return ok({ adminId: admin.id, agentId: agent.id, groupId, widgetId })
}

/** What customers and agents read before anybody has changed it; from then on it is the company's own text. */
const WORDS = {
  'zh-CN': {
    group: '在线客服',
    title: '在线客服',
    welcome: '您好，请问有什么可以帮您？',
  },
  en: { group: 'Reception', title: 'Chat with us', welcome: 'Hello! How can we help you?' },
} as const

const insertPresets = async (
  work: Work,
  { language }: NewOrganization,
): Promise<Record<RolePreset['key'], RoleId>> => {
  const roleIds: Partial<Record<RolePreset['key'], RoleId>> = {}
  for (const preset of ROLE_PRESETS) {
    const id = work.ids.next() as RoleId
    const role = { id, name: preset.names[language], permissions: [...preset.permissions] }
    await insertRole(work.tx, work.organizationId, role)
    work.publish('org', 'role.changed', { role })
    roleIds[preset.key] = id
  }
  const { supervisor, agent, 'quality-inspector': inspector } = roleIds
  if (!supervisor || !agent || !inspector) throw new Error('a role preset is missing')
  return { supervisor, agent, 'quality-inspector': inspector }
}

const addAgent = async (
  work: Work,
  person: Pick<Agent, 'account' | 'name' | 'roleIds' | 'superAdmin'> & { readonly passwordHash: string },
): Promise<Agent> => {
  const { tx, organizationId, now } = work
  const agent: Agent = {
    id: work.ids.next() as AgentId,
    account: person.account,
    number: person.superAdmin ? 0 : await takeAgentNumber(tx, organizationId),
    name: person.name,
    outwardName: person.name,
    avatarFileId: null,
    departmentId: null,
    roleIds: person.roleIds,
    capacity: null,
    superAdmin: person.superAdmin,
    disabled: false,
  }
  await insertAgent(tx, organizationId, agent, { passwordHash: person.passwordHash, at: now })
  await insertPresence(tx, organizationId, agent.id, { reception: !person.superAdmin })
  if (!person.superAdmin) work.publish('org', 'agent.changed', { agent })
  return agent
}
