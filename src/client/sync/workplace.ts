import { ok, refuse } from '../../base/result.ts'
import type { DeviceId } from '../../protocol/model/index.ts'
import { PROTOCOL_VERSION } from '../../protocol/wire/index.ts'
import type { ConnectionStatus } from '../api.ts'
import { createSettingsSync, type SettingsSync } from '../commands/agentSettings.ts'
import { createDraftSync, type DraftSync } from '../commands/drafts.ts'
import { createEndings, type Endings } from '../commands/endings.ts'
import { createHistory } from '../commands/history.ts'
import { createIdle } from '../commands/idle.ts'
import { createOnlineCommands, type RunOnline } from '../commands/online.ts'
import { createOutbox, type Outbox } from '../commands/outbox.ts'
import { createQueuedCommands, type QueuedCommands } from '../commands/queued.ts'
import type { Delivery } from '../commands/sender.ts'
import { createTidying, type Tidying } from '../commands/tidyCache.ts'
import { createTyping } from '../commands/typing.ts'
import { bodyOf, createUploads } from '../commands/uploads.ts'
import { createViewing } from '../commands/viewing.ts'
import { DatabaseError, type ClientPorts } from '../ports/index.ts'
import type { Quiet } from '../quiet.ts'
import type { Account } from '../store/accounts.ts'
import { readCacheLimits } from '../store/cacheLimits.ts'
import { readChat } from '../store/chats.ts'
import type { MediaFile } from '../store/mediaFile.ts'
import type { Store } from '../store/store.ts'
import type { Ask } from '../view.ts'
import { createConnection, type Connection } from './connection.ts'
import { createGapRepair } from './gapRepair.ts'
import type { MomentWriter } from './moment.ts'
import type { ParsedFrame } from './parseFrame.ts'
import { createReplica, type OnArrived } from './replica.ts'
import { createRequests } from './requests.ts'
import type { ServerTime } from './serverTime.ts'

/** A full disk may have room again soon (reliability P8). */
const DISK_FULL_RETRY_MS = 4000

/** Everything that lives as long as one account is signed in. */
export interface Workplace {
  readonly account: Account
  readonly connection: Connection
  readonly outbox: Outbox
  readonly settings: SettingsSync
  readonly drafts: DraftSync
  readonly endings: Endings
  readonly queued: QueuedCommands
  readonly runOnline: RunOnline
  readonly loadHistory: ReturnType<typeof createHistory>['load']
  readonly setTyping: ReturnType<typeof createTyping>
  readonly setViewing: ReturnType<typeof createViewing>['set']
  readonly setIdle: ReturnType<typeof createIdle>['set']
  /** Brings one file to the server. */
  readonly upload: ReturnType<typeof createUploads>
  readonly media: MediaFile
  readonly tidying: Tidying
  readonly ask: Ask
  status(): ConnectionStatus
  stop(): void
}

export interface WorkplaceOptions {
  readonly ports: ClientPorts
  readonly store: Store
  readonly moment: MomentWriter
  readonly serverTime: ServerTime
  readonly account: Account
  readonly token: string
  readonly deviceId: DeviceId
  readonly media: MediaFile
  readonly quiet: Quiet
  readonly onDismissed: (code: 'signed-out' | 'disabled') => void
  readonly onClock: () => void
  readonly onSynced: () => void
}

/** The databases must be open. Nothing is sent before `connection.start()`. */
export const createWorkplace = (options: WorkplaceOptions): Workplace => {
  const { ports, store, moment, serverTime, account, token, media } = options
  const { clock, ids, log } = ports
  const changed = (): void => store.announce('connection')

  const requests = createRequests(clock, (frame) => connection.send(frame))
  const uploads = createUploads(ports.http, account.server, token)
  const deliver: Delivery = async (entry, parts) => {
    let { file } = entry
    if (entry.kind !== 'text' && !file) {
      const { id, text: name, kind } = entry
      const uploaded = await uploads({ id, name, kind, bytes: parts.blob(), ...parts })
      if (!uploaded.ok) return uploaded
      file = uploaded.value
      parts.onUploaded(file)
      // Taken out or stopped while it was on its way: then it is not said either.
      if (parts.signal.aborted) return refuse('unreachable')
    }
    const { id, conversationId, seenSeq, quote } = entry
    const body =
      entry.kind === 'text' || !file
        ? { kind: 'text' as const, text: entry.text }
        : bodyOf(file, { ...entry, kind: entry.kind })
    const written = { conversationId, id, body, ...(quote && { quoteId: quote.messageId }) }
    const answer = readChat(store.cache, conversationId)
      ? await requests.command(id, 'chat.send', written)
      : await requests.command(id, 'message.send', { ...written, seenSeq })
    return answer.ok ? ok(answer.value.revision) : answer
  }
  const outbox = createOutbox({
    store,
    agentId: account.agentId,
    clock,
    ids,
    log,
    serverTime,
    isUp: () => connection.isUp(),
    deliver,
  })
  const told = { store, agentId: account.agentId, clock, ids, log, requests, isUp: () => connection.isUp() }
  const settings = createSettingsSync(told)
  const drafts = createDraftSync(told)
  const queued = createQueuedCommands({ ...told, isUp: () => connection.isOpen() })
  const runOnline = createOnlineCommands({ store, requests, ids, isUp: () => connection.isUp(), queued })
  const endings = createEndings({
    store,
    agentId: account.agentId,
    clock,
    run: runOnline,
    isUp: () => connection.isUp(),
  })
  const onArrived: OnArrived = (writer, sent, revision) => {
    outbox.arrived(writer, sent, revision)
    settings.arrived(writer, revision)
    drafts.arrived(writer, revision)
    endings.arrived()
    queued.arrived(writer, revision)
  }
  const gaps = createGapRepair(store, clock, requests.ask, log)
  const replica = createReplica(store, account.agentId, log, onArrived, gaps.noticed)
  const learnTime = (serverNow: number, askedAt: number): void => {
    if (serverTime.learn(serverNow, askedAt)) options.onClock()
  }

  const take = (frame: Exclude<ParsedFrame, { t: 'bye' | 'pong' }>): void => {
    switch (frame.t) {
      case 'welcome':
        learnTime(frame.serverTime, clock.now())
        moment.reset()
        replica.welcome(frame)
        requests.connected()
        return outbox.connected()
      case 'snapshot':
        replica.snapshot(frame)
        return changed()
      case 'log':
        return replica.log(frame)
      case 'synced':
        replica.synced(frame.revision)
        gaps.connected()
        settings.synced()
        drafts.synced()
        queued.synced()
        endings.connected()
        viewing.synced()
        tidying.synced()
        return options.onSynced()
      case 'done':
      case 'refused':
      case 'answer':
      case 'failed':
        return requests.answer(frame)
      case 'presence':
        return moment.setPresence(frame.agents)
      case 'typing':
        return moment.setTyping(frame.conversationId, frame.agentId, frame.on, frame.text)
      case 'viewing':
        return moment.setViewing(frame.conversationId, frame.agentIds)
      case 'customers':
        return moment.setOnline(frame.online)
    }
  }
  /** Where nothing can be written the position stays where it was, and the same comes again later. */
  const onFull = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== 'full') throw error
      connection.giveUp('disk-full', DISK_FULL_RETRY_MS)
    }
  }

  const history = createHistory(store, requests.ask)
  const tidying = createTidying({
    store,
    media,
    agentId: account.agentId,
    clock,
    quiet: options.quiet,
    log,
    limits: () => readCacheLimits(store.own, ports.device.kind),
    isRead: history.isRead,
  })
  const idle = createIdle(store, (frame) => connection.send(frame))
  const viewing = createViewing(clock, (frame) => connection.send(frame))
  const connection: Connection = createConnection({
    server: account.server,
    connect: ports.connect,
    clock,
    ids,
    log,
    events: {
      hello: () => ({
        t: 'hello',
        v: PROTOCOL_VERSION,
        as: 'agent',
        token,
        device: { id: options.deviceId, ...ports.device },
        resume: replica.position(),
        ...idle.words(),
      }),
      frame: (frame) => onFull(() => take(frame)),
      pong: (frame, askedAt) => {
        learnTime(frame.serverTime, askedAt)
        onFull(() => replica.quiet(frame.revision))
      },
      dismissed: options.onDismissed,
      lost: () => {
        requests.disconnected()
        queued.lost()
      },
      changed,
    },
  })

  return {
    account,
    connection,
    outbox,
    settings,
    drafts,
    endings,
    queued,
    runOnline,
    loadHistory: history.load,
    media,
    tidying,
    setTyping: createTyping(clock, connection.send),
    setViewing: viewing.set,
    setIdle: idle.set,
    upload: uploads,
    ask: async (name, args) => (connection.isUp() ? requests.ask(name, args) : refuse('offline')),
    status: () => ({
      ...connection.status(),
      clockOffsetMs: serverTime.offset(),
      outbox: outbox.count() + queued.list().length,
      progress: connection.status().state === 'syncing' ? replica.progress() : null,
    }),
    stop: () => {
      connection.stop()
      requests.stop()
      outbox.stop()
      settings.stop()
      drafts.stop()
      endings.stop()
      queued.stop()
      gaps.stop()
      viewing.stop()
      tidying.stop()
      moment.reset()
    },
  }
}
