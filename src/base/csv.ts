/**
 * Tables as text: commas, quotation marks around what needs them, and lines of either kind (RFC 4180).
 *
 * A spreadsheet program would calculate what begins like a formula: an apostrophe before it, as these programs have it
 * themselves, says that it is text.
 */
const FORMULA = /^'*[=+\-@\t\r]/u

/** The rows of a table; lines without anything are left out. Semicolons and tabs separate too if the first line has no comma. */
export const parseCsv = (text: string): string[][] => {
  const source = text.replace(/^\uFEFF/u, '')
  const separator = separatorOf(source)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) endCell()
    else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  endRow()
  return rows
}

/** Begins with the mark by which spreadsheet programs recognise UTF-8. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`

const formatCell = (cell: string): string => {
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const separatorOf = (source: string): string => {
  const [first = ''] = source.split('\n', 1)
  return [',', '\t', ';'].find((separator) => first.includes(separator)) ?? ','
}
