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
  /** The words between line ends, to look through them as one text: some hundred times faster than one by one. */
  let lines: string | null = null

  const known = (): Set<string> => {
    words ??= new Set(db.all<{ word: string }>(sql`select word from search_words`).map(({ word }) => word))
    return words
  }

  return {
    has: (word) => known().has(word),
    add: (fresh) => {
      if (fresh.length === 0) return
      for (const word of fresh) known().add(word)
      lines = null
    },
    wordsWith: (letters) => {
      lines ??= `\n${[...known()].join('\n')}\n`
      const found: string[] = []
      for (let at = lines.indexOf(letters); at !== -1;) {
        const end = lines.indexOf('\n', at)
        found.push(lines.slice(lines.lastIndexOf('\n', at) + 1, end))
        if (found.length > MOST_NAMED) return null
        at = lines.indexOf(letters, end)
      }
      return found
    },
    forget: () => {
      words = null
      lines = null
    },
  }
}
