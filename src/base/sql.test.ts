import { expect, it } from 'vitest'

import { sql, sqlList } from './sql.ts'

it('binds values and splices statements', () => {
  const hostile = `'; drop table message; --`
  const where = sql`and kind in (${sqlList(['text', 'file'])})`
  expect(sql`select * from message where id = ${hostile} ${where} limit ${20}`).toEqual({
    text: 'select * from message where id = ? and kind in (?, ?) limit ?',
    values: [hostile, 'text', 'file', 20],
  })
})
