/** Takes a measurement again when others used the machine meanwhile: a shared one decides many figures otherwise. */
import { readFileSync } from 'node:fs'

/** So many cores used by others spoil a latency (the method's own figure). */
const OTHERS_CORES = 0.3
const TRIES = 3

export type Undisturbed = <T>(run: () => Promise<T>) => Promise<T>

/**
 * What runs is this process and the child whose processor time `childCpuMs` tells. After three tries the last one counts,
 * disturbed or not. Linux only; elsewhere everything counts at once.
 */
export const createUndisturbed =
  (childCpuMs: () => Promise<number>): Undisturbed =>
  async (run) => {
    for (let tries = 1; ; tries += 1) {
      const from = performance.now()
      const before = await othersMs(childCpuMs)
      const result = await run()
      const cores = ((await othersMs(childCpuMs)) - before) / (performance.now() - from)
      if (!(cores > OTHERS_CORES) || tries === TRIES) return result
    }
  }

const othersMs = async (childCpuMs: () => Promise<number>): Promise<number> => {
  const { user, system } = process.cpuUsage()
  return machineMs() - (user + system) / 1000 - (await childCpuMs())
}

/** Of all processes, and what the host took away; interrupts are left out, they are mostly those of the measurement. */
const machineMs = (): number => {
  if (process.platform !== 'linux') return Number.NaN
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = readFileSync('/proc/stat', 'utf8')
    .slice(4, 200)
    .trim()
    .split(/\s+/u)
    .map(Number)
  return (user + nice + system + steal) * TICK_MS
}

const TICK_MS = 10
