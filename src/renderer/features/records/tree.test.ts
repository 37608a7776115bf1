import { expect, it } from 'vitest'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { keyOf, treeLines, type Branch, type Leaf } from './tree.ts'

const leaf = (id: string, chat: ConversationRow['chat'], name: string, customerNumber = 0): Leaf => ({
  row: { id: id as ConversationId, chat, customerNumber, publicName: null } as ConversationRow,
  name,
})
const LEAVES = [
  leaf('c1', null, '武嘉禾', 17),
  leaf('g1', 'adhoc', '培训'),
  leaf('d1', 'direct', '周予安'),
  leaf('c2', null, 'Samuel Keller', 18),
  leaf('s1', 'self', '文件助手'),
]
const shown = (text: string, closed: readonly Branch[] = []): readonly string[] =>
  treeLines(LEAVES, new Set(closed), text).map(keyOf)

it('R-06-173 everybody is under their branch in the order of the list, and a closed branch hides its own', () => {
  expect(shown('')).toEqual(['customers', 'c1', 'c2', 'groups', 'g1', 'colleagues', 'd1', 's1'])
  expect(shown('', ['customers', 'groups'])).toEqual(['customers', 'groups', 'colleagues', 'd1', 's1'])
  expect(treeLines([], new Set(), '')).toHaveLength(3)
})

it('R-06-173 somebody is found by a part of the name, by initials and by number, in a closed branch, too', () => {
  expect(shown('kel', ['customers'])).toEqual(['customers', 'c2'])
  expect(shown('wjh')).toEqual(['customers', 'c1'])
  expect(shown('17')).toEqual(['customers', 'c1'])
  expect(shown('nobody')).toEqual([])
})
