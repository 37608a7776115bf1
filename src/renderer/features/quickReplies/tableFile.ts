import { formatCsv, parseCsv } from '../../../base/csv.ts'
import type { QuickReplyView } from '../../../client/api.ts'
import { exportRows } from '../../../domain/quickReplies/checkImport.ts'
import { saveFile } from '../../ui/index.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

/** What tables are written as. */
export const TABLE_FORMATS = ['xlsx', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** Gives the table to the browser as a file. */
export const exportTable = (
  format: TableFormat,
  name: string,
  headings: readonly string[],
  replies: readonly QuickReplyView[],
): void => {
  // What has files but no text says nothing in a table.
  const rows = [headings, ...exportRows(replies.filter(({ texts }) => texts.length > 0))]
  const file = format === 'xlsx' ? writeXlsx(rows) : new Blob([formatCsv(rows)], { type: 'text/csv' })
  saveFile(`${name}.${format}`, file)
}

/** The rows of a file of either kind, whatever its name says; null: it cannot be read. */
export const readTable = async (file: File): Promise<string[][] | null> => {
  const isArchive = (await file.slice(0, 2).text()) === 'PK'
  if (isArchive) return readXlsx(file)
  const text = await readText(file)
  // A picture or a program, whatever its name says.
  return text.includes('\0') ? null : parseCsv(text)
}

/** The text of a file: UTF-8, or what Chinese spreadsheet programs still write. */
const readText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
