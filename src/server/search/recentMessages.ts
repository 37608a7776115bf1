/**
 * Messages the index has not come to yet, in memory.
 *
 * The index rests while there is much to do. What it lacks then can be found all the same: here, as text. The text is
 * kept as bytes outside the heap, for the reason of `publish/stretch`, and looked through as bytes: only what holds the
 * words is read.
 */
import { searchableText } from '../../domain/search/searchableText.ts'
import { fold, type Search } from '../../domain/search/terms.ts'
import type { ConversationId, Message, MessageId, OrganizationId } from '../../protocol/model/index.ts'
import type { Committed } from '../engine/types.ts'

export interface RecentMessages {
  committed(commit: Committed): void
  /** The index has everything up to here. */
  indexed(organizationId: OrganizationId, revision: number): void
  /** Whether everything after this revision is here, with room for more. */
  holds(organizationId: OrganizationId, revision: number): boolean
  /** Newest first. */
  find(search: RecentSearch): Promise<MessageId[]>
}

export interface RecentSearch {
  readonly organizationId: OrganizationId
  readonly search: Search
  /** Only older than this instant; null: from the newest on. */
  readonly before: number | null
  /** Only in these threads; null: in all. */
  readonly within: ReadonlySet<ConversationId> | null
}

/** Of one organisation; with more the oldest wait for the index. */
const BLOCKS = 384
/** With more than these there is soon no room. */
const MANY_BLOCKS = 288
const BLOCK_BYTES = 64 * 1024
const SPARE_BLOCKS = 32
/** Bytes of UTF-8 for one unit of UTF-16. */
const LONGEST_CHARACTER = 3
const LENGTH_BYTES = 4
/** Stands between the parts of a record and in none of the first three. */
const BETWEEN = '\u0000'

/** Records one after another, each with its length before it. */
interface Block {
  readonly bytes: Buffer
  used: number
  last: number
}

interface Kept {
  readonly blocks: Block[]
  /** Every message after this revision is here. */
  since: number
}

export const createRecentMessages = (): RecentMessages => {
  const byOrganization = new Map<OrganizationId, Kept>()

  /**
   * Memory outside the heap that is given up is found out only when the collector looks through everything, and much of
   * it makes it look often: so it is used again, unless somebody may be reading in it.
   */
  const spare: Buffer[] = []
  let readers = 0
  const memoryFor = (bytes: number): Buffer =>
    (bytes <= BLOCK_BYTES ? spare.pop() : undefined) ?? Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, bytes))
  const dropOldest = (kept: Kept): void => {
    const oldest = kept.blocks.shift()
    if (!oldest) return
    const { bytes, last } = oldest
    kept.since = Math.max(kept.since, last)
    if (readers === 0 && bytes.length === BLOCK_BYTES && spare.length < SPARE_BLOCKS) spare.push(bytes)
  }

  const keep = (kept: Kept, revision: number, { id, conversationId, at, body }: Message): void => {
    const { blocks } = kept
    const record = [id, conversationId, at, fold(searchableText(body))].join(BETWEEN)
    const most = record.length * LONGEST_CHARACTER + LENGTH_BYTES
    let block = blocks.at(-1)
    if (!block || block.used + most > block.bytes.length) {
      block = { bytes: memoryFor(most), used: 0, last: revision }
      blocks.push(block)
      if (blocks.length > BLOCKS) dropOldest(kept)
    }
    const length = block.bytes.write(record, block.used + LENGTH_BYTES)
    block.bytes.writeUInt32LE(length, block.used)
    block.used += LENGTH_BYTES + length
    block.last = revision
  }

  return {
    committed: ({ organizationId, entries }) => {
      for (const { event, payload, revision } of entries) {
        if (event !== 'message.sent') continue
        const kept = byOrganization.get(organizationId) ?? { blocks: [], since: revision - 1 }
        byOrganization.set(organizationId, kept)
        keep(kept, revision, payload.message)
      }
    },
    indexed: (organizationId, revision) => {
      const kept = byOrganization.get(organizationId)
      while (kept?.blocks[0] && kept.blocks[0].last <= revision) dropOldest(kept)
      if (kept?.blocks.length === 0) byOrganization.delete(organizationId)
    },
    holds: (organizationId, revision) => {
      const kept = byOrganization.get(organizationId)
      return kept !== undefined && kept.since <= revision && kept.blocks.length < MANY_BLOCKS
    },
    find: async (wanted) => {
      readers += 1
      try {
        return await findIn(byOrganization.get(wanted.organizationId)?.blocks ?? [], wanted)
      } finally {
        readers -= 1
      }
    },
  }
}

/** Newest first, with a rest after each block in which something could be. */
const findIn = async (
  blocks: readonly Block[],
  { search, before, within }: RecentSearch,
): Promise<MessageId[]> => {
  const found: MessageId[] = []
  const parts = search.parts.map((part) => Buffer.from(part))
  for (const block of blocks.toReversed()) {
    const seen = block.bytes.subarray(0, block.used)
    if (!parts.every((part) => seen.includes(part))) continue
    const hits: MessageId[] = []
    for (const { id, conversationId, at, text } of recordsOf(seen)) {
      if (before !== null && at >= before) continue
      if (within && !within.has(conversationId)) continue
      if (search.parts.every((part) => text.includes(part))) hits.push(id)
    }
    found.push(...hits.reverse())
    await othersTurn()
  }
  return found
}

const recordsOf = function* (bytes: Buffer) {
  for (let at = 0; at < bytes.length;) {
    const from = at + LENGTH_BYTES
    at = from + bytes.readUInt32LE(at)
    const [id = '', conversationId = '', when = '', ...text] = bytes.toString('utf8', from, at).split(BETWEEN)
    yield {
      id: id as MessageId,
      conversationId: conversationId as ConversationId,
      at: Number(when),
      text: text.join(BETWEEN),
    }
  }
}

const othersTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
