import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { createChosen } from './chosen.ts'

const [A, B] = ['a', 'b'] as [ConversationId, ConversationId]

/** Something whose value is set by hand. */
const held = <T>(first: T) => {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next: T) => {
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}

const setup = () => {
  const choice = held<ConversationId | null>(A)
  const answered = held(false)
  const chosen = createChosen(
    { get: choice.get, listen: (listener) => withoutAnswer(choice.listen(listener)) },
    () => ({ get: answered.get, listen: (listener) => withoutAnswer(answered.listen(listener)) }),
  )
  const told: (ConversationId | null)[] = []
  const end = chosen.listen(() => told.push(chosen.get()))
  return { choice, answered, chosen, told, end }
}

const withoutAnswer = (end: () => unknown) => (): void => {
  end()
}

beforeEach(() => {
  // Time stands still: what shows a conversation is never that somebody waited long enough.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it('shows the next conversation with the last of its answers, and the former one until then', () => {
  const { choice, answered, chosen, told } = setup()
  choice.set(B)
  answered.set(false)
  expect(chosen.get()).toBe(A)
  answered.set(true)
  expect(told).toEqual([B])
})

it('shows what is here already at once, and nothing at once', () => {
  const { choice, answered, told } = setup()
  answered.set(true)
  choice.set(B)
  answered.set(false)
  choice.set(null)
  expect(told).toEqual([B, null])
})

it.each(['keydown', 'pointerdown', 'beforeinput'])(
  'leaves the former conversation before a %s reaches it',
  (type) => {
    const { choice, chosen } = setup()
    choice.set(B)
    const seen: (ConversationId | null)[] = []
    const onDeed = (): void => {
      seen.push(chosen.get())
    }
    document.body.addEventListener(type, onDeed)
    document.body.dispatchEvent(new Event(type, { bubbles: true }))
    document.body.removeEventListener(type, onDeed)
    expect(seen).toEqual([B])
  },
)

it('waits no longer than a moment for a core that does not answer', () => {
  const { choice, told } = setup()
  choice.set(B)
  expect(told).toEqual([])
  vi.runAllTimers()
  expect(told).toEqual([B])
})

it('tells nobody of a conversation that was chosen and left again meanwhile', () => {
  const { choice, answered, told } = setup()
  choice.set(B)
  choice.set(A)
  answered.set(true)
  vi.runAllTimers()
  expect(told).toEqual([])
})

it('follows no more when nobody listens', () => {
  const { choice, answered, chosen, end } = setup()
  choice.set(B)
  end()
  answered.set(true)
  vi.runAllTimers()
  expect(chosen.get()).toBe(A)
})
