/** Joins with the program what a device is set to: its size, its login, its spelling, its keys and its pictures. */
import { homedir } from 'node:os'

import { app, session } from 'electron'

import { createLoginItem } from '../app/loginItem.ts'
import type { ShellFile } from '../app/shellFile.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import type { MessageHandlers, RequestHandlers } from '../ipc/hearWindows.ts'
import type { WorkbenchWindow } from '../windows/workbenchWindow.ts'
import { zoomAfter, type ZoomWish } from '../windows/zoom.ts'
import { createDevice } from './device.ts'
import { createScreenshots } from './screenshot.ts'
import { createSpelling } from './spelling.ts'
import { takeSystemKeys } from './systemKeys.ts'

export interface StartedDevice {
  readonly requests: Pick<RequestHandlers, 'keys.use' | 'screenshot.take'>
  readonly messages: Pick<MessageHandlers, 'device.change'>
  setCloseToTray(on: boolean): void
  onZoomWish(wish: ZoomWish): void
  readonly startsHidden: boolean
}

export interface DeviceParts {
  readonly memory: ShellFile
  readonly teller: ShellTeller
  readonly window: () => WorkbenchWindow | undefined
  readonly hasTray: boolean
  readonly onCloseToTray: () => void
  /** Brings the window to the front, with what is unread longest. */
  readonly showUnread: () => void
}

export const startDevice = (parts: DeviceParts): StartedDevice => {
  const { memory, teller, window, hasTray, onCloseToTray, showUnread } = parts
  const login = createLoginItem({
    platform: process.platform,
    isPackaged: app.isPackaged,
    args: process.argv,
    env: process.env,
    home: homedir(),
    program: process.execPath,
    settings: app,
  })
  const device = createDevice({
    memory,
    login,
    spelling: createSpelling(session.defaultSession, process.platform),
    hasTray,
    onNews: teller.device,
    onZoom: (percent) => window()?.setZoom(percent),
    onCloseToTray,
  })
  const takeScreenshot = createScreenshots({ window, isLeftOut: () => memory.get().hideForScreenshot })
  return {
    requests: {
      'keys.use': async (keys) =>
        takeSystemKeys(keys, (name) => {
          if (name === 'oldestUnread') showUnread()
          else if (name === 'showWindow') {
            if (window()?.isInFront() === true) window()?.hide()
            else window()?.show()
          } else {
            if (name === 'acceptAnywhere') window()?.show()
            teller.systemKey(name)
          }
        }),
      'screenshot.take': takeScreenshot,
    },
    messages: { 'device.change': ({ changes }) => device.change(changes) },
    setCloseToTray: (closeToTray) => device.change({ closeToTray }),
    onZoomWish: (wish) => device.change({ zoom: zoomAfter(memory.get().zoom, wish) }),
    startsHidden: login.opened && hasTray && memory.get().startHidden,
  }
}
