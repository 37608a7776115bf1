/**
 * `npm start`: from a clone to a conversation.
 *
 * Builds what changed, runs the sync server as a child that is started again when it dies, opens a client, and
 * prints `ready <url>` when a person can use it. A second start finds the first one.
 */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { readControl, requestTicket } from './start/control.ts'
import { defaultDataFolder, prepareDataFolder, readMemory, writeMemory } from './start/dataFolder.ts'
import { provideElectron, runDesktop } from './start/desktop.ts'
import { openBrowser } from './start/openBrowser.ts'
import { parseStartOptions, START_USAGE, type StartOptions } from './start/options.ts'
import { choosePort } from './start/port.ts'
import { resetData } from './start/reset.ts'
import { openServerLog } from './start/serverLog.ts'
import { launchServer } from './start/serverProcess.ts'
import { supervise, type Supervisor } from './start/supervise.ts'
import { buildIfChanged } from './support/builds.ts'

const HOST = '127.0.0.1'
const ROOTS = ['--web-root', 'out/web', '--widget-root', 'out/widget']

const say = (sentence: string): void => console.log(sentence)

/** Opens the client that was asked for; what cannot be opened is said in a sentence. */
const openClient = async (
  folder: string,
  electron: Promise<string | undefined> | undefined,
): Promise<void> => {
  const control = readControl(folder)
  const url = control ? await requestTicket(control) : undefined
  if (url === undefined) return
  const binary = await electron
  if (binary !== undefined && (await buildIfChanged(['desktop'], say))) {
    void runDesktop(binary, url).then(() =>
      say('The desktop client was closed. The server goes on; Ctrl-C ends it.'),
    )
    return
  }
  if (electron) say('The desktop client cannot be had on this machine: the web workbench is used instead.')
  if (!(await openBrowser(url))) say('No browser could be opened here: open the address below yourself.')
}

/** Each address signs in once, so the one that is printed is not the one that was opened. */
const announce = async (folder: string): Promise<void> => {
  const control = readControl(folder)
  const url = control ? ((await requestTicket(control)) ?? control.url) : ''
  if (control?.shopUrl !== undefined)
    say(`Shop:  ${control.shopUrl} (a page with the chat: be a customer there)`)
  if (control?.outboxUrl !== undefined) say(`Mail:  ${control.outboxUrl} (mail and text messages stay here)`)
  say(`ready ${url}`)
}

const isRunning = async (folder: string): Promise<boolean> => {
  const control = readControl(folder)
  return control !== undefined && (await requestTicket(control)) !== undefined
}

/** Uses the server that an earlier start runs on the same data. */
const joinRunning = async (folder: string, options: StartOptions): Promise<number> => {
  if (options.reset) {
    console.error(`Foyer is running on ${folder}: stop it first, then reset.`)
    return 1
  }
  say(`Foyer is already running on ${folder}.`)
  if (options.open) await openClient(folder, undefined)
  await announce(folder)
  return 0
}

/** The port to use, or a sentence why there is none. */
const preparePort = async (folder: string, options: StartOptions): Promise<number | string> => {
  const problem = prepareDataFolder(folder)
  if (problem !== undefined) return problem
  const memory = readMemory(folder)
  if (memory && memory.demo !== options.demo)
    return memory.demo
      ? `${folder} holds the demonstration: name another folder with --data for real use.`
      : `${folder} holds a real organisation: leave out --data, or add --no-demo.`
  const wanted = options.port ?? memory?.port
  const port = await choosePort(wanted, options.port !== undefined, HOST)
  if (port === undefined)
    return `Port ${wanted ?? 'N'} is used by another program: choose another one with --port.`
  if (memory && options.port === undefined && port !== memory.port)
    say(`Port ${memory.port} of last time is used by another program; this time it is ${port}.`)
  writeMemory(folder, { port, demo: options.demo })
  return port
}

/** Runs the server until it is stopped or given up. */
const runServer = async (folder: string, port: number, options: StartOptions): Promise<number> => {
  let supervisor: Supervisor | undefined
  let stopped = false
  const stop = (): void => {
    if (stopped) return
    stopped = true
    say('Stopping …')
    supervisor?.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  const wantsDesktop = options.open && options.demo && !options.web
  const electron = wantsDesktop ? provideElectron(say) : undefined
  const built = await buildIfChanged(['web', 'widget'], say)
  if (stopped) return 0
  if (!built) return 1

  const log = openServerLog(folder)
  say(`Data:  ${folder}`)
  say(`Log:   ${log.path}`)
  const server = ['--data', folder, '--port', String(port), '--host', HOST, ...ROOTS]
  supervisor = supervise({
    launch: () => launchServer(options.demo ? [...server, '--demo'] : server, log.write),
    now: () => performance.now(),
    sleep: (ms) => sleep(ms),
    say,
    onReady: () =>
      void (async () => {
        if (options.open) await openClient(folder, electron)
        await announce(folder)
      })(),
  })
  const outcome = await supervisor.outcome
  if (outcome === 'stopped') return 0
  // The server of an earlier start was being started again when this one looked for it.
  if (outcome === 'never-started' && (await isRunning(folder))) return joinRunning(folder, options)
  const what = outcome === 'never-started' ? 'could not start' : 'dies again and again'
  const reason = log.lastError()
  console.error(`The sync server ${what}${reason ? ` (${reason})` : ''}. Its log is ${log.path}.`)
  return 1
}

const main = async (args: string[]): Promise<number> => {
  const options = parseStartOptions(args)
  if (typeof options === 'string') {
    console.error(`${options}. "npm start -- --help" shows what there is.`)
    return 2
  }
  if (options.help) {
    say(START_USAGE)
    return 0
  }
  const folder = resolve(options.data ?? defaultDataFolder(options.demo))
  if (await isRunning(folder)) return joinRunning(folder, options)
  if (options.reset) {
    const { ok, sentence } = await resetData(folder, options.yes)
    say(sentence)
    if (!ok) return 1
  }
  const port = await preparePort(folder, options)
  if (typeof port === 'string') {
    console.error(port)
    return 1
  }
  return runServer(folder, port, options)
}

// The exit is explicit: a desktop client or an open probe would otherwise keep the process.
process.exit(await main(process.argv.slice(2)))
