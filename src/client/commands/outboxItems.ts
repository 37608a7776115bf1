import type { Clock } from '../../base/clock.ts'
import type { MessageId, QuickReplyFile } from '../../protocol/model/index.ts'
import type { OutboxItem } from '../api.ts'
import { readParts, type OutboxEntry } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { ServerTime } from '../sync/serverTime.ts'

/**
 * What is known of waiting messages only while the program runs: uploads under way, pictures to show, and how long one
 * can be taken back. After a crash nobody is there to do that any more, and it goes with the next connection.
 */
export interface OutboxItems {
  toItem(entry: OutboxEntry, sending: boolean): OutboxItem
  /** The bytes of a file as they were given, or as they are kept. */
  blobOf(entry: OutboxEntry): Blob
  keep(id: MessageId, blob: Blob): void
  setProgress(id: MessageId, share: number): void
  hold(id: MessageId, forMs: number): void
  /** So long it is still held. */
  heldFor(id: MessageId): number
  releaseAll(): void
  forget(id: MessageId): void
}

export const createOutboxItems = (store: Store, clock: Clock, serverTime: ServerTime): OutboxItems => {
  // The same Blob each time: whoever shows it may make one address of it and keep that.
  const pictures = new Map<MessageId, Blob>()
  const progress = new Map<MessageId, number>()
  const heldUntil = new Map<MessageId, number>()

  const blobOf = (entry: OutboxEntry): Blob => {
    const known = pictures.get(entry.id)
    if (known) return known
    const blob = new Blob(readParts(store.own, entry.id) as Uint8Array<ArrayBuffer>[], { type: entry.mime })
    if (entry.kind === 'image') pictures.set(entry.id, blob)
    return blob
  }

  const heldFor = (id: MessageId): number => Math.max(0, (heldUntil.get(id) ?? 0) - clock.now())

  return {
    blobOf,
    toItem: (entry, sending) => ({
      id: entry.id,
      conversationId: entry.conversationId,
      body:
        entry.kind === 'text'
          ? { kind: 'text', text: entry.text, ...(entry.quote && { quote: entry.quote }) }
          : {
              kind: entry.kind,
              name: entry.text,
              bytes: entry.bytes,
              seconds: entry.seconds ?? undefined,
              preview: entry.kind === 'image' && !entry.stored ? blobOf(entry) : null,
              progress: entry.file ? 1 : (progress.get(entry.id) ?? 0),
              stored: storedIn(entry),
            },
      state:
        entry.state === 'failed' || entry.state === 'paused' || entry.state === 'storing'
          ? entry.state
          : sending || entry.state === 'accepted'
            ? 'sending'
            : 'queued',
      reason: entry.reason,
      heldUntil: heldFor(entry.id) > 0 ? serverTime.now() + heldFor(entry.id) : null,
      createdAt: entry.createdAt,
    }),
    keep: (id, blob) => {
      pictures.set(id, blob)
    },
    setProgress: (id, share) => {
      progress.set(id, share)
    },
    hold: (id, forMs) => {
      heldUntil.set(id, clock.now() + forMs)
    },
    heldFor,
    releaseAll: () => {
      heldUntil.clear()
    },
    forget: (id) => {
      heldUntil.delete(id)
      pictures.delete(id)
      progress.delete(id)
    },
  }
}

/** A file of the server's, in the form in which it can be attached again. */
const storedIn = ({ stored, file, alt, seconds }: OutboxEntry): QuickReplyFile | null => {
  if (!stored || !file) return null
  const { id: fileId, name, mime, bytes, width, height } = file
  const common = { fileId, name, mime, bytes, ...(alt && { alt }) }
  return width !== null && height !== null
    ? { kind: 'image', ...common, width, height }
    : { kind: 'file', ...common, ...(seconds !== null && { seconds }) }
}
