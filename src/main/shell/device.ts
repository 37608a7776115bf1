/** What is set for this device, whoever signs in: keeps it, makes it true, and tells the window how it is. */
import type { DeviceChanges, DeviceNews, DeviceOptions } from '../../preload/contract.ts'
import type { LoginItem } from '../app/loginItem.ts'
import type { ShellFile } from '../app/shellFile.ts'
import type { Spelling } from './spelling.ts'

export interface Device {
  change(changes: DeviceChanges): void
}

export interface DeviceSurroundings {
  readonly memory: ShellFile
  readonly login: LoginItem
  readonly spelling: Spelling
  /** There is an icon to come back by. */
  readonly hasTray: boolean
  readonly onNews: (news: DeviceNews) => void
  readonly onZoom: (percent: number) => void
  readonly onCloseToTray: () => void
}

export const createDevice = (surroundings: DeviceSurroundings): Device => {
  const { memory, login, spelling, hasTray, onNews, onZoom, onCloseToTray } = surroundings
  const options = (): DeviceOptions => {
    const {
      zoom,
      startHidden,
      closeToTray,
      spelling: on,
      spellingLanguages,
      hideForScreenshot,
    } = memory.get()
    const openAtLogin = login.isOn()
    return {
      zoom,
      openAtLogin,
      startHidden: openAtLogin !== null && hasTray ? startHidden : null,
      closeToTray: hasTray ? closeToTray : null,
      spelling: on,
      spellingLanguages,
      hideForScreenshot,
    }
  }
  const check = (): void => spelling.use(memory.get().spelling, memory.get().spellingLanguages)
  const tell = (): void => onNews({ kind: 'device', options: options(), languages: spelling.languages })
  // The first start adds it; taken out by anybody, it stays out.
  if (login.isOn() !== null && !memory.get().addedToLogin) {
    login.set(true)
    memory.change({ addedToLogin: true })
  }
  check()
  tell()
  return {
    change: ({ openAtLogin, ...changes }) => {
      if (openAtLogin !== undefined) login.set(openAtLogin)
      // What was not said stays as it is.
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      memory.change(said)
      if (changes.zoom !== undefined) onZoom(changes.zoom)
      if (changes.closeToTray !== undefined) onCloseToTray()
      check()
      tell()
    },
  }
}
