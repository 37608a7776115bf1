import { expect, it } from 'vitest'

import type { QuickReplyId } from '../../../protocol/model/index.ts'
import { inCommands } from './inCommands.ts'

const replies = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => ({
    id: `reply-${index}` as QuickReplyId,
    groupName: '组',
    title: '题',
    texts: [text],
    files: [],
    position: null,
  }))

it('cuts many replies into commands that the server takes', () => {
  expect(inCommands([])).toEqual([])
  expect(inCommands(replies(250, '好')).map(({ length }) => length)).toEqual([100, 100, 50])
  const long = inCommands(replies(200, '字'.repeat(500)))
  expect(long.flat()).toHaveLength(200)
  for (const piece of long) expect(JSON.stringify(piece).length * 3).toBeLessThan(256 * 1024 * 3)
  expect(long.length).toBeGreaterThan(2)
})
