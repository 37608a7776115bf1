/**
 * The demonstration: an organisation with two months behind it, a shop page that carries the widget, and customers who
 * are waiting and answer.
 */
import { randomInt } from 'node:crypto'

import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId, OrganizationId, WidgetId } from '../../protocol/model/index.ts'
import { hashPassword } from '../auth/password.ts'
import { newToken, tokenHash } from '../auth/tokens.ts'
import { organizationIds } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import { agents, DESK_AGENT, organization, SECOND_AGENT, SUPER_ADMIN, widgets } from './content/company.ts'
import { createContent, type DemoThread } from './content/content.ts'
import { gatherCrowd } from './customers/crowd.ts'
import { connectCustomer } from './customers/customerConnection.ts'
import type { Player } from './customers/player.ts'
import { createDemoFolder, type DemoAccount, type DemoFolder } from './demoFolder.ts'
import { startDialogue } from './dialogue/dialogue.ts'
import { scriptById } from './dialogue/scripts.ts'
import { createRandom } from './random.ts'
import { isEmpty, seed } from './seed.ts'
import { startShop } from './shop/startShop.ts'

export interface DemoOptions {
  readonly db: Db
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly dataFolder: string
  /** Where the server is reached from this machine, `http://host:port`; it need not listen yet. */
  readonly serverUrl: string
  /** Where the shop page listens; a port that is taken is replaced by a free one. */
  readonly host: string
  /** Whether more customers come than there are at first. */
  readonly newcomers: boolean
  readonly agentsConnected: () => number
}

export interface Demo {
  readonly organizationId: OrganizationId
  /** Whose desk the workbench opens. */
  readonly agentId: AgentId
  readonly widgetId: WidgetId
  /** Who may sign in, with the passwords made at the first start. */
  readonly accounts: readonly DemoAccount[]
  readonly shopUrl: string
  stop(): Promise<void>
}

const SEED = 20_260_101

/** The message is the whole sentence for whoever started the server. */
export class NotTheDemonstrationError extends Error {
  override readonly name = 'NotTheDemonstrationError'

  constructor() {
    super('This data folder holds a real organisation. Choose another folder for the demonstration.')
  }
}

export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const { db, clock, ids, log, dataFolder, serverUrl, host } = options
  const folder = createDemoFolder(dataFolder)
  if (await isEmpty(db)) await seedDemo(options, folder)
  else if (!(await organizationIds(db)).includes(organization.id)) {
    throw new NotTheDemonstrationError()
  }
  const kept = (await folder.read()) ?? { accounts: [], shopPort: 0 }
  const [widget] = widgets
  const shop = await startShop({ host, port: kept.shopPort, serverUrl, widgetId: widget.id })
  // The same address next time, so that a page left open still works.
  if (shop.port !== kept.shopPort) await folder.write({ ...kept, shopPort: shop.port })
  const crowd = gatherCrowd({
    players: await folder.players(),
    serverUrl,
    page: shop.url,
    connect: connectCustomer,
    clock,
    ids,
    random: createRandom(clock.now()),
    newcomers: options.newcomers,
    agentsConnected: options.agentsConnected,
    save: (players) => {
      folder.savePlayers(players).catch((error: unknown) => {
        log.warn('demo customers could not be kept', { error: String(error) })
      })
    },
  })
  return {
    organizationId: organization.id,
    agentId: DESK_AGENT,
    widgetId: widget.id,
    accounts: kept.accounts,
    shopUrl: shop.url,
    stop: async () => {
      crowd.stop()
      await shop.stop()
    },
  }
}

/** Accounts and tokens are written first: if the seed does not get through, the next start makes everything anew. */
const seedDemo = async ({ db, clock, ids, log }: DemoOptions, folder: DemoFolder): Promise<void> => {
  const startedAt = clock.now()
  const content = createContent(SEED, startedAt)
  const accounts = [DESK_AGENT, SECOND_AGENT, SUPER_ADMIN].map(accountOf)
  const tokens = new Map(content.threads.map((thread) => [thread.opened.id, visitorToken()]))
  const tokenOf = (thread: DemoThread): string => tokens.get(thread.opened.id) ?? visitorToken()
  await folder.write({ accounts, shopPort: 0 })
  await folder.savePlayers(content.threads.flatMap((thread) => playerOf(thread, tokenOf(thread)) ?? []))
  await seed({
    db,
    clock,
    ids,
    content,
    passwordHashes: new Map(
      await Promise.all(
        accounts.map(async ({ agentId, password }) => [agentId, await hashPassword(password)] as const),
      ),
    ),
    keyHashOf: (thread) => tokenHash(tokenOf(thread)),
  })
  log.info('demonstration organisation created', {
    customers: content.threads.length,
    tookMs: clock.now() - startedAt,
  })
}

/** As `createVisitors` makes them. */
const visitorToken = (): string => `${organization.id}.${newToken()}`

const accountOf = (agentId: AgentId): DemoAccount & { readonly agentId: AgentId } => {
  const agent = agents.find(({ id }) => id === agentId)
  if (!agent) throw new Error(`no agent "${agentId}"`)
  return { agentId, name: agent.name, account: agent.account, password: randomPassword() }
}

/** Three groups of four, without letters that look like others: about 59 bits. */
const randomPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const playerOf = ({ opened, conversation, player }: DemoThread, token: string): Player | null =>
  player && {
    id: opened.id,
    widgetId: opened.widgetId ?? '',
    token,
    opened: !player.waiting,
    dialogue: startDialogue(scriptById(player.scriptId), player.facts),
    answeredSeq: conversation.lastSeq,
    outbox: [],
    nudges: 0,
  }
