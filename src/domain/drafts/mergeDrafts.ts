import { DRAFT_LIMITS } from '../../protocol/model/limits.ts'

/** What two drafts have in common, whatever kind of file goes along. */
interface Mergeable<F> {
  readonly text: string
  readonly caret: number
  readonly quote: unknown
  readonly files: readonly F[]
}

/** Whether there is nothing in it that anybody would miss. */
export const isEmptyDraft = ({ text, quote, files }: Mergeable<unknown>): boolean =>
  text === '' && quote === null && files.length === 0

/**
 * Two devices have written at the same place: the newer text comes first, the other one below it (R-06-096).
 *
 * Of the quotes the newer one is kept, as there can be only one; files are those of both.
 */
export const mergeDrafts = <F, D extends Mergeable<F>>(
  newer: D | null,
  older: D | null,
  idOf: (file: F) => string,
): D | null => {
  if (!newer || !older) return newer ?? older
  const known = new Set(newer.files.map(idOf))
  return {
    ...newer,
    text: mergeTexts(newer.text, older.text),
    quote: newer.quote ?? older.quote,
    files: [...newer.files, ...older.files.filter((file) => !known.has(idOf(file)))].slice(
      0,
      DRAFT_LIMITS.files,
    ),
  }
}

/** The newer text, and below it the other one unless it says nothing more. */
const mergeTexts = (newer: string, older: string): string => {
  if (newer.includes(older)) return newer
  return newer === '' ? older : `${newer}\n${older}`.slice(0, DRAFT_LIMITS.text)
}
