import { expect, it } from 'vitest'

import { createRestarts } from './restarts.ts'

it('a part that fails is started at once, then slower, and given up when it fails again and again', () => {
  let now = 0
  const restarts = createRestarts({ clock: { now: () => now }, firstMs: 500, borne: 3 })
  expect([restarts.failed(), restarts.failed(), restarts.failed()]).toEqual([500, 1000, 2000])
  expect(restarts.failed()).toBeNull()
  now += 60_000
  expect(restarts.failed(), 'a minute later it is an accident again').toBe(500)
})

it('the user may try again', () => {
  const restarts = createRestarts({ clock: { now: () => 0 }, firstMs: 500, borne: 1 })
  restarts.failed()
  expect(restarts.failed()).toBeNull()
  restarts.forget()
  expect(restarts.failed()).toBe(500)
})
