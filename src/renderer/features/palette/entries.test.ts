import { expect, it } from 'vitest'

import { rankEntries, usedNow, type PaletteEntry, type PaletteKind } from './entries.ts'

const entry = (kind: PaletteKind, text: string, more = ''): PaletteEntry => ({
  kind,
  key: `${kind}:${text}`,
  text,
  more,
  shortcut: '',
  run: () => undefined,
})
const all = [
  entry('action', 'End session'),
  entry('action', 'Transfer the session'),
  entry('conversation', 'Sessa Lund'),
  entry('setting', 'Sound', 'Settings of the session'),
]
const found = (typed: string, recent: readonly string[] = []): string[] =>
  rankEntries(all, typed, recent).map(({ text }) => text)

it('what fits best comes first, what is said quietly last', () => {
  expect(found('sess')).toEqual(['Sessa Lund', 'End session', 'Transfer the session', 'Sound'])
})

it('of what fits alike, what was used last comes first', () => {
  expect(found('session', ['action:Transfer the session'])).toEqual([
    'Transfer the session',
    'End session',
    'Sound',
  ])
})

it('without a word: what was used last, then what can be done, and not everybody there is', () => {
  expect(found('', ['conversation:Sessa Lund'])).toEqual([
    'Sessa Lund',
    'End session',
    'Transfer the session',
  ])
})

it('remembers the last twenty, each once', () => {
  const many = Array.from({ length: 25 }, (_, n) => `action:${n}`)
  expect(usedNow(['a', 'b'], 'b')).toEqual(['b', 'a'])
  expect(usedNow(many, 'x')).toHaveLength(20)
})
