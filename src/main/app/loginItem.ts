/**
 * Opens the program when the person signs in to the computer.
 *
 * The system keeps that, and people take it out in its own settings: it is asked each time, and remembered nowhere else.
 * Linux has a folder for it; Electron knows the others.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the program is given when the system opens it. */
const OPENED_AT_LOGIN = '--opened-at-login'

export interface LoginItem {
  /** Null: it cannot be done here. */
  isOn(): boolean | null
  set(on: boolean): void
  /** This start was by the system. */
  readonly opened: boolean
}

/** The part of Electron's `app` that is used. */
interface LoginSettings {
  getLoginItemSettings(options: { readonly args: string[] }): {
    readonly openAtLogin: boolean
    readonly wasOpenedAtLogin: boolean
  }
  setLoginItemSettings(settings: { readonly openAtLogin: boolean; readonly args: string[] }): void
}

export interface LoginItemOptions {
  readonly platform: NodeJS.Platform
  /** A checkout started for development is nothing to open at login. */
  readonly isPackaged: boolean
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly program: string
  readonly settings: LoginSettings
}

export const createLoginItem = (options: LoginItemOptions): LoginItem => {
  const { platform, isPackaged, args, settings } = options
  const opened = args.includes(OPENED_AT_LOGIN)
  if (!isPackaged) return { isOn: () => null, set: () => undefined, opened }
  if (platform === 'linux') return { ...autostart(options), opened }
  const asked = { args: [OPENED_AT_LOGIN] }
  return {
    isOn: () => settings.getLoginItemSettings(asked).openAtLogin,
    set: (openAtLogin) => settings.setLoginItemSettings({ openAtLogin, ...asked }),
    // macOS gives no arguments, but tells.
    opened: opened || (platform === 'darwin' && settings.getLoginItemSettings(asked).wasOpenedAtLogin),
  }
}

const autostart = ({ env, home, program }: LoginItemOptions): Omit<LoginItem, 'opened'> => {
  const folder = env['XDG_CONFIG_HOME'] || join(home, '.config')
  const file = join(folder, 'autostart', 'foyer.desktop')
  return {
    isOn: () => existsSync(file),
    set: (on) => {
      try {
        if (!on) {
          rmSync(file, { force: true })
          return
        }
        mkdirSync(dirname(file), { recursive: true })
        // What runs in an AppImage has another name at each start.
        writeFileSync(file, entryOf(env['APPIMAGE'] ?? program))
      } catch {
        // A folder that takes nothing: the answer to `isOn` tells.
      }
    },
  }
}

/** As the Desktop Entry Specification wants a program with any name: quoted, and escaped once more as a value. */
const entryOf = (program: string): string => {
  const quoted = program.replaceAll(/["`$\\]/gu, String.raw`\$&`).replaceAll('%', '%%')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Foyer',
    `Exec="${quoted.replaceAll('\\', '\\\\')}" ${OPENED_AT_LOGIN}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}
