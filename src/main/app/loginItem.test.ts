import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createLoginItem, type LoginItemOptions } from './loginItem.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'foyer-login-'))
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

const item = (given: Partial<LoginItemOptions> = {}) =>
  createLoginItem({
    platform: 'linux',
    isPackaged: true,
    args: ['/opt/foyer'],
    env: {},
    home,
    program: '/opt/Foyer $1/foyer',
    settings: {
      getLoginItemSettings: () => ({ openAtLogin: true, wasOpenedAtLogin: true }),
      setLoginItemSettings: () => undefined,
    },
    ...given,
  })

it('on Linux it is a file in the folder of the system, with the program as it is started', () => {
  const login = item()
  expect(login.isOn()).toBe(false)
  login.set(true)
  expect(item().isOn()).toBe(true)
  const file = join(home, '.config/autostart/foyer.desktop')
  expect(readFileSync(file, 'utf8')).toContain(String.raw`Exec="/opt/Foyer \\$1/foyer" --opened-at-login`)
  item({ env: { APPIMAGE: '/home/me/100%.AppImage' } }).set(true)
  expect(readFileSync(file, 'utf8')).toContain('Exec="/home/me/100%%.AppImage" --opened-at-login')
  login.set(false)
  expect(login.isOn()).toBe(false)
})

it('a folder that takes nothing leaves it off', () => {
  const login = item({ env: { XDG_CONFIG_HOME: '/dev/null' } })
  login.set(true)
  expect(login.isOn()).toBe(false)
})

it('elsewhere the system is asked, and a start by the system is known', () => {
  const set: unknown[] = []
  const settings = {
    getLoginItemSettings: () => ({ openAtLogin: true, wasOpenedAtLogin: true }),
    setLoginItemSettings: (given: unknown) => void set.push(given),
  }
  const windows = item({ platform: 'win32', settings })
  windows.set(true)
  expect(set).toEqual([{ openAtLogin: true, args: ['--opened-at-login'] }])
  expect([windows.isOn(), windows.opened]).toEqual([true, false])
  expect(item({ platform: 'win32', args: ['foyer.exe', '--opened-at-login'] }).opened).toBe(true)
  expect(item({ platform: 'darwin', settings }).opened).toBe(true)
  expect(item({ isPackaged: false, settings, platform: 'darwin' }).isOn()).toBeNull()
})
