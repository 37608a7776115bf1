import { rmSync } from 'node:fs'

import { systemClock, type Clock } from '../../src/base/clock.ts'
import { createIds, type Ids } from '../../src/base/ids.ts'
import { silentLogger, type Logger } from '../../src/base/logger.ts'
/** The real server in this process, on a free port, with a small organisation. */
import { GROUP_DEFAULTS, RECEPTION_DEFAULTS } from '../../src/protocol/model/index.ts'
import type {
  Agent,
  AgentId,
  GroupId,
  Organization,
  OrganizationId,
  RoleId,
  WidgetId,
} from '../../src/protocol/model/index.ts'
import type { SignedIn } from '../../src/protocol/wire/index.ts'
import { startServer, type Server } from '../../src/server/app/compose.ts'
import type { Config } from '../../src/server/app/config.ts'
import { hashPassword } from '../../src/server/auth/password.ts'
import { insertPresence } from '../../src/server/db/agentPresence.ts'
import { insertAgent } from '../../src/server/db/agents.ts'
import { openDatabase } from '../../src/server/db/open.ts'
import { insertOrganization } from '../../src/server/db/organizations.ts'
import { insertGroup } from '../../src/server/db/receptionGroups.ts'
import { insertRole } from '../../src/server/db/roles.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import type { Outside } from '../../src/server/outbound/get.ts'
import { connectAgent, type AgentClient, type AgentHelloOptions } from './agentClient.ts'
import { connectCustomer, type CustomerClient, type CustomerHelloOptions } from './customerClient.ts'
import { makeFastFolder } from './fastFolder.ts'
import { freePort } from './freePort.ts'
import { newSqlite } from './sqlite.ts'
import { widgetRow } from './widgetRow.ts'

export const ORGANIZATION = 'org' as OrganizationId
export const WIDGET = 'widget' as WidgetId
/** Carried by one site only. */
export const BOUND_WIDGET = 'widget-bound' as WidgetId
export const PASSWORD = 'correct horse 电池'

/** `anna` and `ben` receive, `boss` is the super admin, `gone` is disabled, `writer` may not use the client. */
export type Account = 'anna' | 'ben' | 'boss' | 'gone' | 'writer'

export interface ServerWorld {
  readonly url: string
  readonly folder: string
  readonly ids: Ids
  readonly server: Server
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  signIn(account: Account, deviceId?: string): Promise<SignedIn>
  agent(account: Account, hello?: Omit<AgentHelloOptions, 'token'>): Promise<AgentClient & { token: string }>
  customer(hello?: Partial<CustomerHelloOptions>): Promise<CustomerClient>
  /** Stops and starts again on the same data and port. */
  restart(): Promise<void>
  dispose(): Promise<void>
}

export interface ServerWorldOptions {
  readonly config?: Partial<Config>
  readonly clock?: Clock
  readonly log?: Logger
  /** Sessions an agent may have at once; 0 would be no routing, so arrivals wait when agents are away. */
  readonly capacity?: number
  /** The company has pages read that messages lead to, where they lie. */
  readonly outside?: Outside
}

export const startServerWorld = async (options: ServerWorldOptions = {}): Promise<ServerWorld> => {
  const { clock = systemClock, log = silentLogger, capacity = 10 } = options
  const folder = makeFastFolder('foyer-server-')
  const ids = createIds(clock)
  const { outside } = options
  await createRows(folder, clock, { capacity, linkPreviews: outside !== undefined })
  const world = { clock, ids, log, ...(outside && { outside }) }
  const config = (port: number): Config => ({
    data: folder,
    port,
    host: '127.0.0.1',
    demo: false,
    demoNewcomers: false,
    parent: false,
    webRoot: undefined,
    widgetRoot: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    origins: [],
    trustedProxies: [],
    metricsToken: undefined,
    messageSearch: true,
    privateWebhooks: false,
    mail: undefined,
    logLevel: 'error',
    limitScale: 1,
    ...options.config,
  })
  let server = await startServer(config(await freePort()), world)
  const { url } = server

  const post: ServerWorld['post'] = async (path, body, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const signIn: ServerWorld['signIn'] = async (account, deviceId = 'device-1') => {
    const device = { id: deviceId, kind: 'web', name: 'test' }
    const response = await post('/api/sign-in', { account, password: PASSWORD, device })
    if (!response.ok) throw new Error(`${account}: ${response.status} ${await response.text()}`)
    return (await response.json()) as SignedIn
  }

  return {
    url,
    folder,
    ids,
    get server() {
      return server
    },
    post,
    signIn,
    agent: async (account, hello = {}) => {
      const { token } = await signIn(account, hello.deviceId)
      return { ...(await connectAgent(url, ids, { token, ...hello })), token }
    },
    customer: async (hello = {}) => connectCustomer(url, ids, { widgetId: WIDGET, ...hello }),
    restart: async () => {
      const { port } = server
      await server.stop()
      server = await startServer(config(port), world)
    },
    dispose: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const createRows = async (
  folder: string,
  clock: Clock,
  company: Pick<Organization, 'capacity' | 'linkPreviews'>,
): Promise<void> => {
  const at = clock.now()
  const passwordHash = await hashPassword(PASSWORD)
  const db = await openDatabase(newSqlite(folder), { clock, log: silentLogger })
  const roleId = 'role-agent' as RoleId
  const people: readonly (Pick<Agent, 'account' | 'roleIds'> & Partial<Agent>)[] = [
    { account: 'anna', roleIds: [roleId] },
    { account: 'ben', roleIds: [roleId] },
    { account: 'boss', roleIds: [], superAdmin: true },
    { account: 'gone', roleIds: [roleId], disabled: true },
    { account: 'writer', roleIds: ['role-writer' as RoleId] },
  ]
  await db.transaction(async (tx) => {
    await insertOrganization(
      tx,
      {
        id: ORGANIZATION,
        name: 'Qimu',
        timeZone: 'Asia/Shanghai',
        language: 'zh-CN',
        policy: 'least-load',
        ...company,
        waitingLimitMs: 60_000,
        reception: RECEPTION_DEFAULTS,
        version: 1,
      },
      { epoch: 'epoch-1', at },
    )
    await insertRole(tx, ORGANIZATION, {
      id: roleId,
      name: 'Agent',
      permissions: [
        'client.sign-in',
        'chat.external',
        'reception.receive',
        'reception.transfer',
        'customer.edit',
        'remark.private',
      ],
    })
    await insertRole(tx, ORGANIZATION, {
      id: 'role-writer' as RoleId,
      name: 'Writer',
      permissions: ['quickreply.company'],
    })
    for (const [index, person] of people.entries()) {
      const id = person.account as AgentId
      const agent: Agent = {
        id,
        number: index + 1,
        name: `Real name of ${person.account}`,
        outwardName: `Desk ${index + 1}`,
        avatarFileId: null,
        departmentId: null,
        capacity: null,
        superAdmin: false,
        disabled: false,
        ...person,
      }
      await insertAgent(tx, ORGANIZATION, agent, { passwordHash, at })
      await insertPresence(tx, ORGANIZATION, id, { reception: true })
    }
    const groupId = 'group' as GroupId
    const memberIds = ['anna', 'ben'] as AgentId[]
    await insertGroup(tx, ORGANIZATION, {
      id: groupId,
      name: 'Main',
      memberIds,
      main: true,
      ...GROUP_DEFAULTS,
    })
    const widget = { ...widgetRow(WIDGET, { kind: 'group', groupId }, at), title: 'Desk', welcome: 'Hello' }
    await insertWidget(tx, ORGANIZATION, { ...widget, name: 'Shop' })
    await insertWidget(tx, ORGANIZATION, {
      ...widget,
      id: BOUND_WIDGET,
      name: 'Bound',
      origins: ['https://shop.example'],
    })
  })
  await db.close()
}
