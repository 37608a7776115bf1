import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { forgetUndo, offerUndo, takeBack, tell, tellDone, useUndoState } from './undo.ts'

const done: string[] = []
const say = (text: string) => () => {
  done.push(text)
}

beforeEach(() => {
  vi.useFakeTimers()
  done.length = 0
})

afterEach(() => {
  forgetUndo()
  vi.useRealTimers()
})

it('takes back the last thing first, long after its toast has gone', () => {
  offerUndo({ text: 'pinned', undo: say('unpinned') })
  offerUndo({ text: 'tagged', undo: say('untagged') })
  expect(useUndoState.getState().shown?.text).toBe('tagged')
  vi.advanceTimersByTime(60_000)
  expect(useUndoState.getState().shown).toBeNull()
  takeBack()
  takeBack()
  takeBack()
  expect(done).toEqual(['untagged', 'unpinned'])
})

it('does what was held back when its time is over, and does not take it back then', () => {
  offerUndo({ text: 'removed A', undo: say('A back'), commit: say('A gone') })
  vi.advanceTimersByTime(3000)
  offerUndo({ text: 'removed B', undo: say('B back'), commit: say('B gone') })
  vi.advanceTimersByTime(2000)
  takeBack()
  takeBack()
  vi.advanceTimersByTime(60_000)
  expect(done).toEqual(['A gone', 'B back'])
})

it('keeps the last twenty; what falls out and was held back is done', () => {
  for (let n = 0; n < 21; n += 1) offerUndo({ text: '', undo: say(`undo ${n}`), commit: say(`do ${n}`) })
  expect(done).toEqual(['do 0'])
  expect(useUndoState.getState().entries).toHaveLength(20)
})

it('says why something could not be taken back', async () => {
  offerUndo({ text: 'tagged', undo: async () => Promise.resolve('Ada has changed it since') })
  takeBack()
  await vi.waitFor(() => {
    expect(useUndoState.getState().said?.text).toBe('Ada has changed it since')
  })
})

it('forgets everything when somebody else signs in; what was held back never happens', () => {
  offerUndo({ text: 'pinned', undo: say('unpinned') })
  offerUndo({ text: 'removed', undo: say('back'), commit: say('gone') })
  forgetUndo()
  vi.advanceTimersByTime(60_000)
  expect(done).toEqual(['back'])
})

it('an offer can be withdrawn', () => {
  const withdraw = offerUndo({ text: 'ended', undo: say('back'), commit: say('gone') })
  withdraw()
  vi.advanceTimersByTime(60_000)
  takeBack()
  expect(done).toEqual([])
})

it('says for a moment what was done, and until it is understood what was not', () => {
  const said = () => useUndoState.getState().said?.text
  tellDone('copied')
  vi.advanceTimersByTime(4000)
  tellDone('saved')
  vi.advanceTimersByTime(4000)
  expect(said()).toBe('saved')
  vi.advanceTimersByTime(1000)
  expect(said()).toBeUndefined()
  tell('refused')
  vi.advanceTimersByTime(60_000)
  expect(said()).toBe('refused')
})

it('a word about something else leaves the toast its time', () => {
  offerUndo({ text: 'tagged', undo: say('untagged'), forMs: 20_000 })
  tellDone('copied')
  vi.advanceTimersByTime(5000)
  expect(useUndoState.getState()).toMatchObject({ said: null, shown: { text: 'tagged' } })
})
