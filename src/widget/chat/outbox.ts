import type { Ids } from '../../base/ids.ts'
import type { MessageId, WrittenBody } from '../../protocol/model/index.ts'
import type { SeenQuote } from '../../protocol/wire/index.ts'
import type { Storage } from '../shared/storage.ts'

/** A message the server does not have yet. */
export interface OutboxItem {
  readonly id: MessageId
  /** Permanent through every retry; a new one only when the customer sends a refused message again. */
  readonly commandId: string
  readonly body: WrittenBody
  /** What it answers. */
  readonly quote?: SeenQuote
  readonly at: number
  /** Why the server refused it; null while it waits. */
  readonly refused: string | null
}

/**
 * Messages on their way, kept on the device until the server has them (R-18-026).
 *
 * Each has an id that never changes, so that a message sent again after a lost answer, by another tab or after a
 * reload arrives once. They are sent one after another, oldest first; a refused one is set aside and holds nobody up.
 */
export interface Outbox {
  items(): readonly OutboxItem[]
  /** The next to send, or null. */
  next(): OutboxItem | null
  add(body: WrittenBody, at: number, quote?: SeenQuote | null): OutboxItem
  remove(id: string): void
  refuse(id: string, code: string): void
  retry(id: string): void
}

const PREFIX = 'out:'

export const createOutbox = (storage: Storage, ids: Ids): Outbox => {
  const list: OutboxItem[] = storage
    .names()
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .flatMap((name) => parse(storage.get(name)))
  const keep = (item: OutboxItem): void => {
    storage.set(PREFIX + item.id, JSON.stringify(item))
  }
  const change = (id: string, to: (item: OutboxItem) => OutboxItem): void => {
    const index = list.findIndex((item) => item.id === id)
    const item = list[index]
    if (!item) return
    const changed = to(item)
    list[index] = changed
    keep(changed)
  }
  return {
    items: () => [...list],
    next: () => list.find(({ refused }) => refused === null) ?? null,
    add: (body, at, quote) => {
      const id = ids.next()
      const item: OutboxItem = {
        id: id as MessageId,
        commandId: id,
        body,
        ...(quote && { quote }),
        at,
        refused: null,
      }
      list.push(item)
      keep(item)
      return item
    },
    remove: (id) => {
      const index = list.findIndex((item) => item.id === id)
      if (index >= 0) list.splice(index, 1)
      storage.remove(PREFIX + id)
    },
    refuse: (id, code) => {
      change(id, (item) => ({ ...item, refused: code }))
    },
    // The first answer to the old command is final; the message keeps its id, so it still cannot arrive twice.
    retry: (id) => {
      change(id, (item) => ({ ...item, refused: null, commandId: ids.next() }))
    },
  }
}

/** One item, or none when somebody else wrote something into the storage. */
const parse = (text: string | null): OutboxItem[] => {
  try {
    const item = JSON.parse(text ?? '') as Partial<OutboxItem>
    const complete = item.id && item.commandId && item.body?.kind && typeof item.at === 'number'
    return complete ? [{ refused: null, ...item } as OutboxItem] : []
  } catch {
    return []
  }
}
