import { readZip, writeZip } from '../../../base/zip.ts'

/** Far more than the largest library. */
const MOST_BYTES = 50_000_000

/** The rows of the first sheet of a workbook, those without anything left out; null: it is none that can be read. */
export const readXlsx = async (file: Blob): Promise<string[][] | null> => {
  const files = await readZip(new Uint8Array(await file.arrayBuffer()), MOST_BYTES)
  if (!files) return null
  const xml = (name: string): Document | null => {
    const bytes = files.get(name)
    if (!bytes) return null
    const read = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml')
    return read.querySelector('parsererror') ? null : read
  }
  const first = elements(xml('xl/workbook.xml'), 'sheet')[0]?.getAttributeNS(LINKS, 'id')
  const link = elements(xml('xl/_rels/workbook.xml.rels'), 'Relationship').find(
    (one) => one.getAttribute('Id') === first,
  )
  const target = link?.getAttribute('Target')
  const sheet = target ? xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`) : null
  if (!sheet) return null
  const shared = elements(xml('xl/sharedStrings.xml'), 'si').map(textIn)
  return elements(sheet, 'row')
    .map((row) => cellsOf(row, shared))
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

/** A workbook of one sheet, all of it text. */
export const writeXlsx = (rows: readonly (readonly string[])[]): Blob => {
  const cell = (text: string): string =>
    `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  const archive = writeZip([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    ],
    ['_rels/.rels', relationship('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${SHEETS}" xmlns:r="${LINKS}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationship('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${HEAD}<worksheet xmlns="${SHEETS}"><sheetData>${data}</sheetData></worksheet>`,
    ],
  ])
  return new Blob([archive], { type: XLSX_TYPE })
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relationship = (kind: string, target: string): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${LINKS}/${kind}" Target="${target}"/></Relationships>`

/** Programs write the same names with prefixes of their own. */
const elements = (inside: Document | Element | null, name: string): Element[] => [
  ...(inside?.getElementsByTagNameNS('*', name) ?? []),
]

/** Without how Chinese and Japanese are spoken, which stands beside the text. */
const textIn = (element: Element): string =>
  elements(element, 't')
    .filter((part) => part.parentElement?.localName !== 'rPh')
    .map((part) => part.textContent)
    .join('')

/** In their columns: empty cells may be left out. */
const cellsOf = (row: Element, shared: readonly string[]): string[] => {
  const cells: string[] = []
  for (const cell of elements(row, 'c')) {
    const column = columnOf(cell.getAttribute('r')) ?? cells.length
    while (cells.length < column) cells.push('')
    const value = elements(cell, 'v')[0]?.textContent ?? ''
    const kind = cell.getAttribute('t')
    cells[column] = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? textIn(cell) : value
  }
  return cells
}

/** The widest sheet there can be ends with XFD. */
const MOST_COLUMNS = 16_384

/** `C7` is in column 2; null: the cell does not say. */
const columnOf = (place: string | null): number | null => {
  const letters = /^[A-Z]+/u.exec(place ?? '')?.[0]
  if (!letters) return null
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return number <= MOST_COLUMNS ? number - 1 : null
}

/** What XML cannot hold at all is left out. */
const escaped = (text: string): string =>
  text.replaceAll(UNWRITABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
