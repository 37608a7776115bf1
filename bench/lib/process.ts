/** Server on core 0, everything that makes load on core 1, so that neither steals from the other. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { delimiter, join } from 'node:path'

import { SERVER_NODE_FLAGS } from '../../src/server/app/nodeFlags.ts'

/** Counted before anything is pinned. */
const cores = availableParallelism()
const canPin =
  process.platform === 'linux' &&
  cores > 1 &&
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => statSync(join(folder, 'taskset'), { throwIfNoEntry: false })?.isFile())

export const pinSelf = (core = 1): void => {
  if (canPin) execFileSync('taskset', ['-acp', String(core), String(process.pid)], { stdio: 'ignore' })
}

/** Takes the pin away: for whole programs (a browser, the server, this one) that share all cores. */
export const usableCores = (): void => {
  const all = `0-${cores - 1}`
  if (canPin) execFileSync('taskset', ['-acp', all, String(process.pid)], { stdio: 'ignore' })
}

export interface Child<Ready> {
  readonly ready: Ready
  readonly pid: number
  /** Milliseconds of processor time the child has used. */
  cpuMs(): Promise<number>
  /** Resident memory after a collection: what is kept, not what has not been swept yet. */
  rssBytes(): Promise<number>
  /** Sends a message over IPC and waits for the answer. */
  ask<T>(message: unknown): Promise<T>
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts a program under this Node, pinned, and waits for its first IPC message. */
export const startChild = async <Ready>(file: string, options: unknown, core = 0): Promise<Child<Ready>> => {
  // The same for what is measured and for what it is measured against.
  const flags = [...SERVER_NODE_FLAGS, '--disable-warning=ExperimentalWarning', '--expose-gc']
  const args = [...flags, file, JSON.stringify(options)]
  const [command, prefix] = canPin
    ? ['taskset', ['-c', String(core), process.execPath]]
    : [process.execPath, []]
  const child = spawn(command, [...prefix, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as Ready)
    })
    child.once('exit', (code) => {
      reject(new Error(`${file} exited with ${code}`))
    })
  })
  const ask = async <T>(message: unknown): Promise<T> =>
    new Promise((resolve) => {
      child.once('message', (answer) => {
        resolve(answer as T)
      })
      child.send(message as object)
    })
  return {
    ready,
    pid: child.pid ?? 0,
    ask,
    cpuMs: async () => ask<number>({ ask: 'cpu' }),
    rssBytes: async () => {
      await ask<number>({ ask: 'collect' })
      return rssOf(child.pid ?? 0)
    },
    stop: async (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve()
          return
        }
        child.once('exit', () => {
          resolve()
        })
        child.kill(signal)
      }),
  }
}

/** What a child calls so that its parent can measure it. */
export const answerMeasurer = (): void => {
  process.on('message', ({ ask }: { ask?: string }) => {
    if (ask === 'collect') {
      globalThis.gc?.()
      process.send?.(0)
    }
    if (ask !== 'cpu') return
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
  process.on('disconnect', () => {
    process.exit(0)
  })
}

const rssOf = (pid: number): number => {
  const line = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) * 1024
}

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone at the end of the run. */
export const temporaryFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `foyer-bench-${name}-`))
  folders.push(folder)
  return folder
}

export const machine = (): string =>
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`
