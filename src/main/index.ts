/** The desktop program: lists what it is made of, in the order in which it begins. */
import { join } from 'node:path'

import { app, ipcMain } from 'electron'

import { systemClock } from '../base/clock.ts'
import { createEnding } from './app/ending.ts'
import { registerAppScheme, serveAssets } from './app/serveAssets.ts'
import { openShellFile } from './app/shellFile.ts'
import { createShellTeller } from './app/shellNews.ts'
import { startDiagnostics } from './app/startDiagnostics.ts'
import { startPages } from './app/startPages.ts'
import { hearStarts } from './app/starts.ts'
import { hasForbiddenSwitch } from './app/switches.ts'
import { startCore } from './clientHost/startCore.ts'
import { hearWindows } from './ipc/hearWindows.ts'
import { startNetwork } from './network/startNetwork.ts'
import { startDevice } from './shell/startDevice.ts'
import { startSigns } from './shell/startSigns.ts'
import { startUpdates } from './updates/startUpdates.ts'
import { startWindow } from './windows/startWindow.ts'
import type { WorkbenchWindow } from './windows/workbenchWindow.ts'
import { wordsOf } from './words.ts'

const start = async (): Promise<void> => {
  let opened: WorkbenchWindow | undefined
  const window = (): WorkbenchWindow | undefined => opened
  const showWindow = (): void => opened?.show()
  const clock = systemClock

  const teller = createShellTeller()
  app.enableSandbox()
  // As the installer calls the program: Windows shows the notes of no other name.
  app.setAppUserModelId('app.foyer.desktop')
  registerAppScheme()
  const starts = hearStarts(teller, showWindow)
  const ending = createEnding(teller, showWindow)
  await app.whenReady()

  ending.hearSystem()
  const memory = openShellFile(join(app.getPath('userData'), 'shell.json'))
  app.on('quit', memory.finish)
  const words = wordsOf(() => memory.get().language, app.getLocale())
  const log = startDiagnostics(clock)
  const pages = startPages(teller)
  const network = startNetwork({
    memory,
    teller,
    onChange: () => core.wake(),
    managedBy: app.isPackaged ? undefined : process.env['FOYER_MANAGED'],
  })
  const core = startCore({
    clock,
    gateway: network.gateway,
    memory,
    teller,
    onLog: log.write,
    onReady: () => log.reached('core'),
    onOther: () => signs.closeNotes(),
  })
  serveAssets(join(import.meta.dirname, '../renderer'), core.server, network.fetch)
  const updates = startUpdates({
    clock,
    turn: memory.get().turn,
    onNews: teller.update,
    note: log.note,
    fetch: network.fetch,
  })
  const signs = startSigns({
    memory,
    words,
    teller,
    window,
    setCloseToTray: (on) => device.setCloseToTray(on),
  })
  const device = startDevice({
    memory,
    teller,
    window,
    hasTray: signs.hasTray,
    onCloseToTray: signs.drawAnew,
    showUnread: signs.showUnread,
  })
  hearWindows(ipcMain, {
    messages: {
      ...core.messages,
      ...pages.messages,
      ...log.messages,
      ...network.messages,
      ...updates.messages,
      ...signs.messages,
      ...device.messages,
      ...ending.messages(updates.goOn),
      'window.watch': (_message, page) => teller.listens(page),
      'window.language': ({ language }) => {
        if (memory.get().language === language) return
        memory.change({ language })
        signs.drawAnew()
      },
      'window.restart': ({ part }) => {
        if (part === 'core') core.restart()
        else opened?.restartPage()
      },
    },
    requests: {
      ...core.requests,
      ...starts.requests,
      ...pages.requests,
      ...log.requests(() => network.settings().proxy.mode),
      ...network.requests,
      ...device.requests,
    },
  })
  opened = startWindow({
    clock,
    memory,
    teller,
    ending,
    hasTray: signs.hasTray,
    onHidden: signs.tellHidden,
    onSeen: signs.seen,
    startsHidden: device.startsHidden,
    onZoomWish: device.onZoomWish,
    words: () => words().edit,
    log: log.note,
  })
}

// A second start shows the window of the first: two cores could not share the databases.
if ((app.isPackaged && hasForbiddenSwitch(process.argv)) || !app.requestSingleInstanceLock()) app.quit()
else void start()
