import { expect, it } from 'vitest'

import type { LogItem } from './logItem.ts'
import { beginStretch } from './stretch.ts'

const itemOf = (revision: number, text: string): LogItem => ({
  revision,
  scope: `thread:${revision % 3}`,
  event: 'message.sent',
  json: () => JSON.stringify({ revision, payload: { text } }),
  payload: () => ({ text }),
})

it('keeps the text and the payload of every item, whatever it is written in and however long', () => {
  const texts = [
    '水'.repeat(200_000),
    '',
    'Latin',
    '我的水壶漏水',
    '👩🏽‍🚀'.repeat(50),
    ...Array(600).fill('壶'.repeat(200)),
  ]
  const items = texts.map((text, index) => itemOf(index + 1, text))
  const stretches = items.slice(0, 1).map((item) => beginStretch(item))
  for (const item of items.slice(1)) {
    if (!stretches.at(-1)?.add(item)) stretches.push(beginStretch(item))
  }
  expect(stretches.length).toBeGreaterThan(2)
  for (const item of items) {
    const { revision } = item
    const stretch = stretches.find(({ last }) => last >= revision)
    const kept = stretch?.item(revision)
    expect(kept?.json()).toBe(item.json())
    expect(kept?.payload()).toEqual(item.payload())
    expect(kept).toMatchObject({ revision, scope: item.scope, event: item.event })
    expect(stretch?.scopeOf(revision)).toBe(item.scope)
  }
})
