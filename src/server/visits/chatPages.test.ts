import { expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { createIds } from '../../base/ids.ts'
import type { ConversationId, OrganizationId } from '../../protocol/model/index.ts'
import { createVisitBook } from './visitBook.ts'

const ORGANIZATION = 'org' as OrganizationId
const CONVERSATION = 'talk' as ConversationId
const page = {
  url: 'https://shop.example/kettles',
  title: '水壶',
  referrer: 'https://news.example/',
  language: 'zh-CN',
}
const agent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

it('R-18-058 agents see page, source, device, browser and visits of whoever chats, also where visitors are not listed', () => {
  const clock = createTestClock()
  const book = createVisitBook({ clock, ids: createIds(clock) })
  expect(book.of(ORGANIZATION, CONVERSATION)).toBeUndefined()
  book.chats.note(CONVERSATION, { page, browser: { agent, visits: 3 } }, '116.20.3.4')
  expect(book.of(ORGANIZATION, CONVERSATION)).toMatchObject({
    url: page.url,
    title: '水壶',
    source: { kind: 'site', host: 'news.example' },
    address: '116.20.*.*',
    mobile: true,
    browser: 'Safari 18 · iOS',
    visits: 3,
    pages: 1,
  })
  // The line was lost once, then another page was opened; an old window does not say what it is.
  book.chats.note(CONVERSATION, { page }, '116.20.3.4')
  book.chats.note(CONVERSATION, { page: { ...page, url: 'https://shop.example/cups' } }, '116.20.3.4')
  expect(book.of(ORGANIZATION, CONVERSATION)).toMatchObject({ pages: 2, browser: '', visits: 1 })
  expect(book.count(ORGANIZATION)).toBe(0)
})
