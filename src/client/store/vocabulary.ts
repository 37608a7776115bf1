import { sql } from '../../base/sql.ts'
import type { ReadDb } from './database.ts'

/** All indexed words of letters, in memory: a million messages hold some ten thousand different ones. */
export interface Vocabulary {
  has(word: string): boolean
  add(words: readonly string[]): void
  /** The words in which `letters` occurs; null when there are too many to name. */
  wordsWith(letters: string): readonly string[] | null
  /** Reads the words anew at the next question: another cache was opened. */
  forget(): void
}

const MOST_NAMED = 200

export const createVocabulary = (db: ReadDb): Vocabulary => {
  let words: Set<string> | null = null
  /** The words by each pair of letters in them; made by the first question for the inside of a word. */
  let byPair: Map<string, string[]> | null = null

  const known = (): Set<string> => {
    words ??= new Set(db.all<{ word: string }>(sql`select word from search_words`).map(({ word }) => word))
    return words
  }
  const paired = (): Map<string, string[]> => {
    if (byPair) return byPair
    byPair = new Map()
    for (const word of known()) addPairs(byPair, word)
    return byPair
  }
  /** The words that may hold the letters: of all their pairs the one that the fewest words have decides. */
  const candidates = (letters: string): Iterable<string> => {
    const [first, ...others] = pairsIn(letters)
    if (first === undefined) return known()
    let fewest = paired().get(first) ?? []
    for (const pair of others) {
      const holding = paired().get(pair) ?? []
      if (holding.length < fewest.length) fewest = holding
    }
    return fewest
  }

  return {
    has: (word) => known().has(word),
    add: (fresh) => {
      for (const word of fresh) {
        if (known().has(word)) continue
        known().add(word)
        if (byPair) addPairs(byPair, word)
      }
    },
    wordsWith: (letters) => {
      const found: string[] = []
      for (const word of candidates(letters)) {
        if (!word.includes(letters)) continue
        found.push(word)
        if (found.length > MOST_NAMED) return null
      }
      return found
    },
    forget: () => {
      words = null
      byPair = null
    },
  }
}

const pairsIn = (word: string): Set<string> => {
  const pairs = new Set<string>()
  for (let index = 0; index < word.length - 1; index += 1) pairs.add(word.slice(index, index + 2))
  return pairs
}

const addPairs = (byPair: Map<string, string[]>, word: string): void => {
  for (const pair of pairsIn(word)) {
    const holding = byPair.get(pair)
    if (holding) holding.push(word)
    else byPair.set(pair, [word])
  }
}
