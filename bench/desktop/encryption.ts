/** M5: what it costs that the files are encrypted: the same work over an encrypted and over a plain cache. */
import { randomBytes } from 'node:crypto'

import { insertMessage, readNewestRun } from '../../src/client/store/messages.ts'
import { encryptedWith } from '../../src/main/clientHost/encryptedFiles.ts'
import type { OpenFile } from '../../src/main/clientHost/sqliteDriver.ts'
import type { AgentId, ConversationId } from '../../src/protocol/model/index.ts'
import { fillStore, toMessage, type FilledStore } from '../client/cachedMessages.ts'
import { engineOver } from '../client/search.ts'
import { finding, type Finding } from '../lib/report.ts'
import { median } from '../lib/samples.ts'
import { chineseWords, createRandom } from '../lib/text.ts'

/** As the evaluation of the cipher expects (reliability 4.3). */
const READ_BAR = 1.5
const COMMIT_BAR = 4
const BULK_BAR = 2.5
const PAGE = 50
const PAGES = 100
const COMMITS = 50
const WORDS = 40
const OPENINGS = 5
const LIMIT = 20
/** Rounds take no time beside the filling. */
const ROUNDS_EACH = 4

interface Filled extends FilledStore {
  readonly fillMs: number
  /** With a page of messages at least. */
  readonly long: readonly ConversationId[]
}

export const measureEncryption = async (messages: number, rounds: number): Promise<Finding[]> => {
  const plain = await fill(messages)
  const encrypted = await fill(messages, encryptedWith(randomBytes(32)))
  const size = `${messages.toLocaleString('en')} messages`
  const lines: Finding[] = []
  for (const { what, bar, run } of WORKS) {
    const times: { plain: number; encrypted: number }[] = []
    // The first round fills what the system keeps of both files.
    for (let round = -1; round < rounds * ROUNDS_EACH; round += 1) {
      const pair = { plain: await run(plain, round + 1), encrypted: await run(encrypted, round + 1) }
      if (round >= 0) times.push(pair)
    }
    lines.push(lineOf(`${what}, ${size}`, times, bar))
  }
  const filling = [{ plain: plain.fillMs, encrypted: encrypted.fillMs }]
  lines.push(lineOf(`taking in and indexing ${size}`, filling, BULK_BAR))
  plain.close()
  encrypted.close()
  return lines
}

const lineOf = (
  what: string,
  times: readonly { readonly plain: number; readonly encrypted: number }[],
  bar: number,
): Finding => {
  const ratio = median(times.map(({ plain, encrypted }) => encrypted / plain))
  const line = finding(
    'M5',
    `${what}; beside it a plain file`,
    'ms',
    median(times.map(({ encrypted }) => encrypted)),
    median(times.map(({ plain }) => plain)),
    `≤ ${bar} × plain`,
    () => ratio <= bar,
  )
  return { ...line, ratio }
}

const fill = async (messages: number, openFile?: OpenFile): Promise<Filled> => {
  const began = performance.now()
  const filled = await fillStore(messages, openFile)
  const fillMs = performance.now() - began
  const long = filled.store.cache
    .all<{ id: ConversationId }>({
      text: `select conversation_id as id from messages group by conversation_id having count(*) >= ?`,
      values: [PAGE],
    })
    .map(({ id }) => id)
  filled.store.write(({ cache }) => {
    for (const text of LISTED) cache.run({ text, values: [] })
  })
  // Filled in bulk, used as the product uses it.
  await filled.reopen()
  return { ...filled, fillMs, long }
}

/** The conversations with most messages stand in the list. */
const LISTED = [
  `insert into conversations (id, customer_id, channel, last_seq, delivered_seq, read_seq, created_at, at)
   select conversation_id, conversation_id, 'web', max(seq), 0, 0, min(at), max(at) from messages
   group by conversation_id order by count(*) desc limit 2000`,
  `insert into customers (id, number, name, version, data) select id, rowid, '', 1, '{}' from conversations`,
  `insert into list_entries (conversation_id, read_seq, pinned, added_at) select id, 0, 0, created_at from conversations`,
]

interface Work {
  readonly what: string
  readonly bar: number
  /** Milliseconds of one of many. */
  readonly run: (filled: Filled, round: number) => Promise<number>
}

const each = async (times: number, work: (n: number) => unknown): Promise<number> => {
  const began = performance.now()
  for (let n = 0; n < times; n += 1) await work(n)
  return (performance.now() - began) / times
}

let written = 0

const WORKS: readonly Work[] = [
  {
    what: `a page of ${PAGE} messages`,
    bar: READ_BAR,
    run: async ({ store, long }, round) => {
      const random = createRandom(round + 1)
      return each(PAGES, () => {
        readNewestRun(store.cache, long[random.below(long.length)] ?? NOWHERE, PAGE)
      })
    },
  },
  {
    what: `a search for the newest ${LIMIT}`,
    bar: READ_BAR,
    run: async (filled, round) => {
      const live = engineOver(filled)
      const words = chineseWords.slice(round * WORDS)
      const ms = await each(WORDS, (n) => live.query('search.local', { text: words[n] ?? '', limit: LIMIT }))
      live.stop()
      return ms
    },
  },
  {
    what: 'opening the file, to the list of 2,000 and a page',
    bar: READ_BAR,
    run: async (filled) =>
      each(OPENINGS, async (n) => {
        await filled.reopen()
        const live = engineOver(filled, 'me' as AgentId)
        await live.query('conversations.list', { filter: 'all' })
        live.stop()
        readNewestRun(filled.store.cache, filled.long[n] ?? NOWHERE, PAGE)
      }),
  },
  {
    what: 'a message by itself into the cache',
    bar: COMMIT_BAR,
    run: async ({ store }) =>
      each(COMMITS, () => {
        written += 1
        const message = toMessage({
          id: FIRST_WRITTEN + written,
          conversation: 1,
          seq: FIRST_WRITTEN + written,
          text: '订单 refund',
        })
        store.write(({ cache }) => insertMessage(cache, message))
      }),
  },
]

/** Far above what was filled in. */
const FIRST_WRITTEN = 1_000_000_000
const NOWHERE = '' as ConversationId
