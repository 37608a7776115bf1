import { createHash } from 'node:crypto'

import { createIds, type Ids } from '../../src/base/ids.ts'
import { silentLogger, type Logger } from '../../src/base/logger.ts'
import type { CommandArgs, CommandName, CommandResult } from '../../src/protocol/commands/index.ts'
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import type {
  Agent,
  AgentId,
  ConversationId,
  GroupId,
  MessageId,
  OrganizationId,
  Permission,
  RoleId,
  WidgetId,
} from '../../src/protocol/model/index.ts'
import { insertPresence } from '../../src/server/db/agentPresence.ts'
import { insertAgent } from '../../src/server/db/agents.ts'
import { openDatabase, type DatabaseAddress } from '../../src/server/db/open.ts'
import { insertOrganization } from '../../src/server/db/organizations.ts'
import type { Db } from '../../src/server/db/port.ts'
import { insertGroup } from '../../src/server/db/receptionGroups.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import { createEngine } from '../../src/server/engine/createEngine.ts'
import type {
  AgentPrincipal,
  CommandOutcome,
  Committed,
  CustomerPrincipal,
  Engine,
  Principal,
} from '../../src/server/engine/types.ts'
import type { LanguageTrial } from '../../src/server/language/languageTrial.ts'
import type { TranslateText } from '../../src/server/language/textTranslator.ts'
import type { VisitorList } from '../../src/server/visits/visitBook.ts'
import { createTestClock, type TestClock } from './clock.ts'
import type { TestDatabases } from './databases.ts'
import { widgetRow } from './widgetRow.ts'

export const ORGANIZATION = 'org-1' as OrganizationId
export const GROUP = 'group-main' as GroupId
export const OTHER_GROUP = 'group-other' as GroupId
export const WIDGET = 'widget-1' as WidgetId

const AGENT_PERMISSIONS: Permission[] = [
  'client.sign-in',
  'chat.external',
  'reception.receive',
  'reception.transfer',
  'customer.edit',
]

export interface ReceptionOptions {
  readonly address: DatabaseAddress
  /** How many agents: `agent-1` … in the main group. */
  readonly agents?: number
  readonly capacity?: number
  /** What everybody may do besides receiving. */
  readonly permissions?: readonly Permission[]
  readonly clock?: TestClock
  readonly log?: Logger
  /** Who is on the pages; nobody unless said. */
  readonly visitors?: VisitorList
  /** Sessions a customer may ask for in an hour without an answer; any number unless said. */
  readonly mostRequests?: number
  /** Who asks speech and translation services; nobody unless said. */
  readonly tryLanguage?: LanguageTrial
  readonly translateText?: TranslateText
  /** The database holds an organisation already: a restart. */
  readonly keep?: boolean
}

/** A server's kernel with an organisation, without any network. */
export interface Reception {
  readonly db: Db
  readonly clock: TestClock
  readonly ids: Ids
  readonly engine: Engine
  readonly commits: Committed[]
  agent(number: number): AgentPrincipal
  /** A visitor of the widget; the same name is the same visitor. */
  customer(name: string, channel?: 'web' | 'im', widgetId?: WidgetId): Promise<CustomerPrincipal>
  run<N extends CommandName>(
    principal: Principal,
    name: N,
    args: CommandArgs<N>,
    id?: string,
  ): Promise<CommandOutcome>
  /** Runs a command that must succeed. */
  done<N extends CommandName>(
    principal: Principal,
    name: N,
    args: CommandArgs<N>,
    id?: string,
  ): Promise<CommandResult<N>>
  write(customer: CustomerPrincipal, text: string): Promise<CommandResult<'customer.write'>>
  send(
    agent: AgentPrincipal,
    conversationId: ConversationId,
    text: string,
    seenSeq?: number | null,
  ): Promise<CommandOutcome>
  /** Connects agents at their computers, so that they are receivable. */
  arrive(...numbers: number[]): Promise<void>
  close(): Promise<void>
}

export const openReception = async (options: ReceptionOptions): Promise<Reception> => {
  const clock = options.clock ?? createTestClock()
  const log = options.log ?? silentLogger
  const ids = createIds(clock)
  const db = await openDatabase(options.address, { clock, log })
  if (!options.keep) await createRows(db, clock, options)
  const engine = createEngine({
    db,
    clock,
    ids,
    log,
    search: { find: async () => [] },
    ...(options.visitors && { visitors: options.visitors }),
    ...(options.tryLanguage && { tryLanguage: options.tryLanguage }),
    ...(options.translateText && { translateText: options.translateText }),
    ...(options.mostRequests && { mostRequests: options.mostRequests }),
    files: {
      linkTo: (_organizationId, fileId) => ({ url: `/files/${fileId}`, expiresAt: clock.now() }),
      isKept: async () => true,
    },
  })
  const commits: Committed[] = []
  engine.onCommitted((change) => commits.push(change))

  const agent = (number: number): AgentPrincipal => ({
    kind: 'agent',
    organizationId: ORGANIZATION,
    agentId: `agent-${number}` as AgentId,
    permissions: new Set(),
  })
  const run: Reception['run'] = async (principal, name, args, id = ids.next()) =>
    engine.run({ principal, id, name, args })
  const done: Reception['done'] = async <N extends CommandName>(
    principal: Principal,
    name: N,
    args: CommandArgs<N>,
    id?: string,
  ) => {
    const outcome = await run(principal, name, args, id)
    if (!outcome.ok)
      throw new Error(`${name} was refused: ${outcome.code} ${JSON.stringify(outcome.details)}`)
    return outcome.value.result as CommandResult<N>
  }

  return {
    db,
    clock,
    ids,
    engine,
    commits,
    agent,
    run,
    done,
    customer: async (name, channel = 'web', widgetId = WIDGET) => {
      const opened = await engine.runInternal(ORGANIZATION, 'identity.open', {
        widgetId,
        channel,
        keyHash: createHash('sha256').update(name).digest('hex'),
        source: { kind: 'site', host: 'www.example.com', words: '', campaign: {} },
        language: 'zh-CN',
      })
      if (!opened.ok) throw new Error(`identity.open was refused: ${opened.code}`)
      const { identityId, customerId, conversationId } = opened.value
      const ids = { identityId, customerId, conversationId }
      return { kind: 'customer', organizationId: ORGANIZATION, ...ids, widgetId }
    },
    write: async (customer, text) => {
      const id = ids.next() as MessageId
      return done(customer, 'customer.write', { id, body: { kind: 'text', text } }, id)
    },
    send: async (principal, conversationId, text, seenSeq = null) => {
      const id = ids.next() as MessageId
      return run(principal, 'message.send', { conversationId, id, body: { kind: 'text', text }, seenSeq }, id)
    },
    arrive: async (...numbers) => {
      for (const number of numbers) {
        const { agentId } = agent(number)
        await engine.runInternal(ORGANIZATION, 'agent.connected', { agentId, device: 'computer' })
      }
    },
    close: async () => {
      await engine.stop()
      await db.close()
    },
  }
}

/** Runs a test with a reception over a new database of the kind, and closes it whatever happens. */
export const receptionsOf =
  (databases: TestDatabases) =>
  async (
    options: Omit<ReceptionOptions, 'address' | 'keep'>,
    test: (reception: Reception) => Promise<void>,
  ): Promise<void> => {
    const address = await databases.fresh()
    if (!address) return
    const reception = await openReception({ address, ...options })
    try {
      await test(reception)
    } finally {
      await reception.close()
    }
  }

const createRows = async (
  db: Db,
  clock: TestClock,
  { agents = 3, capacity = 10, permissions = [] }: ReceptionOptions,
): Promise<void> => {
  const at = clock.now()
  await db.transaction(async (tx) => {
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
    const roleId = 'role-agent' as RoleId
    await insertRole(tx, ORGANIZATION, {
      id: roleId,
      name: '客服',
      permissions: [...AGENT_PERMISSIONS, ...permissions],
    })
    const people: Agent[] = Array.from({ length: agents }, (_, index) => ({
      id: `agent-${index + 1}` as AgentId,
      account: `agent${index + 1}`,
      number: index + 1,
      name: `员工${index + 1}`,
      outwardName: `客服${index + 1}`,
      avatarFileId: null,
      departmentId: null,
      roleIds: [roleId],
      capacity: null,
      superAdmin: false,
      disabled: false,
    }))
    for (const person of people) {
      await insertAgent(tx, ORGANIZATION, person, { passwordHash: 'none', at })
      await insertPresence(tx, ORGANIZATION, person.id, { reception: true })
    }
    const memberIds = people.map(({ id }) => id)
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
    await insertWidget(tx, ORGANIZATION, widgetRow(WIDGET, { kind: 'group', groupId: GROUP }, at))
  })
}
