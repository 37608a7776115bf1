import { expect, it } from 'vitest'

import { ACTIONS, type Action } from './actions.ts'
import { combinationOf, keyProblem, labelOf, matches, type KeyPress } from './keys.ts'

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
  expect(matches(press('¡', 'Digit1', { altKey: true, ctrlKey: true }), 'Alt+1', true)).toBe(true)
})

it('takes exactly the modifiers named', () => {
  expect(matches(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
  expect(matches(press('k', 'KeyK', { metaKey: true }), 'Mod+K', true)).toBe(true)
  expect(matches(press('k', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false)
  expect(matches(press('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true)
})

it('writes keys as they are printed', () => {
  expect([labelOf('Alt+A', false), labelOf('Mod+K', true)]).toEqual(['Alt+A', '⌘K'])
})

const all: readonly string[] = Object.values<Action>(ACTIONS).flatMap(({ keys }) => keys)

it('R-03-192 uses no combination that browsers keep for themselves', () => {
  const kept = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Tab', ...Array.from({ length: 9 }, (_, n) => `Mod+${n + 1}`)]
  expect(kept.map((keys) => keyProblem(keys))).toEqual(kept.map(() => 'browser'))
  expect(all.filter((combination) => keyProblem(combination) === 'browser')).toEqual([])
})

it('gives no combination twice', () => {
  expect(all.filter((combination, index) => all.indexOf(combination) !== index)).toEqual([])
})

it('reads what is pressed as the table writes it, on both kinds of keyboards', () => {
  const ctrl = { ctrlKey: true }
  expect(combinationOf(press('K', 'KeyK', { ...ctrl, shiftKey: true }), false)).toBe('Mod+Shift+K')
  expect(combinationOf(press('å', 'KeyA', { ...ctrl, altKey: true }), true)).toBe('Alt+A')
  expect(combinationOf(press('?', 'Slash', { shiftKey: true }), false)).toBe('?')
  expect(combinationOf(press('F8', 'F8'), false)).toBe('F8')
  expect(combinationOf(press('Control', 'ControlLeft', ctrl), false)).toBeNull()
})

it('gives no action what a browser keeps, or what types', () => {
  const problems = ['Mod+T', 'K', 'Shift+K', 'Enter', 'Alt+K', 'F8', '?'].map((keys) => keyProblem(keys))
  expect(problems).toEqual(['browser', 'types', 'types', 'types', null, null, null])
  // Everywhere it would be taken from whatever is written in another program.
  expect(['?', 'F8', 'Mod+Alt+A'].map((keys) => keyProblem(keys, true))).toEqual(['types', null, null])
})
