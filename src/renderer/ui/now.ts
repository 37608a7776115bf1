/**
 * One clock for everything on the screen that counts.
 *
 * All counters tick together, once a second, and only while something shows them. The time is the server's: what
 * waits, waits by the server's clock, however wrong this computer's may be.
 */
import { useSyncExternalStore } from 'react'

let offsetMs = 0
let current = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const tick = (): void => {
  current = Date.now() + offsetMs
  for (const listener of [...listeners]) listener()
}

/** Tells how far the server's clock is ahead of this one. */
export const setClockOffset = (ms: number): void => {
  offsetMs = ms
}

export const serverNow = (): number => Date.now() + offsetMs

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === undefined) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's time, renewed when the step of `stepMs` is over: a text that changes each minute renders each minute. */
export const useNow = (stepMs: number): number =>
  useSyncExternalStore(subscribe, () => {
    if (timer === undefined || current === 0) current = serverNow()
    return Math.floor(current / stepMs) * stepMs
  })
