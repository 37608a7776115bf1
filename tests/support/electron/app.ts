/** The program as the system knows it: its folders, its one instance, its end. */
import { EventEmitter } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import type { App, LoginItemSettings, Settings } from 'electron'

import { killBrowser, profileFolder, record } from './state.ts'

const LOCK = join(profileFolder, 'SingletonLock')
const KNOCKS = join(profileFolder, 'knocks')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The arguments of later starts come as files, because the answer to them cannot be waited for. */
const hearKnocks = (): void => {
  rmSync(KNOCKS, { recursive: true, force: true })
  mkdirSync(KNOCKS)
  watch(KNOCKS, (_event, name) => {
    const file = join(KNOCKS, name ?? '')
    if (!name?.endsWith('.json') || !existsSync(file)) return
    const args = JSON.parse(readFileSync(file, 'utf8')) as string[]
    unlinkSync(file)
    app.emit('second-instance', {}, args, process.cwd(), {})
  }).unref()
}

let windows: () => readonly { close(): void }[] = () => []

/** Told by the window module, which needs this one. */
export const tellWindows = (list: typeof windows): void => {
  windows = list
}

let ending = false

const end = (code: number): void => {
  if (ending) return
  ending = true
  app.emit('quit', {}, code)
  rmSync(LOCK, { force: true })
  const leave = (): void => process.exit(code)
  killBrowser().then(leave, leave)
}

const own = {
  isPackaged: false,
  name: 'Foyer',
  enableSandbox: () => undefined,
  whenReady: () => new Promise<void>((resolve) => setImmediate(resolve)),
  requestSingleInstanceLock: () => {
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0
    if (holder > 0 && isAlive(holder)) {
      const name = join(KNOCKS, String(process.pid))
      writeFileSync(`${name}.new`, JSON.stringify(process.argv))
      // Written beside and moved: the first program must not read half a file.
      renameSync(`${name}.new`, `${name}.json`)
      return false
    }
    writeFileSync(LOCK, String(process.pid))
    hearKnocks()
    return true
  },
  getPath: (name: string) => (name === 'userData' ? profileFolder : join(profileFolder, name)),
  getVersion: () => '0.1.0',
  getLocale: () => process.env['STAND_IN_LOCALE'] ?? 'en-US',
  setAsDefaultProtocolClient: (scheme: string) => {
    record('default client', scheme)
    return true
  },
  setAppUserModelId: () => undefined,
  setBadgeCount: (count?: number) => {
    record('badge', count)
    return true
  },
  getLoginItemSettings: () => ({ openAtLogin: false, wasOpenedAtLogin: false }) as LoginItemSettings,
  setLoginItemSettings: (settings: Settings) => record('login item', settings),
  relaunch: (options?: { readonly execPath?: string }) => record('relaunch', options),
  quit: () => {
    let prevented = false
    app.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    for (const window of windows()) window.close()
    if (windows().length === 0) end(0)
  },
  exit: (code = 0) => end(code),
} satisfies Partial<App>

export const app = Object.assign(new EventEmitter(), own)

/** A test that ended, or was killed, leaves no program and no browser behind. */
process.on('disconnect', () => end(1))
