import { expect, it } from 'vitest'

import { keyLabel, KEYS, matches, type KeyPress } from './keys.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

it('knows a letter by its place, whatever Option or an input method makes of it', () => {
  expect(matches(press('å', 'KeyA', { altKey: true, ctrlKey: true }), 'Alt+A', true)).toBe(true)
  expect(matches(press('Process', 'KeyA', { altKey: true }), 'Alt+A', false)).toBe(true)
  expect(matches(press('a', 'KeyA'), 'Alt+A', false)).toBe(false)
})

it('takes exactly the modifiers named', () => {
  expect(matches(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
  expect(matches(press('k', 'KeyK', { metaKey: true }), 'Mod+K', true)).toBe(true)
  expect(matches(press('k', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false)
  expect(matches(press('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true)
})

it('writes keys as they are printed', () => {
  expect([keyLabel('acceptNext', false), keyLabel('search', true)]).toEqual(['Alt+A', '⌘K'])
})

it('R-03-192 uses no combination that browsers keep for themselves', () => {
  const kept = ['Mod+N', 'Mod+T', 'Mod+W', 'Ctrl+Tab', ...Array.from({ length: 9 }, (_, n) => `Mod+${n + 1}`)]
  expect(
    Object.values(KEYS)
      .flat()
      .filter((combination: string) => kept.includes(combination)),
  ).toEqual([])
})

it('gives no combination twice', () => {
  const all: readonly string[] = Object.values(KEYS).flat()
  expect(all.filter((combination, index) => all.indexOf(combination) !== index)).toEqual([])
})
