import { groupsOf, type Search, type TermGroup } from '../../domain/search/terms.ts'
import { NOTHING_LEFT, type Vocabulary } from './vocabulary.ts'

/** One look into the index: these terms find every hit above the document, and below the one of the step before. */
export interface SearchStep {
  readonly groups: readonly TermGroup[]
  readonly above: number
}

/** Some of the words may stand in the same document. */
const SPARE = 4
const WIDER = 4

/**
 * A search from its newest hits down to its oldest.
 *
 * Letters may occur in thousands of words, so the first step names the words met last, and only a step that finds too
 * little is followed by one with more words, which goes on where all documents have been seen.
 */
export const searchSteps = function* (
  search: Search,
  wanted: number,
  { wordsWith }: Pick<Vocabulary, 'wordsWith'>,
): Generator<SearchStep> {
  for (let most = wanted + SPARE; ; most *= WIDER) {
    let above = NOTHING_LEFT
    const groups = groupsOf(search, (letters) => {
      const { words, rest } = wordsWith(letters, most)
      above = Math.max(above, rest)
      return words
    })
    if (groups.length === 0) return
    // Without a word to look up there is no hit above.
    if (groups.every((group) => group.length > 0)) yield { groups, above }
    if (above === NOTHING_LEFT) return
  }
}
