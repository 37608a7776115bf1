import { expect } from 'vitest'

/** What is read once it moves no more: the same twice, some frames apart. */
export const atRest = async <T>(read: () => Promise<T>): Promise<T> => {
  let last = await read()
  let looks = 0
  const isAtRest = async (): Promise<boolean> => {
    const before = JSON.stringify(last)
    last = await read()
    looks += 1
    return looks > 1 && JSON.stringify(last) === before
  }
  await expect.poll(isAtRest, { interval: 300 }).toBe(true)
  return last
}
