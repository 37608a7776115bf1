import { expect, it } from 'vitest'

import { createTestClock } from '../../tests/support/clock.ts'
import { createQuiet } from './quiet.ts'

const setup = () => {
  const clock = createTestClock()
  let backMs = 0
  const quiet = createQuiet({ now: () => clock.now() - backMs, after: clock.after })
  const setBack = (ms: number): void => {
    backMs = ms
  }
  const heard: boolean[] = []
  const cancel = quiet.wait((isQuiet) => heard.push(isQuiet))
  return { clock, quiet, heard, cancel, setBack }
}

it('R-17-048 a work in the background goes on at once when nobody asks for anything', () => {
  const { clock, heard } = setup()
  clock.advance(1)
  expect(heard).toEqual([true])
})

it('R-17-048 it waits while somebody asks for one thing after another, and goes on when they pause', () => {
  const { clock, quiet, heard } = setup()
  for (let ms = 0; ms < 1800; ms += 50) {
    quiet.disturb()
    clock.advance(50)
  }
  expect(heard).toEqual([])
  clock.advance(200)
  expect(heard).toEqual([true])
})

it('R-17-048 who never pauses puts it off for so long only, and it is told that it is not quiet', () => {
  const { clock, quiet, heard } = setup()
  for (let ms = 0; ms < 2100; ms += 50) {
    quiet.disturb()
    clock.advance(50)
  }
  expect(heard).toEqual([false])
})

it('R-17-048 a clock that is set back by hours puts nothing off for hours', () => {
  const { clock, quiet, heard, setBack } = setup()
  quiet.disturb()
  setBack(7_200_000)
  clock.advance(2500)
  expect(heard).toEqual([false])
})

it('what was cancelled is not told', () => {
  const { clock, heard, cancel } = setup()
  cancel()
  clock.advance(5000)
  expect(heard).toEqual([])
})
