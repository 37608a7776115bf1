/** C6: finding words among very many cached messages, beside the bare query over the same messages. */
import { systemClock } from '../../src/base/clock.ts'
import { silentLogger } from '../../src/base/logger.ts'
import { refuse } from '../../src/base/result.ts'
import { createQueryEngine, type LiveQueries } from '../../src/client/live/index.ts'
import { createQuiet } from '../../src/client/quiet.ts'
import { createMoment } from '../../src/client/sync/moment.ts'
import { createVisitorWatch } from '../../src/client/sync/visitorWatch.ts'
import type { AgentId } from '../../src/protocol/model/index.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, median } from '../lib/samples.ts'
import { chineseWords, englishWords } from '../lib/text.ts'
import { bareIdOf, fillCache, type CachedMessages } from './cachedMessages.ts'

const LIMIT = 20
const WORDS = 25
const BAR = 3
const ONE_CHARACTER_MS = 20
/** Words of each class whose results are compared with a scan. */
const COMPARED = 3
/** A round of queries takes no time beside the filling. */
const ROUNDS_EACH = 5

interface WordClass {
  readonly name: string
  readonly words: readonly string[]
  readonly single?: boolean
}

const from = (words: readonly string[], rank: number, fits: (word: string) => boolean): string[] =>
  words.slice(rank).filter(fits).slice(0, WORDS)
const chinese = (rank: number, length: number): string[] =>
  from(chineseWords, rank, (word) => Array.from(word).length === length)

const CLASSES: readonly WordClass[] = [
  { name: 'one Chinese character', words: chinese(2000, 2).map((word) => word.slice(0, 1)), single: true },
  { name: 'two Chinese characters, common', words: chinese(30, 2) },
  { name: 'two Chinese characters, usual', words: chinese(2000, 2) },
  { name: 'two Chinese characters, rare', words: chinese(39_000, 2) },
  { name: 'three Chinese characters', words: chinese(2000, 3) },
  {
    name: 'four and more Chinese characters',
    words: chinese(300, 2).map((word, index) => word + (chineseWords[20 + index] ?? '')),
  },
  {
    name: 'two Chinese words',
    words: chinese(300, 2).map((word, index) => `${word} ${chineseWords[20 + index] ?? ''}`),
  },
  { name: 'Latin word, common', words: from(englishWords, 10, (word) => word.length > 3) },
  { name: 'Latin word, rare', words: from(englishWords, 39_000, () => true) },
]

interface Measured {
  readonly bare: number[]
  readonly product: number[]
}

export interface SearchEffort {
  readonly rounds: number
  readonly messages: number
  /** Also this many times the messages, to see how it grows. */
  readonly growth: number | null
}

export const measureSearch = async ({ rounds, messages, growth }: SearchEffort): Promise<Finding[]> => {
  const usual = await measureSize(messages, rounds)
  if (growth === null) return usual.findings
  const large = await measureSize(messages * growth, rounds)
  return [
    ...usual.findings,
    ...CLASSES.map(({ name }, index) =>
      finding(
        'C6',
        `${name}, p99 with ${growth} times the messages`,
        'ms',
        median(large.measured[index]?.product ?? []),
        median(usual.measured[index]?.product ?? []),
        `≤ ${BAR} × of the smaller cache`,
        (ratio) => ratio <= BAR,
      ),
    ),
  ]
}

const measureSize = async (
  messages: number,
  rounds: number,
): Promise<{ findings: Finding[]; measured: Measured[] }> => {
  const cached = await fillCache(messages)
  const live = engineOver(cached)
  const findings: Finding[] = []
  const measured: Measured[] = []
  for (const wordClass of CLASSES) {
    const times = await measureClass(cached, live, wordClass, rounds * ROUNDS_EACH)
    const wrong = await countWrong(cached, live, wordClass)
    measured.push(times)
    findings.push(...findingOf(wordClass, messages, times, wrong))
  }
  live.stop()
  cached.close()
  return { findings, measured }
}

const measureClass = async (
  { bare }: CachedMessages,
  live: LiveQueries,
  { words, single }: WordClass,
  rounds: number,
): Promise<Measured> => {
  const times: Measured = { bare: [], product: [] }
  // The first round fills the page caches of both.
  for (let round = -1; round < rounds; round += 1) {
    const bareMs = createSamples()
    const productMs = createSamples()
    for (const word of words) {
      let began = performance.now()
      if (!single) bare.newest(word)
      bareMs.add(performance.now() - began)
      began = performance.now()
      await live.query('search.local', { text: word, limit: LIMIT })
      productMs.add(performance.now() - began)
    }
    if (round < 0) continue
    times.bare.push(bareMs.percentile(99))
    times.product.push(productMs.percentile(99))
  }
  return times
}

/** Words whose newest messages are not those that a scan of all texts finds. */
const countWrong = async (
  { bare }: CachedMessages,
  live: LiveQueries,
  { words }: WordClass,
): Promise<number> => {
  let wrong = 0
  for (const word of words.slice(0, COMPARED)) {
    const { messages } = await live.query('search.local', { text: word, limit: LIMIT })
    const found = messages.map(({ message }) => bareIdOf(message))
    if (found.join() !== bare.scan(word, LIMIT).join()) wrong += 1
  }
  return wrong
}

const findingOf = (
  { name, single }: WordClass,
  messages: number,
  { bare, product }: Measured,
  wrong: number,
): Finding[] => {
  const what = `${name}, newest ${LIMIT} of ${messages.toLocaleString('en')} messages, p99${wrong > 0 ? `; ${wrong} of ${COMPARED} unlike a scan` : ''}`
  const value = median(product)
  if (single) {
    const holds = (_ratio: number, ms: number): boolean => ms <= ONE_CHARACTER_MS && wrong === 0
    return [finding('C6', what, 'ms', value, null, `≤ ${ONE_CHARACTER_MS} ms, equal to a scan`, holds)]
  }
  const ratio = median(product.map((ms, round) => ms / (bare[round] ?? Number.NaN)))
  const line = finding(
    'C6',
    what,
    'ms',
    value,
    median(bare),
    `≤ ${BAR} × bare, equal to a scan`,
    () => ratio <= BAR && wrong === 0,
  )
  return [{ ...line, ratio }]
}

const askNobody = async () => refuse('offline')

/** The client's queries over these files, without a server. */
export const engineOver = (
  { store }: Pick<CachedMessages, 'store'>,
  agentId: AgentId | null = null,
): LiveQueries =>
  createQueryEngine(
    {
      store,
      moment: createMoment(systemClock, store.announce),
      clock: systemClock,
      log: silentLogger,
      device: { kind: 'web', name: 'bench', version: '0.1.0' },
      recentErrors: () => [],
      agentId: () => agentId,
      endings: () => [],
      queued: () => [],
      effective: () => [],
      fileUrl: () => null,
      media: () => null,
      account: () => ({
        state: 'signed-out',
        cause: null,
        account: null,
        me: null,
        remembered: [],
        notices: [],
      }),
      status: () => ({
        state: 'offline',
        since: 0,
        nextTryAt: null,
        reason: null,
        clockOffsetMs: 0,
        outbox: 0,
        progress: null,
      }),
      outbox: () => [],
      unsentFile: () => null,
      visitors: createVisitorWatch(systemClock, askNobody, store.announce),
      ask: askNobody,
    },
    createQuiet(systemClock),
  )
