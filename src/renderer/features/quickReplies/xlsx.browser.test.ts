import { expect, it } from 'vitest'

import { writeZip } from '../../../base/zip.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

it('R-06-102 what is exported is imported again, whatever is in it', async () => {
  const rows = [
    ['Group', 'Title', 'Text'],
    ['问候', '<b> & "c"', ' two\nlines \u0000'],
    ['', '', ''],
    ['物流', '', '😀'],
  ]
  expect(await readXlsx(writeXlsx(rows))).toEqual([
    ['Group', 'Title', 'Text'],
    ['问候', '<b> & "c"', ' two\nlines '],
    ['物流', '', '😀'],
  ])
})

it('R-06-102 a workbook of another program is read: shared texts, prefixes, left out cells, another sheet first', async () => {
  const file = writeZip([
    [
      'xl/workbook.xml',
      '<x:workbook xmlns:x="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet r:id="b"/><x:sheet r:id="a"/></x:sheets></x:workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships xmlns="p"><Relationship Id="a" Target="other.xml"/><Relationship Id="b" Target="/xl/sheets/first.xml"/></Relationships>',
    ],
    [
      'xl/sharedStrings.xml',
      '<sst xmlns="m"><si><t>Greeting</t></si><si><r><t>你</t></r><r><t>好</t></r><rPh><t>nihao</t></rPh></si></sst>',
    ],
    [
      'xl/sheets/first.xml',
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row><x:row/><x:row><x:c r="B3"><x:v>42</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ],
  ])
  expect(await readXlsx(new Blob([file]))).toEqual([
    ['Greeting', '', '你好'],
    ['', '42'],
  ])
})

it('what only looks like a workbook is none', async () => {
  expect(await readXlsx(new Blob(['PK nothing']))).toBeNull()
  expect(await readXlsx(new Blob([writeZip([['xl/workbook.xml', '<broken']])]))).toBeNull()
})
