import { expect, it } from 'vitest'

import { formatCsv, parseCsv } from './csv.ts'

const TABLE = [
  ['分组', '标题', '内容'],
  ['物流', '引号 "与", 逗号', '第一行\n第二行'],
  ['物流', ' 空格 ', ''],
]

it('reads what it has written', () => {
  expect(parseCsv(formatCsv(TABLE))).toEqual(TABLE)
})

it('reads what other programs write: other line ends, other separators, empty lines', () => {
  expect(parseCsv('a,b\nc,"d ""e"""\n\n , \n')).toEqual([
    ['a', 'b'],
    ['c', 'd "e"'],
  ])
  expect(parseCsv('a;b\r\nc;d,e')).toEqual([
    ['a', 'b'],
    ['c', 'd,e'],
  ])
  expect(parseCsv('a\tb')).toEqual([['a', 'b']])
  expect(parseCsv('')).toEqual([])
})

it('R-06-102 writes what a spreadsheet program would calculate as text, and reads it back', () => {
  const formulas = [["=cmd|' /C calc'!A0", '+49 30 1234', '-10%', '@all', "'=1", "it's", '\tx']]
  expect(formatCsv(formulas)).toContain("'=cmd")
  expect(formatCsv(formulas)).not.toMatch(/(?:^|[,\n"\uFEFF])[=+\-@]/u)
  expect(parseCsv(formatCsv(formulas))).toEqual(formulas)
})
