/** One run of the sync server as a child process. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

import { SERVER_NODE_FLAGS } from '../../src/server/app/nodeFlags.ts'
import { ROOT } from '../support/tools.ts'

export type RunningServer = {
  /** Resolves when it takes connections; never, when it ends before. */
  readonly listening: Promise<void>
  /** Resolves with how it ended, in words. */
  readonly ended: Promise<string>
  /** Asks it to finish what it does and end; ends it the hard way when it does not. */
  readonly stop: () => void
}

type LogLine = { readonly msg?: unknown; readonly level?: unknown }

const STOP_TIMEOUT_MS = 10_000

const parseLine = (line: string): LogLine => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/**
 * Starts the sync server; `onLine` gets each line it logs.
 *
 * It runs in a process group of its own, so that Ctrl-C reaches it once and through us, and notices by the closed
 * channel (`--parent`) when we are gone without having been able to say so.
 */
export const launchServer = (args: readonly string[], onLine: (line: string) => void): RunningServer => {
  const windows = process.platform === 'win32'
  const program = [...SERVER_NODE_FLAGS, 'src/server/app/main.ts']
  const child = spawn(process.execPath, [...program, ...args, '--parent'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    detached: !windows,
  })
  let deadline: NodeJS.Timeout | undefined

  const listening = new Promise<void>((resolve) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      onLine(line)
      if (parseLine(line).msg === 'listening') resolve()
    })
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      clearTimeout(deadline)
      resolve(signal ?? `exit code ${code}`)
    })
  })
  const stop = (): void => {
    if (deadline !== undefined) return
    // Windows has no signal that could be caught; there the closed channel is the request.
    if (windows) child.disconnect()
    else child.kill('SIGTERM')
    deadline = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  }
  return { listening, ended, stop }
}
