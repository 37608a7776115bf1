import { expect, it } from 'vitest'

import { createKeeper } from './keptItems.ts'
import type { LogItem } from './logItem.ts'

const itemOf = (revision: number, text: string): LogItem => ({
  revision,
  scope: 'org',
  event: 'message.sent',
  json: () => JSON.stringify({ revision, payload: { text } }),
  payload: () => ({ text }),
})

it('keeps the text and the payload of every item, whatever it is written in and however long', () => {
  const keep = createKeeper()
  const texts = [
    '',
    'Latin',
    '我的水壶漏水',
    '👩🏽‍🚀'.repeat(50),
    '水'.repeat(70_000),
    ...Array(500).fill('壶'.repeat(200)),
  ]
  const items = texts.map((text, index) => itemOf(index + 1, text))
  const kept = items.map(keep)
  for (const [index, item] of items.entries()) {
    expect(kept[index]?.json()).toBe(item.json())
    expect(kept[index]?.payload()).toEqual(item.payload())
    expect(kept[index]).toMatchObject({ revision: item.revision, scope: item.scope, event: item.event })
  }
})
