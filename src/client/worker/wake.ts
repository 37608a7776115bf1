import type { ClientPorts } from '../ports/index.ts'

/** A timer that comes this much too late tells that the computer slept. */
const SLEPT_MS = 15_000
const LOOK_MS = 5_000

/** Reasons to try the connection at once: the network came or went, the computer woke, the window was shown. */
export const createWake = (): { readonly onWake: ClientPorts['onWake']; readonly wake: () => void } => {
  const callbacks = new Set<() => void>()
  const wake = (): void => {
    for (const callback of [...callbacks]) callback()
  }
  self.addEventListener('online', wake)
  // A line that is cut says nothing by itself: asked now, it is known to be dead in seconds.
  self.addEventListener('offline', wake)
  let last = Date.now()
  setInterval(() => {
    const now = Date.now()
    if (now - last > LOOK_MS + SLEPT_MS) wake()
    last = now
  }, LOOK_MS)
  return {
    wake,
    onWake: (callback) => {
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
  }
}
