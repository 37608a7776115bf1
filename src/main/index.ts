/** The desktop program: lists what it is made of, in the order in which it begins. */
import { join } from 'node:path'

import { app, BrowserWindow, shell } from 'electron'

import { isOpenable } from './app/links.ts'
import { lockDown } from './app/lockDown.ts'
import { registerAppScheme, serveAssets } from './app/serveAssets.ts'
import { parseSignIn } from './app/signIn.ts'
import { startCoreProcess } from './clientHost/coreProcess.ts'
import { handleMessage, handleRequests } from './ipc/handle.ts'
import { openWorkbenchWindow } from './windows/workbenchWindow.ts'

const openLink = async (url: unknown): Promise<boolean> => {
  if (typeof url !== 'string' || !isOpenable(url)) return false
  await shell.openExternal(url)
  return true
}

const focusWindow = (): void => {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) {
    void openWorkbenchWindow()
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

const start = async (): Promise<void> => {
  let signIn = parseSignIn(process.env['FOYER_SIGN_IN_URL'])
  // Children must not inherit what signs in.
  delete process.env['FOYER_SIGN_IN_URL']

  app.enableSandbox()
  registerAppScheme()
  app.on('second-instance', focusWindow)
  app.on('activate', focusWindow)
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()

  lockDown()
  serveAssets(join(import.meta.dirname, '../renderer'), signIn?.server)
  const core = startCoreProcess({
    script: join(import.meta.dirname, 'clientHost.js'),
    folder: join(app.getPath('userData'), 'core'),
    version: app.getVersion(),
  })
  app.on('quit', () => core.stop())

  handleMessage('core.connect', (page) => core.connect(page))
  handleRequests({
    'sign-in.take': async () => {
      const taken = signIn ?? null
      signIn = undefined
      return taken
    },
    'link.open': openLink,
  })
  await openWorkbenchWindow()
}

// A second start shows the window of the first: two cores could not share the databases.
if (app.requestSingleInstanceLock()) void start()
else app.quit()
