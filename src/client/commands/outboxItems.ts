import type { MessageId } from '../../protocol/model/index.ts'
import type { OutboxItem } from '../api.ts'
import { readParts, type OutboxEntry } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'

/** What is known of waiting messages only while the program runs: uploads under way, pictures to show. */
export interface OutboxItems {
  toItem(entry: OutboxEntry, sending: boolean): OutboxItem
  /** The bytes of a file as they were given, or as they are kept. */
  blobOf(entry: OutboxEntry): Blob
  keep(id: MessageId, blob: Blob): void
  setProgress(id: MessageId, share: number): void
  forget(id: MessageId): void
}

export const createOutboxItems = (store: Store): OutboxItems => {
  // The same Blob each time: whoever shows it may make one address of it and keep that.
  const pictures = new Map<MessageId, Blob>()
  const progress = new Map<MessageId, number>()

  const blobOf = (entry: OutboxEntry): Blob => {
    const known = pictures.get(entry.id)
    if (known) return known
    const blob = new Blob(readParts(store.own, entry.id) as Uint8Array<ArrayBuffer>[], { type: entry.mime })
    if (entry.kind === 'image') pictures.set(entry.id, blob)
    return blob
  }

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
              preview: entry.kind === 'image' ? blobOf(entry) : null,
              progress: entry.file ? 1 : (progress.get(entry.id) ?? 0),
            },
      state:
        entry.state === 'failed' ? 'failed' : sending || entry.state === 'accepted' ? 'sending' : 'queued',
      reason: entry.reason,
      createdAt: entry.createdAt,
    }),
    keep: (id, blob) => {
      pictures.set(id, blob)
    },
    setProgress: (id, share) => {
      progress.set(id, share)
    },
    forget: (id) => {
      pictures.delete(id)
      progress.delete(id)
    },
  }
}
