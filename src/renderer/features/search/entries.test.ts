import { expect, it } from 'vitest'

import type { MessageHit, SearchResult } from '../../../client/api.ts'
import type { Customer } from '../../../protocol/model/index.ts'
import { markHits, searchedNow, searchSections, wordsOf, type SearchSection } from './entries.ts'

const hit = (id: string): MessageHit =>
  ({ message: { id, conversationId: 'c' }, customerName: '', customerNumber: 1 }) as MessageHit

const local = {
  customers: [{ id: 'k1', name: 'Ada' }, { id: 'k2' }, { id: 'k3', name: 'Bo' }] as Customer[],
  friends: ['k1'],
  remarkByCustomer: { k3: 'Kettle Bo' },
  conversationByCustomer: { k1: 'c1', k3: 'c3' },
  agents: [],
  quickReplies: [],
  messages: [hit('m1')],
  indexed: 1,
} as unknown as SearchResult
const found = (sections: readonly SearchSection[]): unknown =>
  sections.map(({ name, entries }) => [name, entries.map((e) => e.key)])

it('R-17-043 R-03-166 R-06-164 server results stand below the local ones, without doubles', () => {
  expect(found(searchSections(local, [hit('m1'), hit('m2')], 'all', 'kettle'))).toEqual([
    ['customers', ['k1', 'k3']],
    ['messages', ['m1']],
    ['server', ['m2']],
  ])
})

it('R-03-161 R-06-160 friends are a category of their own', () => {
  expect(found(searchSections(local, [], 'friends', 'kettle'))).toEqual([['friends', ['k1']]])
})

it('R-03-162 five of each, and the way to more', () => {
  const many = { ...local, messages: Array.from({ length: 6 }, (_, n) => hit(`m${n}`)) }
  expect(
    searchSections(many, [], 'all', 'x')
      .at(-1)
      ?.entries.map((e) => e.key),
  ).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'more-messages'])
})

it('R-06-161 messages found are grouped by conversation with their count, and listed once it is unfolded', () => {
  const at = (id: string, conversationId: string): MessageHit => {
    const one = hit(id)
    return { ...one, message: { ...one.message, conversationId: conversationId as never } }
  }
  const several = { ...local, messages: [at('m1', 'a'), at('m2', 'b'), at('m3', 'a')] }
  const shown = (unfolded: readonly string[]) =>
    searchSections(several, [at('m4', 'a'), at('m5', 'a')], 'messages', 'x', new Set(unfolded)).map(
      ({ name, entries }) => [
        name,
        entries.map((entry) => (entry.kind === 'conversation' ? `${entry.key} ${entry.count}` : entry.key)),
      ],
    )
  expect(shown([])).toEqual([
    ['messages', ['messages-a 2', 'm2']],
    ['server', ['server-a 2']],
  ])
  expect(shown(['messages-a'])[0]).toEqual(['messages', ['messages-a 2', 'm1', 'm3', 'm2']])
})

it('finds by private remark alone', () => {
  expect(found(searchSections(local, [], 'remarks', 'kettle'))).toEqual([['remarks', ['k3']]])
})

it('R-03-168 remembers the last ten queries, each once', () => {
  expect(searchedNow(['a', 'b'], 'b')).toEqual(['b', 'a'])
  expect(searchedNow([...'abcdefghij'], 'x')).toHaveLength(10)
})

it('marks hits and begins near the first one', () => {
  const text = `${'前'.repeat(40)}我要退款，退款到哪里`
  const parts = markHits(text, wordsOf('退款'))
  expect(parts[0]?.text.startsWith('…')).toBe(true)
  expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['退款', '退款'])
  expect(markHits('a.b', ['.']).map((part) => part.text)).toEqual(['a', '.', 'b'])
})
