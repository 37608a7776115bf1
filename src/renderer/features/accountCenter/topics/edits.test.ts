import { expect, it } from 'vitest'

import type { TopicId } from '../../../../protocol/model/index.ts'
import {
  addTopic,
  moveTopic,
  nameProblem,
  removeTopic,
  renameTopic,
  treeOf,
  type TopicTree,
} from './edits.ts'

const id = (text: string): TopicId => text as TopicId
const named = (text: string) => ({ id: id(text), name: text })
const tree: TopicTree = [
  { ...named('order'), topics: [named('invoice'), named('refund')] },
  { ...named('other'), topics: [] },
]
const text = (topics: TopicTree): string =>
  topics.map((first) => [first.name, ...first.topics.map(({ name }) => name)].join('/')).join(' ')

it('reads the tree without what was deleted', () => {
  const topics = [
    { ...named('order'), parentId: null, removed: false },
    { ...named('gone'), parentId: id('order'), removed: true },
    { ...named('refund'), parentId: id('order'), removed: false },
  ]
  expect(text(treeOf(topics))).toBe('order/refund')
})

it('adds, renames, moves and deletes on both levels', () => {
  expect(text(addTopic(tree, null, named('new')))).toBe('order/invoice/refund other new')
  expect(text(addTopic(tree, id('other'), named('new')))).toBe('order/invoice/refund other/new')
  expect(text(renameTopic(tree, id('order'), 'Orders'))).toBe('Orders/invoice/refund other')
  expect(text(renameTopic(tree, id('refund'), 'money'))).toBe('order/invoice/money other')
  expect(text(moveTopic(tree, id('order'), 1))).toBe('other order/invoice/refund')
  expect(text(moveTopic(tree, id('refund'), -1))).toBe('order/refund/invoice other')
  expect(text(moveTopic(tree, id('order'), -1))).toBe('order/invoice/refund other')
  expect(text(removeTopic(tree, id('order')))).toBe('other')
  expect(text(removeTopic(tree, id('invoice')))).toBe('order/refund other')
})

it('takes names of 12 full-width characters, or 24 others', () => {
  expect(nameProblem(' ')).toBe('empty')
  expect(nameProblem(` ${'字'.repeat(12)} `)).toBe(null)
  expect(nameProblem('字'.repeat(13))).toBe('long')
  expect(nameProblem('a'.repeat(24))).toBe(null)
  expect(nameProblem('a'.repeat(25))).toBe('long')
})
