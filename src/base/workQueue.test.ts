import { describe, expect, it } from 'vitest'

import { createWorkQueue, createWorkQueues } from './workQueue.ts'

describe('a queue of work', () => {
  it('bounds how much work is done at once and how much waits', async () => {
    const queue = createWorkQueue(1, 1)
    const first = Promise.withResolvers<string>()
    const running = queue.run(async () => first.promise)
    const waiting = queue.run(async () => 'second')
    expect(await queue.run(async () => 'third')).toBeUndefined()
    first.resolve('first')
    expect([await running, await waiting]).toEqual(['first', 'second'])
    expect(await queue.run(async () => 'fourth')).toBe('fourth')
  })

  it('of one key never waits for that of another', async () => {
    const queueOf = createWorkQueues<string>(1, 0)
    const first = Promise.withResolvers<string>()
    const running = queueOf('here').run(async () => first.promise)
    expect(await queueOf('here').run(async () => 'second')).toBeUndefined()
    expect(await queueOf('there').run(async () => 'third')).toBe('third')
    first.resolve('first')
    expect(await running).toBe('first')
    expect(await queueOf('here').run(async () => 'fourth')).toBe('fourth')
  })
})
