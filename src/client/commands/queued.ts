import { ok, refuse, type Refusal, type Result } from '../../base/result.ts'
import type { CommandArgs, CommandResult } from '../../protocol/commands/index.ts'
import type { ActionCode, OnlineCommandName, QueuedCommand, QueuedCommandName } from '../api.ts'
import { addOverlay, confirmOverlay, removeOverlay } from '../store/listEntries.ts'
import { readPosition } from '../store/position.ts'
import { addQueued, listQueued, markRefused, removeQueued, requeueCommand } from '../store/queuedCommands.ts'
import type { Writer } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { sendDelay } from '../sync/backoff.ts'
import { overlayOf } from './optimistic.ts'
import { predicted } from './queuedEffects.ts'
import { isTemporary } from './sender.ts'
import type { SyncOptions } from './syncOptions.ts'

/** So many wait at most: as many as messages. */
const MOST = 5000

const QUEUED: ReadonlySet<string> = new Set<QueuedCommandName>([
  'customer.edit',
  'customer.set-stage',
  'customer.tag',
  'follow-record.add',
  'private-remark.set',
  'contact.file',
  'contact.remove',
  'session-note.save',
  'list-entry.pin',
  'list-entry.move',
  'list-entry.mark',
  'read.advance',
])

export const isQueued = (name: OnlineCommandName): name is QueuedCommandName => QUEUED.has(name)

/**
 * What was decided while the server was away (R-17-019, R-17-020, R-17-022).
 *
 * A command is on the disk before anybody is told that it is kept. They are sent in the order in which they were given,
 * one after the other and each under the id it has had from the beginning, so that a try whose answer was lost counts
 * once. What the server refuses for good stays in the list with the reason until its author has decided.
 */
export interface QueuedCommands {
  /** What changes the picture: those that wait, and those done that the log has not brought yet. */
  effective(): readonly QueuedCommand[]
  /** Those that wait or were refused, for whoever wants to know; what was read is nobody's business. */
  list(): readonly QueuedCommand[]
  /** Something waits: what is given now goes behind it. */
  isBusy(): boolean
  add<N extends QueuedCommandName>(
    id: string,
    name: N,
    args: CommandArgs<N>,
  ): Result<CommandResult<N>, ActionCode<N>>
  retry(args: { readonly id: string }): Result<Record<string, never>, 'not-found'>
  discard(args: { readonly id: string }): Result<Record<string, never>, 'not-found'>
  /** Everything was told: what waits is sent. */
  synced(): void
  /** Inside the transaction that led the cache to this revision. */
  readonly arrived: (writer: Writer, revision: number) => void
  stop(): void
}

export const createQueuedCommands = (options: SyncOptions): QueuedCommands => {
  const { store, agentId, clock, log, requests, isUp } = options
  const entries = new Map(listQueued(store.own, agentId).map((entry) => [entry.id, entry]))
  /** Done by the server, with the revision from which on the log says so. */
  const done = new Map<string, { readonly command: QueuedCommand; readonly revision: number }>()
  let sending = false
  let tries = 0
  let stopWaiting: (() => void) | null = null
  let stopped = false

  const waiting = (): QueuedCommand[] => [...entries.values()].filter(({ state }) => state === 'queued')
  const shownEarly = (command: QueuedCommand): void => {
    const overlay = overlayOf(command.id, command.name, command.args as never)
    if (overlay) whenDiskAllows(() => store.write(({ cache }) => addOverlay(cache, overlay)))
  }
  const takenBack = (id: string): void => {
    whenDiskAllows(() => store.write(({ cache }) => removeOverlay(cache, id)))
  }
  // After a restart nothing of it is shown yet.
  for (const command of waiting()) shownEarly(command)

  const drop = (id: string): void => {
    store.writeOwn((own) => removeQueued(own, id))
    entries.delete(id)
    takenBack(id)
  }
  const finish = (command: QueuedCommand, revision: number): void => {
    store.writeOwn((own) => removeQueued(own, command.id))
    entries.delete(command.id)
    if (revision > (readPosition(store.cache)?.revision ?? -1)) done.set(command.id, { command, revision })
    whenDiskAllows(() => store.write(({ cache }) => confirmOverlay(cache, command.id, revision)))
  }
  const refused = (command: QueuedCommand, refusal: NonNullable<QueuedCommand['refusal']>): void => {
    store.writeOwn((own) => markRefused(own, command.id, refusal))
    entries.set(command.id, { ...command, state: 'failed', refusal })
    takenBack(command.id)
  }

  const send = async (): Promise<void> => {
    const [next] = waiting()
    if (stopped || sending || stopWaiting || !isUp() || !next) return
    sending = true
    let again = false
    try {
      const answer = await requests.command(next.id, next.name, next.args)
      if (stopped) return
      // Given up meanwhile: then it is as the server says, and those behind it go on.
      if (entries.has(next.id)) {
        if (answer.ok) finish(next, answer.value.revision)
        else if (isTemporary(answer.code)) again = true
        else refused(next, refusalOf(answer))
      }
    } catch (error) {
      log.error('a queued command could not be sent', { name: next.name, error })
      again = true
    } finally {
      sending = false
    }
    if (!again) {
      tries = 0
      return send()
    }
    tries += 1
    stopWaiting = clock.after(sendDelay(tries), () => {
      stopWaiting = null
      void send()
    })
  }

  const entryOf = (id: string): QueuedCommand | undefined => entries.get(id)
  return {
    effective: () => [...[...done.values()].map(({ command }) => command), ...waiting()],
    list: () => [...entries.values()].filter(({ name }) => name !== 'read.advance'),
    isBusy: () => waiting().length > 0,
    add: (id, name, args) => {
      const command = { id, name, args, createdAt: clock.now(), state: 'queued', refusal: null } as Extract<
        QueuedCommand,
        { name: typeof name }
      >
      const result = predicted(command, store.cache, agentId)
      if (result === null) return refuse('offline') as Result<never, never>
      if (entries.size >= MOST) return refuse('outbox-full', { limit: MOST }) as Result<never, never>
      const full = whenDiskAllows(() => store.writeOwn((own) => addQueued(own, agentId, command)))
      if (full) return full as Result<never, never>
      // Of reading the same conversation on and on the last counts.
      for (const former of waiting()) if (isSameRead(former, command)) drop(former.id)
      entries.set(id, command)
      shownEarly(command)
      void send()
      return ok(result)
    },
    retry: ({ id }) => {
      const entry = entryOf(id)
      if (entry?.state !== 'failed') return refuse('not-found')
      store.writeOwn((own) => requeueCommand(own, id))
      const command: QueuedCommand = { ...entry, state: 'queued', refusal: null }
      entries.set(id, command)
      shownEarly(command)
      void send()
      return ok({})
    },
    discard: ({ id }) => {
      if (!entryOf(id)) return refuse('not-found')
      drop(id)
      return ok({})
    },
    synced: () => {
      stopWaiting?.()
      stopWaiting = null
      void send()
    },
    arrived: ({ own }, revision) => {
      for (const [id, entry] of done) {
        if (entry.revision > revision) continue
        done.delete(id)
        own.touch('queued')
      }
    },
    stop: () => {
      stopped = true
      stopWaiting?.()
    },
  }
}

const isSameRead = (one: QueuedCommand, other: QueuedCommand): boolean =>
  one.name === 'read.advance' &&
  other.name === 'read.advance' &&
  one.args.conversationId === other.args.conversationId

const refusalOf = ({ code, details }: Refusal<string>): NonNullable<QueuedCommand['refusal']> => ({
  code,
  ...(details && { details }),
})
