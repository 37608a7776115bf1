import { expect, it } from 'vitest'

import type { MessageHit, SearchResult } from '../../../client/api.ts'
import type { Customer } from '../../../protocol/model/index.ts'
import { markHits, searchSections, wordsOf } from './entries.ts'

const hit = (id: string): MessageHit =>
  ({ message: { id, conversationId: 'c' }, customerName: '', customerNumber: 1 }) as MessageHit

it('R-17-043 server results stand below the local ones, without doubles', () => {
  const local = {
    customers: [{ id: 'k1' }, { id: 'k2' }] as Customer[],
    remarkByCustomer: {},
    conversationByCustomer: { k1: 'c1' },
    agents: [],
    quickReplies: [],
    messages: [hit('m1')],
    indexed: 1,
  } as unknown as SearchResult
  expect(
    searchSections(local, [hit('m1'), hit('m2')]).map(({ name, entries }) => [
      name,
      entries.map((e) => e.key),
    ]),
  ).toEqual([
    ['customers', ['k1']],
    ['messages', ['m1']],
    ['server', ['m2']],
  ])
})

it('marks hits and begins near the first one', () => {
  const text = `${'前'.repeat(40)}我要退款，退款到哪里`
  const parts = markHits(text, wordsOf('退款'))
  expect(parts[0]?.text.startsWith('…')).toBe(true)
  expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['退款', '退款'])
  expect(markHits('a.b', ['.']).map((part) => part.text)).toEqual(['a', '.', 'b'])
})
