import { expect, it } from 'vitest'

import { checkImport, exportRows } from './checkImport.ts'

const HEADINGS = ['分组', 'group']

it('says of each row whether it is taken, and why not, before anything is stored', () => {
  const library = [{ groupName: '物流', title: '发货', texts: ['明天发'] }]
  const report = checkImport(
    [
      ['分组', '标题', '内容'],
      ['物流', '催件', '已经加急', '请稍等', ''],
      ['', '催件', '好'],
      ['物流', '', '好'],
      ['物流', '空'],
      ['物流', '长', '字'.repeat(501)],
      ['物流', '多', '1', '2', '3', '4', '5', '6'],
      ['物流', '发货', '明天发'],
      ['物流', '催件', '已经加急', '请稍等'],
      ['组'.repeat(33), '催件', '好'],
      ['物流', '题'.repeat(65), '好'],
    ],
    library,
    HEADINGS,
  )
  expect(report.accepted).toEqual([
    { groupName: '物流', title: '催件', texts: ['已经加急', '请稍等'], files: [] },
  ])
  expect(report.refused.map(({ row, problem }) => [row, problem])).toEqual([
    [3, 'no-group'],
    [4, 'no-title'],
    [5, 'no-text'],
    [6, 'text-too-long'],
    [7, 'too-many-texts'],
    [8, 'known'],
    [9, 'known'],
    [10, 'group-too-long'],
    [11, 'title-too-long'],
  ])
})

it('takes what fits and refuses what is over the limits, row by row', () => {
  const rows = Array.from({ length: 210 }, (_, index) => ['物流', String(index), '好'])
  const report = checkImport(rows, [], HEADINGS)
  expect(report.accepted).toHaveLength(200)
  expect(report.refused[0]).toEqual({ row: 201, title: '200', problem: 'reply-group-full' })
})

it('reads what was exported', () => {
  const replies = [{ groupName: '物流', title: '发货', texts: ['明天发', '再见'], files: [] }]
  expect(checkImport(exportRows(replies), [], HEADINGS).accepted).toEqual(replies)
})
