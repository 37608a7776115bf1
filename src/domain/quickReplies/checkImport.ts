import type { QuickReply, QuickReplyContent } from '../../protocol/model/index.ts'
import { QUICK_REPLY_LIMITS } from '../../protocol/model/limits.ts'
import { fullness, type Full } from './limits.ts'

/** Why a row of a file is not taken. */
export type RowProblem =
  | 'no-group'
  | 'group-too-long'
  | 'no-title'
  | 'title-too-long'
  | 'no-text'
  | 'text-too-long'
  | 'too-many-texts'
  | 'known'
  | Full

export interface RefusedRow {
  /** Which one it is, counted from 1 with the headings. */
  readonly row: number
  readonly title: string
  readonly problem: RowProblem
}

export interface ImportReport {
  readonly accepted: readonly QuickReplyContent[]
  readonly refused: readonly RefusedRow[]
}

/**
 * What would become of the rows of a file in a library, before anything is stored (R-06-102).
 *
 * Columns: group, title, text; each further column is another message. A first row with one of the `headings` of the
 * template is none of the replies.
 */
export const checkImport = (
  rows: readonly (readonly string[])[],
  library: readonly Pick<QuickReply, 'groupName' | 'title' | 'texts'>[],
  headings: readonly string[],
): ImportReport => {
  const accepted: QuickReplyContent[] = []
  const refused: RefusedRow[] = []
  const known = new Set(library.map(keyOf))
  const hasHeadings = headings.includes(rows[0]?.[0]?.trim().toLowerCase() ?? '')
  for (const [index, cells] of rows.entries()) {
    if (index === 0 && hasHeadings) continue
    const content = contentOf(cells)
    const problem =
      problemOf(content) ??
      (known.has(keyOf(content)) ? 'known' : fullness([...library, ...accepted, content]))
    if (problem) refused.push({ row: index + 1, title: content.title, problem })
    else {
      accepted.push(content)
      known.add(keyOf(content))
    }
  }
  return { accepted, refused }
}

/** The rows of the file that `checkImport` reads. */
export const exportRows = (
  replies: readonly Pick<QuickReply, 'groupName' | 'title' | 'texts'>[],
): string[][] => replies.map(({ groupName, title, texts }) => [groupName, title, ...texts])

const contentOf = ([groupName = '', title = '', ...texts]: readonly string[]): QuickReplyContent => ({
  groupName: groupName.trim(),
  title: title.trim(),
  texts: texts.map((text) => text.trim()).filter((text) => text !== ''),
  files: [],
})

const problemOf = ({ groupName, title, texts }: QuickReplyContent): RowProblem | null => {
  if (groupName === '') return 'no-group'
  if (groupName.length > QUICK_REPLY_LIMITS.groupName) return 'group-too-long'
  if (title === '') return 'no-title'
  if (title.length > QUICK_REPLY_LIMITS.title) return 'title-too-long'
  if (texts.length === 0) return 'no-text'
  if (texts.length > QUICK_REPLY_LIMITS.texts) return 'too-many-texts'
  return texts.some((text) => text.length > QUICK_REPLY_LIMITS.text) ? 'text-too-long' : null
}

const keyOf = ({ groupName, title, texts }: Pick<QuickReply, 'groupName' | 'title' | 'texts'>): string =>
  JSON.stringify([groupName, title, texts])
