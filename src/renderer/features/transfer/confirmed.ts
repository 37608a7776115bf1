/** How long after a failure it is tried again; then it is said. */
const WAITS_MS = [1000, 2000] as const

/** Whether what is shown was confirmed by the server, in at most three tries (R-02-203). */
export const confirmed = async (
  ask: () => Promise<boolean>,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> => {
  if (await ask()) return true
  for (const ms of WAITS_MS) {
    await wait(ms)
    if (await ask()) return true
  }
  return false
}
