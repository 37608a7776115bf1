/** A customer's connection, from a widget or a chat page. */
import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import { commands, type CommandName } from '../../../protocol/commands/index.ts'
import { menuAccountOf } from '../../../protocol/mainAccount.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import {
  CustomerFrame,
  HEARTBEAT_MS,
  PROTOCOL_VERSION,
  type Command,
  type CustomerHello,
  type WidgetSettings,
} from '../../../protocol/wire/index.ts'
import { isImToken } from '../../auth/im/imAccounts.ts'
import type { KnownVisitor, OpenVisitor, Visitors } from '../../auth/visitors.ts'
import { publishedMenuOf } from '../../db/navMenus.ts'
import type { ReadDb } from '../../db/port.ts'
import { findSurvey } from '../../db/surveys.ts'
import { findWidget, type StoredWidget } from '../../db/widgets.ts'
import type { Engine } from '../../engine/types.ts'
import { NOTHING, type CustomerFollower } from '../../publish/customerRoom.ts'
import type { Hub } from '../../publish/hub.ts'
import { createSettingsBoard } from '../../publish/settingsBoard.ts'
import { settingsSeen, type SignInOffer } from '../../publish/widgetView.ts'
import type { VisitDesk } from '../../visits/visitDesk.ts'
import type { Limits } from '../limits.ts'
import { createTokenBucket, type KeyedBuckets } from '../tokenBucket.ts'
import { answerFrame } from './answerFrame.ts'
import type { Connection } from './connection.ts'
import { talksOf, type Talks } from './customerTalks.ts'
import { parseFrame } from './parseFrame.ts'
import type { Admit, Peer } from './socketServer.ts'
import { createWriteGate, type WriteGate } from './writeGate.ts'

export interface CustomerPeerOptions {
  readonly db: ReadDb
  readonly visitors: Visitors
  readonly engine: Engine
  readonly hub: Hub
  readonly limits: Limits
  /** How customers can sign in to an account. */
  readonly signIn: SignInOffer
  /** New visitors of one address. */
  readonly newVisitors: KeyedBuckets
  /** What one customer writes, over all connections: a new socket is no new allowance. */
  readonly writes: KeyedBuckets
  /** Learns where the chat is, and whose it is that a page around it has told of. */
  readonly visits: Pick<VisitDesk, 'arrived'>
  readonly clock: Clock
  readonly log: Logger
}

export const createCustomerAdmission = (options: CustomerPeerOptions): Admit<CustomerHello> => {
  const { db, visitors, hub, limits, newVisitors, clock, log } = options
  const counts = new Map<string, number>()
  const gate = createWriteGate(options.writes, clock)
  const board = createSettingsBoard({
    engine: options.engine,
    read: async (widgetId) => {
      const widget = await findWidget(db, widgetId)
      return widget && !widget.deleted && !widget.invalid ? settingsOf(options, widget) : undefined
    },
    log,
  })
  return async (hello, connection) => {
    const widget = await findWidget(db, hello.widgetId)
    if (!widget || widget.deleted || widget.invalid) {
      connection.bye('closed-entry')
      return undefined
    }
    const known = await knownBy(visitors, hello, widget)
    const retryAfterMs = known ? 0 : newVisitors.take(connection.address)
    if (retryAfterMs > 0) {
      connection.bye('rate-limited', retryAfterMs)
      return undefined
    }
    const opened = await visitors.open(widget, known, hello)
    if (!opened.ok && opened.code === 'sign-in-needed') {
      connection.send(JSON.stringify({ t: 'gate', settings: await settingsOf(options, widget) }))
      connection.bye('signed-out')
      return undefined
    }
    if (!opened.ok) {
      log.warn('visitor not admitted', { code: opened.code })
      connection.bye('going-away')
      return undefined
    }
    const talks = await talksOf(options, opened.value.principal, widget, hello.with)
    if (!talks.ok) {
      log.warn('the conversations of a customer were not found', { code: talks.code })
      connection.bye('going-away')
      return undefined
    }
    const principal = talks.value?.principal ?? opened.value.principal
    const sockets = counts.get(principal.identityId) ?? 0
    if (sockets >= limits.socketsPerCustomer) {
      connection.bye('rate-limited')
      return undefined
    }
    counts.set(principal.identityId, sockets + 1)
    // Before they are read: a change meanwhile is told twice rather than never.
    const hide = board.show(widget.organizationId, widget.widget.id, connection)
    const settings = await settingsOf(options, widget)
    const follower: CustomerFollower = {
      principal,
      outlet: connection,
      seq: 0,
      live: false,
      behind: false,
      changed: NOTHING,
      showsReads: widget.widget.showsReads,
      showsTyped: widget.widget.showsTyped,
      ...(talks.value && { others: othersOf(talks.value) }),
      ...accountOf(hello, opened.value),
    }
    const arrive = async (): Promise<void> => {
      await welcome(follower, hello, { opened: opened.value, talks: talks.value, settings, hub, clock })
      // Not before they have their token: who loses it with the server would come back as somebody else.
      await options.visits.arrived(principal, hello, connection.address).catch((error: unknown) => {
        log.error('the visit of a customer was not found', { error })
      })
    }
    arrive().catch((error: unknown) => {
      log.error('customer not welcomed', { error })
      connection.bye('going-away')
    })
    return {
      receive: createReceiver(follower, connection, gate, options),
      closed: () => {
        hide()
        hub.customers.leave(follower)
        const left = (counts.get(principal.identityId) ?? 1) - 1
        if (left > 0) counts.set(principal.identityId, left)
        else counts.delete(principal.identityId)
      },
    }
  }
}

/** Who has just proved who they are comes before whoever was on this device until now. */
const knownBy = async (
  visitors: Visitors,
  { ticket, token, secret }: CustomerHello,
  { organizationId }: StoredWidget,
): Promise<KnownVisitor | undefined> => {
  const linked = ticket === undefined ? undefined : await visitors.findByTicket(ticket, organizationId)
  if (linked) return linked
  if (token !== null) return visitors.find(token, organizationId)
  return secret === undefined ? undefined : visitors.findBySecret(secret, organizationId)
}

const settingsOf = async (
  { db, signIn }: Pick<CustomerPeerOptions, 'db' | 'signIn'>,
  widget: StoredWidget,
): Promise<WidgetSettings> => {
  const menu = await publishedMenuOf(db, widget.organizationId, menuAccountOf(widget.widget.id))
  const survey = await findSurvey(db, widget.organizationId)
  return settingsSeen(widget, { menu, asksRatings: survey?.on ?? false, signIn })
}

const welcome = async (
  follower: CustomerFollower,
  hello: CustomerHello,
  {
    opened: { token, standing, contact, addresses },
    talks,
    settings,
    hub,
    clock,
  }: {
    readonly opened: OpenVisitor
    readonly talks: Talks | undefined
    readonly settings: WidgetSettings
    readonly hub: Hub
    readonly clock: Clock
  },
): Promise<void> => {
  const { conversationId } = follower.principal
  const room = await hub.customers.enter(follower)
  const page = await room.newest(conversationId, hello.after)
  const state = await room.state(conversationId)
  follower.seq = page.lastSeq
  follower.outlet.send(
    JSON.stringify({
      t: 'welcome',
      v: PROTOCOL_VERSION,
      serverTime: clock.now(),
      heartbeatMs: HEARTBEAT_MS,
      token,
      ...(standing && { identity: standing }),
      ...(contact && { account: contact.address, addresses }),
      ...(talks && {
        talks: { with: withOf(talks), all: talks.rows.map((row) => room.talk(row)) },
      }),
      settings,
      state,
      messages: page.messages,
      more: page.more,
    }),
  )
  await room.goLive(follower)
}

/** A talk that is under way goes on under the token of before, though the account has opened it. */
const accountOf = (
  { account }: CustomerHello,
  { token, contact }: OpenVisitor,
): Pick<CustomerFollower, 'account'> => {
  if (isImToken(token)) return { account: token }
  return account !== undefined && contact ? { account } : {}
}

const withOf = ({ principal, rows }: Talks): AgentId | null =>
  rows.find(({ conversationId }) => conversationId === principal.conversationId)?.with ?? null

const othersOf = ({ principal, rows }: Talks): Map<ConversationId, AgentId | null> =>
  new Map(
    rows
      .filter(({ conversationId }) => conversationId !== principal.conversationId)
      .map((row) => [row.conversationId, row.with]),
  )

const createReceiver = (
  follower: CustomerFollower,
  connection: Connection,
  gate: WriteGate,
  { engine, hub, limits, clock, log }: CustomerPeerOptions,
): Peer['receive'] => {
  const { principal } = follower
  const reads = createTokenBucket(limits.queries, clock)
  const typing = createTokenBucket(limits.typing, clock)

  const run = (frame: Command): void => {
    // Receipts are not what the limit is for.
    const isReceipt = frame.name === 'customer.acknowledge'
    const retryAfterMs = isReceipt ? reads.take() : 0
    const refused = retryAfterMs > 0 ? { retryAfterMs } : isReceipt ? null : gate.take(principal.identityId)
    if (refused) {
      connection.send(answerFrame(frame.id, { ok: false, code: 'rate-limited', details: { ...refused } }))
    } else if (!isCustomerCommand(frame.name)) {
      const code = Object.hasOwn(commands, frame.name) ? 'forbidden' : 'invalid'
      connection.send(answerFrame(frame.id, { ok: false, code, details: { field: 'name' } }))
    } else {
      engine
        .run({ principal, id: frame.id, name: frame.name, args: frame.args })
        .then((outcome) => {
          connection.send(answerFrame(frame.id, outcome))
        })
        .catch((error: unknown) => {
          log.error('command not answered', { name: frame.name, error })
          connection.send(answerFrame(frame.id, { ok: false, code: 'internal' }))
        })
    }
  }

  const older = async (before: number): Promise<void> => {
    const page = await hub.customers.older(follower, before)
    connection.send(JSON.stringify({ t: 'older', messages: page.messages, more: page.more }))
  }

  return (data) => {
    const frame = parseFrame(CustomerFrame, data)
    switch (frame?.t) {
      case 'command':
        run(frame)
        return true
      case 'typing':
        if (typing.take() === 0) hub.customers.typing(follower, frame.on, frame.text)
        return true
      case 'solve':
        gate.solve(principal.identityId, frame.sum)
        return true
      case 'older':
        if (reads.take() > 0) connection.bye('rate-limited')
        else
          older(frame.before).catch((error: unknown) => {
            log.error('older messages not sent', { error })
            connection.bye('going-away')
          })
        return true
      case 'ping':
        connection.send(JSON.stringify({ t: 'pong', serverTime: clock.now() }))
        return true
      case 'hello':
      case undefined:
        return false
    }
  }
}

const isCustomerCommand = (name: string): name is CommandName =>
  Object.hasOwn(commands, name) && commands[name as CommandName].by === 'customer'
