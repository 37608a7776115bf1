import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createMemoryArea } from '../../../tests/support/widgetSocket.ts'
import { createIds } from '../../base/ids.ts'
import { createStorage } from '../shared/storage.ts'
import { createOutbox } from './outbox.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const

describe('the outbox of the widget', () => {
  it('R-18-026 keeps messages through a reload, in order and with the same ids', () => {
    const area = createMemoryArea()
    const ids = createIds(createTestClock())
    const storage = createStorage(() => area, 'w1')
    storage.keepFor('persistent')
    const first = createOutbox(storage, ids)
    const added = ['a', 'b', 'c'].map((value) => first.add(text(value), 1))
    const again = createOutbox(
      createStorage(() => area, 'w1'),
      ids,
    )
    expect(again.items()).toEqual(added)
    expect(again.next()).toEqual(added[0])
    expect(
      createOutbox(
        createStorage(() => area, 'w2'),
        ids,
      ).items(),
    ).toEqual([])
  })

  it('a refused message holds nobody up and keeps its id when it is sent again', () => {
    const ids = createIds(createTestClock())
    const outbox = createOutbox(createStorage(createMemoryArea, 'w1'), ids)
    const one = outbox.add(text('one'), 1)
    const two = outbox.add(text('two'), 2)
    outbox.refuse(one.id, 'not-accepted')
    expect(outbox.next()).toEqual(two)
    outbox.retry(one.id)
    expect(outbox.next()?.id).toBe(one.id)
    expect(outbox.next()?.commandId).not.toBe(one.commandId)
  })

  it('ignores what others wrote into the storage', () => {
    const area = createMemoryArea()
    area.setItem('foyer:w1:out:x', '{"id":1')
    area.setItem('foyer:w1:out:y', '{"id":"y"}')
    area.setItem('foyer:w1:out:z', 'null')
    const outbox = createOutbox(
      createStorage(() => area, 'w1'),
      createIds(createTestClock()),
    )
    expect(outbox.items()).toEqual([])
  })
})
