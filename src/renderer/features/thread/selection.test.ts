import { beforeEach, expect, it } from 'vitest'

import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'
import { clearSelection, selectUpTo, stepSelection, toggleMessage, useSelection } from './selection.ts'

const HERE = 'c1' as ConversationId
const order = ['a', 'b', 'c', 'd'] as MessageId[]
const [a, b, c] = order as [MessageId, MessageId, MessageId]
const chosen = (): string => [...(useSelection.getState().selection?.ids ?? [])].toSorted().join('')

beforeEach(clearSelection)

it('a stretch goes from where it began, both ways', () => {
  toggleMessage(HERE, b)
  selectUpTo(HERE, order, 'd' as MessageId)
  expect(chosen()).toBe('bcd')
  selectUpTo(HERE, order, a)
  expect(chosen()).toBe('ab')
})

it('keys begin at the newest and stop at the ends', () => {
  for (const step of [-1, -1, -1, 1] as const) stepSelection(HERE, order, step)
  expect(chosen()).toBe('cd')
  stepSelection(HERE, order, 1)
  stepSelection(HERE, order, 1)
  expect(chosen()).toBe('d')
})

it('single ones come and go; with the last one, or in another conversation, it begins anew', () => {
  toggleMessage(HERE, a)
  toggleMessage(HERE, c)
  expect(chosen()).toBe('ac')
  toggleMessage('c2' as ConversationId, b)
  expect(chosen()).toBe('b')
  toggleMessage('c2' as ConversationId, b)
  expect(useSelection.getState().selection).toBe(null)
})
