import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Logger } from '../../base/logger.ts'
import { ok, refuse, type Refusal, type Result } from '../../base/result.ts'
import { waitBeforeNext } from '../../domain/chats/pace.ts'
import { isForbiddenName } from '../../protocol/model/fileRules.ts'
import {
  ALT_LIMIT,
  FILE_LIMIT_BYTES,
  IMAGE_LIMIT_BYTES,
  TEXT_LIMIT,
  TRANSCRIPT_LIMIT,
  type AgentId,
  type ConversationId,
  type MessageId,
} from '../../protocol/model/index.ts'
import type { ActionArgs, ActionCode, OutboxItem } from '../api.ts'
import { readChat } from '../store/chats.ts'
import { measureDraftFile, moveToOutbox } from '../store/draftFiles.ts'
import { arrivedAmong, ownMessageTimes } from '../store/messages.ts'
import {
  acceptedUpTo,
  addPart,
  addToOutbox,
  listOutbox,
  markAccepted,
  markFailed,
  markPaused,
  markStored,
  markUploaded,
  measureOutbox,
  removeFromOutbox,
  requeue,
  type NewOutboxEntry,
  type OutboxEntry,
} from '../store/outbox.ts'
import { readPosition } from '../store/position.ts'
import type { Store } from '../store/store.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'
import type { OnArrived } from '../sync/replica.ts'
import type { ServerTime } from '../sync/serverTime.ts'
import { createOutboxItems } from './outboxItems.ts'
import { createSender, type Delivery } from './sender.ts'

const ENTRIES_LIMIT = 5000
const BYTES_LIMIT = 2 * 1024 * 1024 * 1024
const PART_BYTES = 1024 * 1024
const IMAGE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const NO_SIZE = { width: null, height: null }
/** So far back in a chat own messages are looked for that were written just now. */
const LOOKED_BACK = 400
/** After this long nobody expects the message any more (R-17-023). */
const KEPT_MS = 24 * 60 * 60 * 1000

/**
 * Messages on their way out (R-06-064, R-17-020 … R-17-023).
 *
 * A message is on the disk before anybody is told that it is kept, and stays there under one id until the log brings
 * it back as a message. The table is the truth; the list here mirrors it so that nothing has to be read to draw it.
 */
export interface Outbox {
  items(conversationId: string | null): readonly OutboxItem[]
  /** The bytes of a file that waits or failed; null: there are none here. */
  file(id: MessageId): Blob | null
  /** How many wait or failed. */
  count(): number
  sendText(args: ActionArgs<'message.send'>): Result<{ id: MessageId }, ActionCode<'message.send'>>
  sendFile(args: ActionArgs<'file.send'>): Promise<Result<{ id: MessageId }, ActionCode<'file.send'>>>
  /** Sends a file that the server has already. */
  sendStored(args: ActionArgs<'stored-file.send'>): Result<{ id: MessageId }, ActionCode<'stored-file.send'>>
  retry(args: ActionArgs<'outbox.retry'>): Result<Record<string, never>, ActionCode<'outbox.retry'>>
  discard(args: ActionArgs<'outbox.discard'>): Result<Record<string, never>, ActionCode<'outbox.discard'>>
  /** Stops an upload, or goes on with it. */
  pause(args: ActionArgs<'outbox.pause'>): Result<Record<string, never>, ActionCode<'outbox.pause'>>
  /** Inside the transaction that brought messages: own ones leave. */
  readonly arrived: OnArrived
  /** Nobody is there to take anything back: what is held goes now. */
  flush(): void
  /** There is a server: everything is tried at once. */
  connected(): void
  stop(): void
}

export interface OutboxOptions {
  readonly store: Store
  readonly agentId: AgentId
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly serverTime: ServerTime
  readonly isUp: () => boolean
  /** Uploads what has to be uploaded and sends the message. */
  readonly deliver: Delivery
}

export const createOutbox = (options: OutboxOptions): Outbox => {
  const { store, agentId, clock, ids, log, serverTime } = options
  const entries = new Map<MessageId, OutboxEntry>()
  const items = createOutboxItems(store, clock, serverTime)
  let stopped = false

  const load = (): void => {
    entries.clear()
    for (const entry of listOutbox(store.own, agentId)) entries.set(entry.id, entry)
  }
  /** Changes the table and then the mirror: not before the commit, which a full disk may refuse. */
  const change = (entry: OutboxEntry, now: Partial<OutboxEntry>, write: (own: Own) => void): void => {
    store.writeOwn((own) => write(own))
    entries.set(entry.id, { ...entry, ...now })
  }
  const drop = (gone: readonly OutboxEntry[]): void => {
    for (const { id } of gone) {
      entries.delete(id)
      items.forget(id)
    }
  }

  const tellProgress = (
    { id, conversationId }: Pick<OutboxEntry, 'id' | 'conversationId'>,
    share: number,
  ): void => {
    items.setProgress(id, share)
    store.announce('outbox', `outbox:${conversationId}`)
  }

  const sender = createSender({
    ...options,
    entries: () => entries.values(),
    blobOf: items.blobOf,
    heldFor: ({ id }) => items.heldFor(id),
    onProgress: tellProgress,
    onSending: (entry) => store.announce('outbox', `outbox:${entry.conversationId}`),
    onUploaded: (entry, file) => change(entry, { file }, (own) => markUploaded(own, entry, file)),
    onAccepted: (entry, revision) => {
      // After a complete load the message may be older than what came with its thread: then the log brings it no more.
      if (revision <= (readPosition(store.cache)?.revision ?? -1)) {
        store.writeOwn((own) => removeFromOutbox(own, [entry]))
        drop([entry])
      } else change(entry, { state: 'accepted' }, (own) => markAccepted(own, entry, revision))
    },
    onFailed: (entry, reason) =>
      change(entry, { state: 'failed', reason }, (own) => markFailed(own, entry, reason)),
  })

  const put = (entry: NewOutboxEntry): Refusal<'outbox-full' | 'disk-full'> | null => {
    const waiting = measureOutbox(store.own)
    if (waiting.entries >= ENTRIES_LIMIT) return refuse('outbox-full', { limit: ENTRIES_LIMIT })
    if (waiting.bytes + entry.bytes > BYTES_LIMIT) return refuse('outbox-full', { limitBytes: BYTES_LIMIT })
    return whenDiskAllows(() => {
      const position = store.writeOwn((own) => addToOutbox(own, agentId, entry))
      entries.set(entry.id, { ...entry, position, reason: null })
    })
  }
  /** Keeps what is ready to go, and sends it when its author can no longer take it back. */
  const start = (
    entry: NewOutboxEntry,
    holdMs: number,
  ): Result<{ id: MessageId }, 'outbox-full' | 'disk-full'> => {
    // Before it is in the list, which may be looked at as soon as it is.
    if (holdMs > 0) items.hold(entry.id, holdMs)
    const refused = put(entry)
    if (refused) {
      items.forget(entry.id)
      return refused
    }
    sender.advance(entry.conversationId)
    return ok({ id: entry.id })
  }
  const newEntry = (
    conversationId: ConversationId,
    rest: Pick<NewOutboxEntry, 'kind' | 'text' | 'mime' | 'bytes' | 'seenSeq' | 'state'> &
      Partial<NewOutboxEntry>,
    id = ids.next() as MessageId,
  ): NewOutboxEntry => ({
    id,
    conversationId,
    createdAt: clock.now(),
    expiresAt: serverTime.now() + KEPT_MS,
    quote: null,
    alt: '',
    seconds: null,
    file: null,
    stored: false,
    ...rest,
  })
  /** Copies the file part by part, so that neither memory nor the thread is held for long. */
  const copyParts = async (
    entry: NewOutboxEntry,
    file: Blob,
  ): Promise<Refusal<'disk-full' | 'unreadable'> | null> => {
    const { id } = entry
    for (let part = 0; part * PART_BYTES < file.size; part += 1) {
      const slice = file.slice(part * PART_BYTES, (part + 1) * PART_BYTES)
      const buffer = await slice.arrayBuffer().catch(() => null)
      if (!buffer || stopped) return refuse('unreadable')
      // Taken back meanwhile.
      if (!entries.has(id)) return null
      const refused = whenDiskAllows(() =>
        store.writeOwn((own) => addPart(own, id, part, new Uint8Array(buffer))),
      )
      if (refused) return refused
      tellProgress(entry, Math.min(1, ((part + 1) * PART_BYTES) / file.size))
    }
    items.setProgress(id, 0)
    return null
  }

  /** The program may have ended between the message's arrival in one file and its leaving the other. */
  const settle = (): void => {
    const byThread = Map.groupBy(entries.values(), ({ conversationId }) => conversationId)
    const arrived = new Set<MessageId>()
    for (const [conversationId, waiting] of byThread) {
      for (const id of arrivedAmong(
        store.cache,
        conversationId,
        waiting.map(({ id }) => id),
      ))
        arrived.add(id)
    }
    const gone = [...entries.values()].filter(({ id }) => arrived.has(id))
    if (gone.length > 0) whenDiskAllows(() => store.writeOwn((own) => removeFromOutbox(own, gone)))
    drop(gone)
  }

  /** Into a chat of several one writes only so fast; what waits to be sent counts too. */
  const waitInChat = (conversationId: ConversationId): number => {
    if (readChat(store.cache, conversationId)?.chat.kind !== 'adhoc') return 0
    const now = clock.now()
    const ahead = serverTime.now() - now
    const unsent = [...entries.values()].filter((entry) => entry.conversationId === conversationId)
    const sent = ownMessageTimes(store.cache, conversationId, agentId, LOOKED_BACK)
    const times = [...sent.map((at) => at - ahead), ...unsent.map(({ createdAt }) => createdAt)]
    return waitBeforeNext(times, now)
  }

  load()
  settle()
  return {
    items: (conversationId) =>
      [...entries.values()]
        .filter((entry) => conversationId === null || entry.conversationId === conversationId)
        .map((entry) => items.toItem(entry, sender.isSending(entry.id))),
    file: (id) => {
      const entry = entries.get(id)
      return entry && entry.kind !== 'text' && !entry.stored ? items.blobOf(entry) : null
    },
    count: () => [...entries.values()].filter(({ state }) => state !== 'accepted').length,
    sendText: ({ id, conversationId, body, seenSeq, quote = null, holdMs = 0 }) => {
      // Asked again because the first answer was lost: it is kept already, or has even arrived.
      if (id && (entries.has(id) || arrivedAmong(store.cache, conversationId, [id]).length > 0))
        return ok({ id })
      const { length } = body.text
      if (length > TEXT_LIMIT) return refuse('too-long', { limit: TEXT_LIMIT, actual: length })
      const waitMs = waitInChat(conversationId)
      if (waitMs > 0) return refuse('too-fast', { count: Math.ceil(waitMs / 1000) })
      const entry = newEntry(
        conversationId,
        {
          kind: 'text',
          text: body.text,
          mime: 'text/plain',
          bytes: length,
          seenSeq,
          quote,
          state: 'queued',
        },
        id,
      )
      return start(entry, holdMs)
    },
    sendFile: async ({
      conversationId,
      file,
      name,
      as: kind,
      alt = '',
      seconds,
      holdMs = 0,
      draftFileId = '',
    }) => {
      const limit = kind === 'image' ? IMAGE_LIMIT_BYTES : FILE_LIMIT_BYTES
      if (file.size > limit) return refuse('too-large', { limit, actual: file.size })
      if (kind === 'image' ? !IMAGE_TYPES.has(file.type) : isForbiddenName(name))
        return refuse('type-not-allowed')
      const entry = newEntry(conversationId, {
        kind,
        text: name.slice(0, 255),
        mime: file.type,
        bytes: file.size,
        seenSeq: null,
        alt: alt.trim().slice(0, kind === 'image' ? ALT_LIMIT : TRANSCRIPT_LIMIT),
        seconds: seconds ?? null,
        state: 'storing',
      })
      if (kind === 'image') items.keep(entry.id, file)
      // What is still being kept beside the draft is copied from where it comes from.
      const isKept = measureDraftFile(store.own, agentId, draftFileId) === file.size
      const refused = put(entry) ?? (isKept ? null : await copyParts(entry, file))
      const stored = entries.get(entry.id)
      if (refused) {
        if (stored) {
          whenDiskAllows(() => store.writeOwn((own) => removeFromOutbox(own, [stored])))
          drop([stored])
          store.announce('outbox', `outbox:${conversationId}`)
        }
        return refused
      }
      // Its author took it back: it was wanted, and is no more.
      if (!stored) return ok({ id: entry.id })
      const failed = whenDiskAllows(() =>
        change(stored, { state: 'queued' }, (own) => {
          if (isKept) moveToOutbox(own, agentId, draftFileId, stored.id)
          markStored(own, stored)
        }),
      )
      if (failed) return failed
      if (holdMs > 0) items.hold(entry.id, holdMs)
      sender.advance(conversationId)
      return ok({ id: entry.id })
    },
    sendStored: ({ conversationId, file, holdMs = 0 }) => {
      const { kind, fileId, name, mime, bytes } = file
      const size = kind === 'image' ? { width: file.width, height: file.height } : NO_SIZE
      const entry = newEntry(conversationId, {
        kind,
        text: name,
        mime,
        bytes,
        seenSeq: null,
        alt: file.alt ?? '',
        seconds: file.kind === 'file' ? (file.seconds ?? null) : null,
        file: { id: fileId, name, mime, bytes, ...size },
        stored: true,
        state: 'queued',
      })
      return start(entry, holdMs)
    },
    retry: ({ id, force }) => {
      const entry = entries.get(id)
      if (entry?.state !== 'failed') return refuse('not-found')
      const expiresAt = serverTime.now() + KEPT_MS
      const seenSeq = force ? null : entry.seenSeq
      const file = entry.stored ? entry.file : null
      const refused = whenDiskAllows(() =>
        change(entry, { state: 'queued', reason: null, file, expiresAt, seenSeq }, (own) =>
          requeue(own, entry, seenSeq, expiresAt),
        ),
      )
      if (refused) return refused
      sender.advance(entry.conversationId)
      return ok({})
    },
    discard: ({ id }) => {
      const entry = entries.get(id)
      if (!entry) return refuse('not-found')
      const refused = whenDiskAllows(() => store.writeOwn((own) => removeFromOutbox(own, [entry])))
      if (refused) return refused
      drop([entry])
      sender.cancel(entry)
      return ok({})
    },
    pause: ({ id, paused }) => {
      const entry = entries.get(id)
      if (entry?.state !== (paused ? 'queued' : 'paused') || entry.kind === 'text') return refuse('not-found')
      const refused = whenDiskAllows(() =>
        change(entry, { state: paused ? 'paused' : 'queued' }, (own) => markPaused(own, entry, paused)),
      )
      if (refused) return refused
      if (paused) sender.cancel(entry)
      else sender.advance(entry.conversationId)
      return ok({})
    },
    arrived: ({ own }, sent, revision) => {
      if (entries.size === 0) return
      const here = sent.flatMap((id) => entries.get(id) ?? [])
      const gone = [...here, ...acceptedUpTo(own, agentId, revision)]
      removeFromOutbox(own, gone)
      drop(gone)
      // After the commit: what is sent next may not be taken back by a failing one.
      if (here.length > 0) queueMicrotask(() => here.forEach((entry) => sender.advance(entry.conversationId)))
    },
    flush: () => {
      items.releaseAll()
      sender.connected()
    },
    connected: () => {
      load()
      sender.connected()
    },
    stop: () => {
      stopped = true
      sender.stop()
      log.debug('the outbox was closed', { waiting: entries.size })
    },
  }
}

type Own = Parameters<Parameters<Store['writeOwn']>[0]>[0]
