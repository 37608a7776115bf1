import { sql, type Sql } from '../../base/sql.ts'
import { NUMBER } from '../../domain/search/terms.ts'
import type { ReadDb, WriteDb } from './database.ts'

/**
 * All indexed words of letters, in memory: a million messages hold some ten thousand different ones.
 *
 * Letters are found inside words by looking up the words that hold them. There may be thousands, but who wants the
 * newest twenty documents needs no more than the twenty words met last, so with each word goes the newest document
 * that has it.
 */
export interface Vocabulary {
  /** The newest document with the word, or a number above it; undefined: never met. */
  newestOf(word: string): number | undefined
  /** Takes over what was met, once it is committed. */
  learn(met: MetWords): void
  /** At most `most` words in which `letters` occurs, those met last. */
  wordsWith(letters: string, most: number): WordsFound
  /** Reads the words anew at the next question: another cache was opened. */
  forget(): void
}

export interface WordsFound {
  readonly words: readonly string[]
  /** No document above this one has any of the words left out; `NOTHING_LEFT` when there are none. */
  readonly rest: number
}

export const NOTHING_LEFT = -1

/** Words of one index; the documents of each are numbered for themselves. */
export type WordsOf = 'messages' | 'customers'

/** Words with the newest document they were met in. */
export interface MetWords extends Iterable<readonly [word: string, document: number]> {
  add(words: Iterable<string>, document: number): void
}

export const metWords = (): MetWords => {
  const newest = new Map<string, number>()
  return {
    add: (words, document) => {
      for (const word of words) if ((newest.get(word) ?? NOTHING_LEFT) < document) newest.set(word, document)
    },
    [Symbol.iterator]: () => newest.entries(),
  }
}

/** A word in daily use is written once in so many documents, with the last of them. */
const STEP = 8192

const lastOfStep = (document: number): number => Math.floor(document / STEP) * STEP + STEP - 1

export const saveWords = (
  db: WriteDb,
  of: WordsOf,
  met: MetWords,
  known: Pick<Vocabulary, 'newestOf'>,
): void => {
  for (const [word, document] of met) {
    const newest = lastOfStep(document)
    const before = known.newestOf(word)
    if (before !== undefined && lastOfStep(before) >= newest) continue
    db.run(sql`
      insert into ${TABLES[of]} (word, newest) values (${word}, ${newest})
      on conflict (word) do update set newest = max(newest, excluded.newest)`)
  }
}

const TABLES: Readonly<Record<WordsOf, Sql>> = { messages: sql`search_words`, customers: sql`customer_words` }

interface Word {
  readonly text: string
  newest: number
}

export const createVocabulary = (db: ReadDb, of: WordsOf): Vocabulary => {
  let words: Map<string, Word> | null = null
  /** The words by each pair of letters in them; made by the first question for the inside of a word. */
  let byPair: Map<string, Word[]> | null = null

  const known = (): Map<string, Word> => {
    words ??= new Map(
      db.all<Word>(sql`select word as text, newest from ${TABLES[of]}`).map((word) => [word.text, word]),
    )
    return words
  }
  const paired = (): Map<string, Word[]> => {
    if (byPair) return byPair
    byPair = new Map()
    for (const word of known().values()) addPairs(byPair, word)
    return byPair
  }
  /** The words that may hold the letters: of all their pairs the one that the fewest words have decides. */
  const candidates = (letters: string): Iterable<Word> => {
    const [first, ...others] = pairsIn(letters)
    if (first === undefined) return known().values()
    let fewest = paired().get(first) ?? []
    for (const pair of others) {
      const holding = paired().get(pair) ?? []
      if (holding.length < fewest.length) fewest = holding
    }
    return fewest
  }

  return {
    newestOf: (word) => known().get(word)?.newest,
    learn: (met) => {
      for (const [text, newest] of met) {
        const word = known().get(text)
        if (word) word.newest = Math.max(word.newest, newest)
        else {
          const fresh = { text, newest }
          known().set(text, fresh)
          if (byPair) addPairs(byPair, fresh)
        }
      }
    },
    wordsWith: (letters, most) => {
      const found: Word[] = []
      for (const word of candidates(letters)) if (word.text.includes(letters)) found.push(word)
      const rest = found.length <= most ? NOTHING_LEFT : largest(found, most)
      const names = found.filter(({ newest }) => newest > rest).map(({ text }) => text)
      // The letters in words with digits were not always kept: then those are asked for each time.
      if (known().has(NUMBER)) names.push(NUMBER)
      return { words: names, rest }
    },
    forget: () => {
      words = null
      byPair = null
    },
  }
}

/** What stands at `index` when the newest documents are put in order, the newest first. */
const largest = (words: readonly Word[], index: number): number =>
  Float64Array.from(words, ({ newest }) => newest).sort()[words.length - 1 - index] ?? NOTHING_LEFT

const pairsIn = (word: string): Set<string> => {
  const pairs = new Set<string>()
  for (let index = 0; index < word.length - 1; index += 1) pairs.add(word.slice(index, index + 2))
  return pairs
}

const addPairs = (byPair: Map<string, Word[]>, word: Word): void => {
  for (const pair of pairsIn(word.text)) {
    const holding = byPair.get(pair)
    if (holding) holding.push(word)
    else byPair.set(pair, [word])
  }
}
