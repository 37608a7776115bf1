import { newSession } from '../../src/domain/sessions/newSession.ts'
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import type {
  AgentId,
  ConversationId,
  CustomerId,
  DeviceId,
  GroupId,
  IdentityId,
  OrganizationId,
  RoleId,
  Session,
  SessionId,
  WidgetId,
} from '../../src/protocol/model/index.ts'
/** An organisation at work, written straight into an empty database: agents who each talk to a customer of their own. */
import { tokenHash } from '../../src/server/auth/tokens.ts'
import { insertAccessToken } from '../../src/server/db/accessTokens.ts'
import { insertPresence } from '../../src/server/db/agentPresence.ts'
import { insertAgent } from '../../src/server/db/agents.ts'
import { insertConversation, setLatestSession } from '../../src/server/db/conversations.ts'
import { insertCustomer } from '../../src/server/db/customers.ts'
import { insertFollow } from '../../src/server/db/follows.ts'
import { insertIdentity } from '../../src/server/db/identities.ts'
import { insertListEntry } from '../../src/server/db/listEntries.ts'
import { insertOrganization, takeAgentNumber, takeCustomerNumber } from '../../src/server/db/organizations.ts'
import type { Db, WriteDb } from '../../src/server/db/port.ts'
import { insertGroup } from '../../src/server/db/receptionGroups.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { insertSession } from '../../src/server/db/sessions.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import { widgetRow } from './widgetRow.ts'

/** An agent and the customer they talk to, with the tokens both connect with. */
export interface SeededPair {
  readonly agentId: AgentId
  readonly agentToken: string
  readonly customerToken: string
  readonly widgetId: WidgetId
  readonly conversationId: ConversationId
  readonly sessionId: SessionId
}

export interface Reception {
  readonly organizationId: OrganizationId
  readonly widgetId: WidgetId
  readonly groupId: GroupId
  readonly pairs: readonly SeededPair[]
}

export interface ReceptionOptions {
  readonly organization?: string
  readonly pairs: number
  /** Further conversations of each agent, without an open session. */
  readonly pastConversations?: number
  readonly at: number
}

const YEAR_MS = 365 * 24 * 3_600_000

export const seedReception = async (
  db: Db,
  { organization = 'bench', pairs, pastConversations = 0, at }: ReceptionOptions,
): Promise<Reception> =>
  db.transaction(async (tx) => {
    const organizationId = organization as OrganizationId
    const widgetId = `${organization}-widget` as WidgetId
    const groupId = `${organization}-group` as GroupId
    const roleId = `${organization}-role` as RoleId
    const agentIds = Array.from({ length: pairs }, (_, index) => `${organization}-agent-${index}` as AgentId)
    await insertOrganization(
      tx,
      {
        id: organizationId,
        name: organization,
        timeZone: 'Asia/Shanghai',
        language: 'zh-CN',
        policy: 'least-load',
        capacity: 10,
        waitingLimitMs: 120_000,
        reception: RECEPTION_DEFAULTS,
        version: 1,
      },
      { epoch: 'bench', at },
    )
    await insertRole(tx, organizationId, {
      id: roleId,
      name: '客服',
      permissions: [
        'client.sign-in',
        'chat.external',
        'reception.receive',
        'reception.transfer',
        'customer.edit',
      ],
    })
    for (const agentId of agentIds) await seedAgent(tx, organizationId, { agentId, roleId, load: 1, at })
    const group = {
      id: groupId,
      name: '主接待组',
      memberIds: agentIds.slice(0, 500),
      main: true,
      ...GROUP_DEFAULTS,
    }
    await insertGroup(tx, organizationId, group)
    await insertWidget(tx, organizationId, {
      ...widgetRow(widgetId, { kind: 'group', groupId }, at),
      name: organization,
      title: organization,
    })
    const seeded: SeededPair[] = []
    for (const agentId of agentIds) {
      for (let past = 0; past < pastConversations; past += 1) {
        await seedConversation(
          tx,
          organizationId,
          agentId,
          groupId,
          widgetId,
          `p${past}-${agentId}`,
          at,
          false,
        )
      }
      seeded.push(
        await seedConversation(tx, organizationId, agentId, groupId, widgetId, `c-${agentId}`, at, true),
      )
    }
    return { organizationId, widgetId, groupId, pairs: seeded }
  })

/** What a seeded agent signs in with. */
export const agentTokenOf = (agentId: AgentId): string => `token-of-${agentId}`

export interface SeededAgent {
  readonly agentId: AgentId
  readonly roleId: RoleId
  readonly load: number
  readonly at: number
}

/** An agent with reception on and a signed-in device. */
export const seedAgent = async (
  tx: WriteDb,
  organizationId: OrganizationId,
  { agentId, roleId, load, at }: SeededAgent,
): Promise<void> => {
  const agent = {
    id: agentId,
    account: agentId,
    number: await takeAgentNumber(tx, organizationId),
    name: `员工 ${agentId}`,
    outwardName: '小栖',
    avatarFileId: null,
    departmentId: null,
    roleIds: [roleId],
    capacity: null,
    superAdmin: false,
    disabled: false,
  }
  await insertAgent(tx, organizationId, agent, { passwordHash: '-', at })
  await insertPresence(tx, organizationId, agentId, { reception: true, load })
  await insertAccessToken(tx, {
    organizationId,
    agentId,
    tokenHash: tokenHash(agentTokenOf(agentId)),
    device: { id: `device-${agentId}` as DeviceId, kind: 'web', name: 'bench' },
    at,
    expiresAt: at + YEAR_MS,
  })
}

const seedConversation = async (
  tx: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  groupId: GroupId,
  widgetId: WidgetId,
  name: string,
  at: number,
  open: boolean,
): Promise<SeededPair> => {
  const customerId = `customer-${name}` as CustomerId
  const conversationId = `conversation-${name}` as ConversationId
  const sessionId = `session-${name}` as SessionId
  const customerToken = `${organizationId}.${name}`
  await insertCustomer(tx, organizationId, {
    id: customerId,
    number: await takeCustomerNumber(tx, organizationId),
    name: '',
    phone: '',
    email: '',
    company: '',
    region: '上海',
    language: 'zh-CN',
    source: '',
    type: 'new',
    ownership: 'company-pool',
    ownerId: null,
    tagIds: [],
    note: '',
    createdAt: at,
    version: 1,
  })
  await insertConversation(tx, organizationId, {
    id: conversationId,
    customerId,
    channel: 'web',
    widgetId,
    createdAt: at,
  })
  await insertIdentity(
    tx,
    organizationId,
    {
      id: `identity-${name}` as IdentityId,
      channel: 'web',
      keyHash: tokenHash(customerToken),
      customerId,
      conversationId,
      widgetId,
    },
    at,
  )
  if (open) {
    const session = activeSession({ id: sessionId, conversationId, customerId, groupId, agentId, at })
    await insertSession(tx, organizationId, { session, firstSeq: 1 })
    await setLatestSession(tx, organizationId, conversationId, sessionId)
  }
  await insertListEntry(tx, organizationId, agentId, {
    conversationId,
    readSeq: 0,
    pinned: false,
    addedAt: at,
  })
  await insertFollow(tx, organizationId, agentId, `thread:${conversationId}`, at)
  return { agentId, agentToken: agentTokenOf(agentId), customerToken, widgetId, conversationId, sessionId }
}

export interface ActiveSession extends Pick<Session, 'id' | 'conversationId' | 'customerId'> {
  readonly groupId: GroupId
  readonly agentId: AgentId
  readonly at: number
}

/** A session in which an agent of the group has answered. */
export const activeSession = ({ groupId, agentId, at, ...ids }: ActiveSession): Session =>
  newSession({
    ...ids,
    channel: 'web',
    state: 'active',
    initiator: 'customer',
    target: { kind: 'group', groupId },
    handlerId: agentId,
    why: { step: 'policy' },
    requestedAt: at,
    assignedAt: at,
    firstReplyAt: at,
    version: 3,
  })
