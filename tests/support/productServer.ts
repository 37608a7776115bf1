/** The real sync server as a process of its own, which a test may kill and start again on the same data. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { freePort } from './freePort.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface ProductServer {
  readonly folder: string
  readonly url: string
  readonly port: number
  /** Of the running process; a later start has another one. */
  readonly pid: number | undefined
  /** A one-time address: signed in to the demonstration, or the set-up of a fresh server. */
  ticketUrl(): Promise<string>
  /** As `kill -9` does; nothing is finished. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops gracefully and removes the data. */
  dispose(): Promise<void>
}

export interface ProductServerOptions {
  readonly demo: boolean
  readonly env?: Readonly<Record<string, string>>
  /** An existing folder for the data, which stays; otherwise one is made and removed. */
  readonly folder?: string
  /** Writes into the folder before the first start. */
  readonly prepare?: (folder: string) => Promise<void>
}

export const startProductServer = async ({
  demo,
  env = {},
  folder: given,
  prepare,
}: ProductServerOptions): Promise<ProductServer> => {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'foyer-test-'))
  await prepare?.(folder)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  const start = async (): Promise<void> => {
    const args = [
      join(ROOT, 'src/server/app/main.ts'),
      ...['--data', folder, '--port', String(port), '--host', '127.0.0.1'],
      ...['--web-root', join(ROOT, 'out/web'), '--widget-root', join(ROOT, 'out/widget')],
      // A test that crashes leaves no server behind.
      '--parent',
      ...(demo ? ['--demo'] : []),
    ]
    const started = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child = started
    await listening(started)
  }

  const stopped = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const exit = once(running, 'exit')
    running.kill(signal)
    await exit
  }

  await start()
  return {
    folder,
    url,
    port,
    get pid() {
      return child?.pid
    },
    ticketUrl: async () => {
      const { secret } = JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')) as { secret: string }
      const response = await fetch(`${url}/control/ticket`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}` },
      })
      return ((await response.json()) as { url: string }).url
    },
    kill: async () => stopped('SIGKILL'),
    start,
    dispose: async () => {
      await stopped('SIGTERM')
      if (given === undefined && existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits for the log line that says so; whatever else the server logs is passed over. */
const listening = async (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the server has no output')
    const lines = createInterface({ input: child.stdout })
    const seen: string[] = []
    lines.on('line', (line) => {
      seen.push(line)
      if (line.includes('"msg":"listening"')) resolve()
    })
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code}:\n${seen.slice(-20).join('\n')}`))
    })
  })
