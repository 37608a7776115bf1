import { expect, it } from 'vitest'

import type { ShellCounts } from '../../preload/contract.ts'
import { flashesAfter, trayStateOf } from './trayState.ts'

const counts = (given: Partial<ShellCounts> = {}): ShellCounts => ({
  isConnected: true,
  unread: 0,
  messages: 0,
  waiting: 0,
  isQuiet: false,
  ...given,
})

it('the icon says the gravest of what is true', () => {
  expect(trayStateOf(counts())).toBe('idle')
  expect(trayStateOf(counts({ waiting: 2 }))).toBe('waiting')
  expect(trayStateOf(counts({ waiting: 2, unread: 1 }))).toBe('unread')
  expect(trayStateOf(counts({ isConnected: false, waiting: 2, unread: 1 }))).toBe('disconnected')
})

it('a hidden one flashes from a new message on that nobody could see, until it is read', () => {
  const before = counts({ unread: 1, messages: 1 })
  const hidden = { counts: before, isInSight: false, isFlashing: false }
  const more = counts({ unread: 1, messages: 2 })
  expect(flashesAfter(hidden, more)).toBe(true)
  expect(flashesAfter({ ...hidden, isInSight: true }, more)).toBe(false)
  // What was unread before the window was hidden is no news.
  expect(flashesAfter(hidden, before)).toBe(false)
  expect(flashesAfter({ ...hidden, isFlashing: true }, before)).toBe(true)
  expect(flashesAfter({ ...hidden, isFlashing: true }, counts())).toBe(false)
})

it('R-03-173 nothing flashes while nobody wants to be disturbed', () => {
  const hidden = { counts: counts(), isInSight: false, isFlashing: true }
  expect(flashesAfter(hidden, counts({ unread: 1, messages: 1, isQuiet: true }))).toBe(false)
  expect(flashesAfter(hidden, counts({ unread: 1, messages: 1 }))).toBe(true)
})
