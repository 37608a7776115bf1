import { ok, refuse, type Refusal, type Result } from '../../base/result.ts'
import type { OnlineCommand, QueuedCommand, QueuedCommandName } from '../api.ts'
import { QUEUED_COMMANDS } from '../api/queued.ts'
import { addOverlay, confirmOverlay, removeOverlay } from '../store/listEntries.ts'
import { readPosition } from '../store/position.ts'
import {
  addQueued,
  listQueued,
  markRefused,
  queuedTopics,
  removeQueued,
  requeueCommand,
} from '../store/queuedCommands.ts'
import type { Writer } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import { sendDelay } from '../sync/backoff.ts'
import type { CommandAnswer } from '../sync/requests.ts'
import { createAnswers } from './answers.ts'
import { overlayOf } from './optimistic.ts'
import { predicted } from './queuedEffects.ts'
import { readResult } from './readResult.ts'
import { isTemporary } from './sender.ts'
import type { SyncOptions } from './syncOptions.ts'

/** So many wait at most: as many as messages. */
const MOST = 5000
/** What has waited so long is not done without asking: its author may think otherwise by now. */
const ASKED_AFTER_MS = 7 * 24 * 60 * 60 * 1000
/** So often a server that fails at a command is asked again, before those behind it go on without it. */
const MOST_FAILURES = 5

const QUEUED: ReadonlySet<string> = new Set(QUEUED_COMMANDS)

export const isQueued = (
  command: OnlineCommand,
): command is Extract<OnlineCommand, { name: QueuedCommandName }> => QUEUED.has(command.name)

/**
 * What an agent decides and what may wait for the server (R-17-019, R-17-020, R-17-022).
 *
 * A command is on the disk before it is sent and before anybody is told that it is kept. They are sent in the order in
 * which they were given, one after the other and each under the id it has had from the beginning, so that a try whose
 * answer was lost counts once. Whoever gave it hears the server's answer as long as there is contact and the answer comes
 * at once; after that the server's refusal stays in the list with the reason until its author has decided.
 */
export interface QueuedCommands {
  /** What changes the picture: those that wait, and those done that the log has not brought yet. */
  effective(): readonly QueuedCommand[]
  /** Those that wait or were refused, for whoever wants to know; what was read is nobody's business. */
  list(): readonly QueuedCommand[]
  /** The value is what its author is told; refused: it is not kept. */
  keep(
    id: string,
    command: Extract<OnlineCommand, { name: QueuedCommandName }>,
  ): Result<Promise<Result<unknown>>>
  /** Does a refused one once more. */
  retry(args: { readonly id: string }): Result<Record<string, never>, 'not-found' | 'disk-full'>
  discard(args: { readonly id: string }): Result<Record<string, never>, 'not-found' | 'disk-full'>
  /** The connection broke: nobody waits for answers now. */
  lost(): void
  /** Everything was told: what waits is sent. */
  synced(): void
  /** Inside the transaction that led the cache to this revision. */
  readonly arrived: (writer: Writer, revision: number) => void
  stop(): void
}

/** `isUp`: there is contact at this moment. */
export const createQueuedCommands = (options: SyncOptions): QueuedCommands => {
  const { store, agentId, clock, log, requests, isUp } = options
  const entries = new Map(listQueued(store.own, agentId).map((entry) => [entry.id, entry]))
  /** Done by the server, with the revision from which on the log says so. */
  const done = new Map<string, { readonly command: QueuedCommand; readonly revision: number }>()
  const answers = createAnswers(clock, () => store.announce('queued'))
  let sending = false
  let tries = 0
  let stopWaiting: (() => void) | null = null
  let stopped = false

  const waiting = (): QueuedCommand[] => [...entries.values()].filter(({ state }) => state === 'queued')
  const shownEarly = (command: QueuedCommand): void => {
    const overlay = overlayOf(command.id, command)
    if (overlay) whenDiskAllows(() => store.write(({ cache }) => addOverlay(cache, overlay)))
  }
  const takenBack = (id: string): void => {
    whenDiskAllows(() => store.write(({ cache }) => removeOverlay(cache, id)))
  }
  // After a restart nothing of it is shown yet.
  for (const command of waiting()) shownEarly(command)

  const drop = (command: QueuedCommand): void => {
    store.writeOwn((own) => removeQueued(own, command))
    entries.delete(command.id)
    answers.release(command.id)
    takenBack(command.id)
  }
  const finish = (command: QueuedCommand, { result, revision }: CommandAnswer): void => {
    answers.settle(command.id, readResult(command.name, result))
    store.writeOwn((own) => removeQueued(own, command))
    entries.delete(command.id)
    if (revision > (readPosition(store.cache)?.revision ?? -1)) done.set(command.id, { command, revision })
    whenDiskAllows(() => store.write(({ cache }) => confirmOverlay(cache, command.id, revision)))
  }
  const refused = (command: QueuedCommand, answer: Refusal): void => {
    const isHeard = answers.has(command.id)
    answers.settle(command.id, answer)
    if (isHeard) return drop(command)
    const refusal = refusalOf(answer)
    store.writeOwn((own) => markRefused(own, command, refusal))
    entries.set(command.id, { ...command, state: 'failed', refusal })
    takenBack(command.id)
  }
  /** Whether it comes to the same to ask again later. */
  const mayPass = ({ id }: QueuedCommand, { code }: Refusal): boolean =>
    isTemporary(code) && !(code === 'internal' && (answers.has(id) || tries >= MOST_FAILURES))

  const send = async (): Promise<void> => {
    const [next] = waiting()
    if (stopped || sending || stopWaiting || !isUp() || !next) return
    sending = true
    let waitMs: number | null = null
    try {
      const answer = isOld(next, clock.now())
        ? refuse('waited-long')
        : await requests.command(next.id, next.name, next.args)
      if (stopped) return
      // Given up meanwhile: then it is as the server says, and those behind it go on.
      if (entries.has(next.id)) {
        if (answer.ok) finish(next, answer.value)
        else if (mayPass(next, answer)) waitMs = askedDelay(answer) ?? sendDelay(tries + 1)
        else refused(next, answer)
      }
    } catch (error) {
      log.error('a queued command could not be sent', { name: next.name, error })
      waitMs = sendDelay(tries + 1)
    } finally {
      sending = false
    }
    if (waitMs === null) {
      tries = 0
      return send()
    }
    tries += 1
    answers.releaseAll()
    stopWaiting = clock.after(waitMs, () => {
      stopWaiting = null
      void send()
    })
  }
  const put = (command: QueuedCommand): void => {
    entries.set(command.id, command)
    shownEarly(command)
    void send()
  }

  return {
    effective: () => [...[...done.values()].map(({ command }) => command), ...waiting()],
    list: () => [...entries.values()].filter(({ id, name }) => name !== 'read.advance' && !answers.has(id)),
    keep: (id, given) => {
      const command: QueuedCommand = {
        ...given,
        id,
        createdAt: clock.now(),
        state: 'queued',
        refusal: null,
      }
      const expected = predicted(command, store.cache, agentId)
      if (expected === null) return refuse('offline')
      if (entries.size >= MOST) return refuse('outbox-full', { limit: MOST })
      const full = whenDiskAllows(() => store.writeOwn((own) => addQueued(own, agentId, command)))
      if (full) return full
      // Of reading the same conversation on and on the last counts.
      for (const former of waiting()) if (isSameRead(former, command)) whenDiskAllows(() => drop(former))
      // Behind one that nobody waits for any more there is no answer to be had at once.
      const isHeard = isUp() && waiting().every((former) => answers.has(former.id))
      const answer = isHeard ? answers.wait(id, expected) : Promise.resolve(ok(expected))
      put(command)
      return ok(answer)
    },
    retry: ({ id }) => {
      const entry = entries.get(id)
      if (entry?.state !== 'failed') return refuse('not-found')
      const command: QueuedCommand = { ...entry, createdAt: clock.now(), state: 'queued', refusal: null }
      const full = whenDiskAllows(() => store.writeOwn((own) => requeueCommand(own, command)))
      if (full) return full
      put(command)
      return ok({})
    },
    discard: ({ id }) => {
      const entry = entries.get(id)
      return entry ? (whenDiskAllows(() => drop(entry)) ?? ok({})) : refuse('not-found')
    },
    lost: answers.releaseAll,
    synced: () => {
      stopWaiting?.()
      stopWaiting = null
      void send()
    },
    arrived: ({ own }, revision) => {
      for (const [id, entry] of done) {
        if (entry.revision > revision) continue
        done.delete(id)
        own.touch(...queuedTopics(entry.command))
      }
    },
    stop: () => {
      stopped = true
      stopWaiting?.()
      answers.releaseAll()
    },
  }
}

const isSameRead = (one: QueuedCommand, other: QueuedCommand): boolean =>
  one.name === 'read.advance' &&
  other.name === 'read.advance' &&
  one.args.conversationId === other.args.conversationId

/** What was read stays read. */
const isOld = ({ name, createdAt }: QueuedCommand, now: number): boolean =>
  name !== 'read.advance' && now - createdAt > ASKED_AFTER_MS

/** How long the server wants to be left alone. */
const askedDelay = ({ details }: Refusal): number | null => {
  const asked = details?.['retryAfterMs']
  return typeof asked === 'number' ? asked : null
}

const refusalOf = ({ code, details }: Refusal): NonNullable<QueuedCommand['refusal']> => ({
  code,
  ...(details && { details }),
})
