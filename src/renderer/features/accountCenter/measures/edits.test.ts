import { expect, it } from 'vitest'

import { movedTo } from '../../../../base/movedTo.ts'
import type { GroupId, Measure } from '../../../../protocol/model/index.ts'
import { addable, added, areComplete, isUnreached, newMeasure, OFF_HOURS_KINDS } from './edits.ts'

const GROUP = 'group-1' as GroupId

it('R-02-100 measures are added once, texts and groups more often, and moved', () => {
  const list: Measure[] = [newMeasure('text', GROUP), newMeasure('pending-pool', GROUP)]
  expect(addable(OFF_HOURS_KINDS, list)).toEqual(['text', 'bot', 'other-group', 'leave-message'])
  expect(movedTo(list, 1, 0).map(({ kind }) => kind)).toEqual(['pending-pool', 'text'])
  const ended: Measure[] = [{ kind: 'leave-message' }]
  const longer = added(ended, newMeasure('pending-pool', GROUP))
  expect(longer.map(({ kind }) => kind)).toEqual(['pending-pool', 'leave-message'])
  expect(isUnreached(movedTo(longer, 0, 1), 1)).toBe(true)
  expect(isUnreached(longer, 1)).toBe(false)
  expect(areComplete(list)).toBe(false)
  expect(areComplete([{ kind: 'text', text: '明早见' }])).toBe(true)
  expect(areComplete([{ kind: 'text', text: '长'.repeat(101) }])).toBe(false)
})
