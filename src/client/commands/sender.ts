import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { Result } from '../../base/result.ts'
import type { ConversationId, MessageId, StoredFile } from '../../protocol/model/index.ts'
import type { OutboxEntry } from '../store/outbox.ts'
import { sendDelay } from '../sync/backoff.ts'
import type { ServerTime } from '../sync/serverTime.ts'

/** So many conversations send side by side. */
const LANES_AT_ONCE = 20

/** What the server may refuse today and take tomorrow. */
const TEMPORARY: ReadonlySet<string> = new Set([
  'offline',
  'timeout',
  'unreachable',
  'unavailable',
  'internal',
  'rate-limited',
  'too-many-tries',
  'disk-full',
  // The connection learns the same and ends the sign-in; the message waits for the next one.
  'signed-out',
  'disabled',
])

export const isTemporary = (code: string): boolean => TEMPORARY.has(code)

/** Uploads the file if it has one (telling when it is there) and sends the message; answers with the log's revision. */
export type Delivery = (
  entry: OutboxEntry,
  parts: {
    readonly blob: () => Blob
    readonly onProgress: (share: number) => void
    readonly onUploaded: (file: StoredFile) => void
    readonly signal: AbortSignal
  },
) => Promise<Result<number>>

export interface SenderOptions {
  readonly clock: Clock
  readonly log: Logger
  readonly serverTime: ServerTime
  readonly isUp: () => boolean
  readonly deliver: Delivery
  /** All entries in order of writing. */
  readonly entries: () => Iterable<OutboxEntry>
  readonly blobOf: (entry: OutboxEntry) => Blob
  /** So long its author can still take it back; it and those behind it wait. */
  readonly heldFor: (entry: OutboxEntry) => number
  readonly onProgress: (entry: OutboxEntry, share: number) => void
  readonly onSending: (entry: OutboxEntry) => void
  readonly onUploaded: (entry: OutboxEntry, file: StoredFile) => void
  readonly onAccepted: (entry: OutboxEntry, revision: number) => void
  readonly onFailed: (entry: OutboxEntry, reason: string) => void
}

/**
 * Sends the messages of each conversation one after another, conversations side by side.
 *
 * A temporary failure is tried again with growing patience; a permanent one stops its conversation until somebody
 * decides, and no other.
 */
export interface Sender {
  /** Sends the conversation's next message, if it is its turn. */
  advance(conversationId: ConversationId): void
  isSending(id: MessageId): boolean
  /** The message was taken out by its author; the next one may go. */
  cancel(entry: OutboxEntry): void
  connected(): void
  stop(): void
}

interface Lane {
  readonly conversationId: ConversationId
  /** Of the message that is under way; null: none is. */
  abort: AbortController | null
  /** Ends the wait for the next try; null: not waiting. */
  stopWaiting: (() => void) | null
  tries: number
}

export const createSender = (options: SenderOptions): Sender => {
  const { clock, log } = options
  const lanes = new Map<ConversationId, Lane>()
  const sending = new Set<MessageId>()
  let stopped = false

  const laneOf = (conversationId: ConversationId): Lane => {
    const known = lanes.get(conversationId)
    if (known) return known
    const fresh: Lane = { conversationId, abort: null, stopWaiting: null, tries: 0 }
    lanes.set(conversationId, fresh)
    return fresh
  }
  const current = (id: MessageId): OutboxEntry | undefined => {
    for (const entry of options.entries()) if (entry.id === id) return entry
    return undefined
  }
  /** The next message of each conversation, or of one. */
  const heads = function* (only?: ConversationId): Generator<OutboxEntry> {
    const seen = new Set<ConversationId>()
    for (const entry of options.entries()) {
      const { conversationId } = entry
      if (entry.state === 'accepted' || seen.has(conversationId)) continue
      if (only !== undefined && only !== conversationId) continue
      seen.add(conversationId)
      yield entry
      if (only !== undefined) return
    }
  }

  const start = (head: OutboxEntry): void => {
    const lane = laneOf(head.conversationId)
    if (head.state !== 'queued' || lane.abort || lane.stopWaiting) return
    if (options.serverTime.now() >= head.expiresAt) return options.onFailed(head, 'expired')
    const heldMs = options.heldFor(head)
    if (heldMs > 0) return waitFor(lane, heldMs)
    const abort = new AbortController()
    lane.abort = abort
    sending.add(head.id)
    options.onSending(head)
    void send(lane, head, abort.signal)
      .catch((error: unknown) => {
        log.error('a message could not be sent', { error })
        wait(lane, sendDelay(lane.tries))
      })
      .finally(() => {
        sending.delete(head.id)
        if (lane.abort === abort) lane.abort = null
        if (stopped) return
        options.onSending(head)
        advance()
      })
  }

  const advance = (only?: ConversationId): void => {
    if (stopped || !options.isUp()) return
    for (const head of [...heads(only)]) {
      if (sending.size >= LANES_AT_ONCE) return
      start(head)
    }
  }

  const send = async (lane: Lane, head: OutboxEntry, signal: AbortSignal): Promise<void> => {
    const result = await options.deliver(head, {
      blob: () => options.blobOf(head),
      onProgress: (share) => options.onProgress(head, share),
      onUploaded: (file) => {
        const entry = current(head.id)
        if (entry && !stopped) options.onUploaded(entry, file)
      },
      signal,
    })
    const entry = current(head.id)
    if (stopped || signal.aborted || entry?.state !== 'queued') return
    if (result.ok) {
      lane.tries = 0
      options.onAccepted(entry, result.value)
    } else if (isTemporary(result.code)) {
      const asked = result.details?.['retryAfterMs']
      wait(lane, typeof asked === 'number' ? asked : sendDelay(lane.tries))
    } else {
      log.info('a message was refused', { code: result.code })
      lane.tries = 0
      options.onFailed(entry, result.code)
    }
  }

  const wait = (lane: Lane, delayMs: number): void => {
    if (stopped) return
    lane.tries += 1
    waitFor(lane, delayMs)
  }

  const waitFor = (lane: Lane, delayMs: number): void => {
    lane.stopWaiting = clock.after(delayMs, () => {
      lane.stopWaiting = null
      advance(lane.conversationId)
    })
  }

  return {
    advance,
    isSending: (id) => sending.has(id),
    cancel: (entry) => {
      const lane = laneOf(entry.conversationId)
      if (sending.delete(entry.id)) lane.abort?.abort()
      lane.abort = null
      lane.stopWaiting?.()
      lane.stopWaiting = null
      lane.tries = 0
      advance(entry.conversationId)
    },
    connected: () => {
      for (const lane of lanes.values()) {
        lane.stopWaiting?.()
        lane.stopWaiting = null
        lane.tries = 0
      }
      advance()
    },
    stop: () => {
      stopped = true
      for (const lane of lanes.values()) {
        lane.stopWaiting?.()
        lane.abort?.abort()
      }
    },
  }
}
