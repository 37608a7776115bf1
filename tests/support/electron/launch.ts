/** Starts the built desktop program in the stand-in, and gives a test its windows and its main process. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { App } from 'electron'
import { chromium, type Browser, type Page } from 'playwright'

import type * as StandIn from './electron.ts'

const ROOT = join(import.meta.dirname, '../../..')

type Module = typeof StandIn

/** What the functions of `evaluate` are given; what tests read of the system is missing in the real program. */
export type DesktopModule = Omit<Module, 'standIn' | 'app'> & {
  readonly standIn?: Module['standIn']
  readonly app: Module['app'] & Pick<App, 'getAppMetrics'>
}

export interface Desktop {
  /** The pages of the windows, looked up anew: a page that crashed was replaced. */
  pages(): Promise<readonly Page[]>
  page(): Promise<Page>
  /** Runs a function beside the program; it sees only its arguments. */
  evaluate<R, A = undefined>(run: (electron: DesktopModule, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>
  quit(): Promise<void>
}

export interface DesktopOptions {
  readonly profile: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another main process than the built one, and modules that are loaded before it. */
  readonly main?: string
  readonly imports?: readonly string[]
}

export const newProfile = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-desktop-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Twice: the first may be answered with a question. */
const QUIT = '({ app }) => { setImmediate(() => { app.quit(); app.quit() }) }'

export const startDesktop = ({
  profile,
  args = [],
  env = {},
  main = join(ROOT, 'out/main/index.js'),
  imports = [],
}: DesktopOptions): Desktop => {
  const child = fork(main, [`--user-data-dir=${profile}`, ...args], {
    execArgv: [join(import.meta.dirname, 'register.ts'), ...imports].flatMap((file) => ['--import', file]),
    env: { ...process.env, ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const ask = questionsTo(child, ended)
  let browser: Browser | undefined
  const pages = async (): Promise<readonly Page[]> => {
    await browser?.close()
    browser = await chromium.connectOverCDP((await ask('endpoint', undefined)) as string)
    return browser.contexts().flatMap((context) => context.pages())
  }
  return {
    pages,
    page: async () => {
      for (;;) {
        const page = (await pages()).find((one) => one.url() !== 'about:blank')
        if (page) return page
      }
    },
    evaluate: (run, arg) => ask(run.toString(), arg) as never,
    ended,
    quit: async () => {
      await browser?.close()
      if (child.exitCode !== null || child.signalCode !== null) return
      await Promise.race([ask(QUIT, undefined), ended])
      await ended
    },
  }
}

const questionsTo = (
  child: ChildProcess,
  ended: Promise<number | null>,
): ((source: string, arg: unknown) => Promise<unknown>) => {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  child.on('message', (message) => {
    const { id, value, error } = message as { id: number; value?: unknown; error?: string }
    if (error === undefined) waiting.get(id)?.resolve(value)
    else waiting.get(id)?.reject(new Error(error))
    waiting.delete(id)
  })
  void ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the program ended with ${code}`))
  })
  return (source, arg) =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      child.send({ id: lastId, source, arg })
    })
}
