import { expect, it } from 'vitest'

import { confirmed } from './confirmed.ts'

it('R-02-203 loading is tried three times, after one and after two seconds, before it is said to have failed', async () => {
  const play = async (...answers: boolean[]) => {
    const waits: number[] = []
    const rest = [...answers]
    const outcome = await confirmed(
      async () => rest.shift() ?? false,
      async (ms) => {
        waits.push(ms)
      },
    )
    return [outcome, waits, rest.length]
  }
  expect(await play(true, true)).toEqual([true, [], 1])
  expect(await play(false, true, true)).toEqual([true, [1000], 1])
  expect(await play(false, false, false, true)).toEqual([false, [1000, 2000], 1])
})
