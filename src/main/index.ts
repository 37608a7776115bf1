/** The desktop program: lists what it is made of, in the order in which it begins. */
import { join } from 'node:path'

import { app, Notification, powerMonitor, shell } from 'electron'

import icon from '../../assets/icon.png?asset'
import { systemClock } from '../base/clock.ts'
import { setAppMenu } from './app/appMenu.ts'
import { deepLinkOf, LINK_SCHEME, parseDeepLink } from './app/deepLink.ts'
import { readDiagnostics } from './app/diagnostics.ts'
import { createFrames } from './app/frames.ts'
import { createLeaving } from './app/leaving.ts'
import { isOpenable } from './app/links.ts'
import { lockDown } from './app/lockDown.ts'
import { openLogFile } from './app/logFile.ts'
import { registerAppScheme, serveAssets } from './app/serveAssets.ts'
import { openShellFile } from './app/shellFile.ts'
import { createShellTeller } from './app/shellNews.ts'
import { parseSignIn } from './app/signIn.ts'
import { hasForbiddenSwitch } from './app/switches.ts'
import { startCoreProcess } from './clientHost/coreProcess.ts'
import { openKeyRing } from './clientHost/keyRing.ts'
import { createLogger } from './clientHost/logger.ts'
import { systemKeyStore } from './clientHost/systemKeyStore.ts'
import { handleMessages, handleRequests } from './ipc/handle.ts'
import { startNetwork } from './network/startNetwork.ts'
import { createAlerts } from './shell/alerts.ts'
import { startDevice } from './shell/startDevice.ts'
import { createUnreadSigns } from './shell/unreadSigns.ts'
import { createTray } from './tray/tray.ts'
import { startUpdates } from './updates/startUpdates.ts'
import { openWorkbenchWindow, type WorkbenchWindow } from './windows/workbenchWindow.ts'
import { languageOfSystem, WORDS } from './words.ts'

const start = async (): Promise<void> => {
  let signIn = parseSignIn(process.env['FOYER_SIGN_IN_URL'])
  // Children must not inherit what signs in.
  delete process.env['FOYER_SIGN_IN_URL']

  let window: WorkbenchWindow | undefined
  let quitting = false
  const teller = createShellTeller()
  const showWindow = (): void => window?.show()
  const follow = (link: ReturnType<typeof parseDeepLink>): void => {
    if (link) teller.link(link)
    showWindow()
  }

  app.enableSandbox()
  registerAppScheme()
  app.on('second-instance', (_event, args) => follow(deepLinkOf(args)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow(parseDeepLink(url))
  })
  app.on('activate', showWindow)
  const leaving = createLeaving(() => {
    const isAsked = teller.askQuit()
    if (isAsked) showWindow()
    return isAsked
  })
  app.on('before-quit', (event) => {
    if (leaving.mayLeave()) quitting = true
    else event.preventDefault()
  })
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()

  const memory = openShellFile(join(app.getPath('userData'), 'shell.json'))
  const log = openLogFile(app.getPath('logs'))
  const note = (event: string, reason: string): void =>
    log.write(`${JSON.stringify({ level: 'error', msg: event, reason })}\n`)
  const words = (): (typeof WORDS)['en'] => WORDS[memory.get().language ?? languageOfSystem(app.getLocale())]

  powerMonitor.on('shutdown', leaving.force)
  const frames = createFrames()
  lockDown(frames)
  setAppMenu(process.platform)
  let server: string | null = null
  const network = startNetwork({
    memory,
    teller,
    onChange: () => core.wake(),
    managedBy: app.isPackaged ? undefined : process.env['FOYER_MANAGED'],
  })
  serveAssets(join(import.meta.dirname, '../renderer'), () => server, network.fetch)
  // A checkout started for development would take the scheme from the installed program.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  const coreFolder = join(app.getPath('userData'), 'core')
  const core = startCoreProcess({
    script: join(import.meta.dirname, 'clientHost.js'),
    folder: coreFolder,
    version: app.getVersion(),
    keys: openKeyRing(coreFolder, systemKeyStore, createLogger(log.write)),
    gateway: network.gateway,
    clock: systemClock,
    onLog: log.write,
    onState: teller.core,
    onServer: (next) => {
      server = next
    },
  })
  app.on('quit', () => core.stop())
  const updates = startUpdates({
    clock: systemClock,
    turn: memory.get().turn,
    onNews: teller.update,
    note,
    fetch: network.fetch,
  })

  const showUnread = (): void => {
    if (signs.hasUnread()) teller.showUnread()
    showWindow()
  }
  const tray = createTray(icon, words(), {
    closeToTray: () => memory.get().closeToTray,
    setCloseToTray: (on) => device.setCloseToTray(on),
    open: showWindow,
    click: showUnread,
    quit: () => app.quit(),
  })
  const device = startDevice({
    memory,
    teller,
    window: () => window,
    hasTray: tray !== undefined,
    onCloseToTray: () => tray?.setWords(words()),
    showUnread,
  })
  const signs = createUnreadSigns({ tray, window: () => window, words })
  const alerts = createAlerts({
    replyWords: () => words().reply,
    answered: (conversationId, reply) => {
      teller.alert(conversationId, reply)
      if (reply === null) showWindow()
    },
  })
  const tellOnce = (): void => {
    if (memory.get().toldAboutTray) return
    memory.change({ toldAboutTray: true })
    const notification = new Notification({ title: words().stillRunning, body: words().stillRunningHint })
    notification.on('click', showWindow)
    notification.show()
  }

  handleRequests({
    ...device.requests,
    'sign-in.take': async () => {
      const taken = signIn ?? null
      signIn = undefined
      return taken
    },
    'link.open': async (url) => {
      if (!isOpenable(url)) return false
      await shell.openExternal(url)
      return true
    },
    'diagnostics.get': () =>
      readDiagnostics({
        version: app.getVersion(),
        keyStore: systemKeyStore.backend,
        proxy: () => network.settings().proxy.mode,
        logFiles: log.files,
      }),
    'network.get': async () => network.settings(),
    'network.choose': network.choose,
  })
  handleMessages({
    ...device.messages,
    'core.connect': core.connect,
    'shell.watch': teller.listens,
    'shell.language': (_page, language) => {
      if (memory.get().language === language) return
      memory.change({ language })
      tray?.setWords(words())
    },
    'shell.frames': (_page, addresses) => frames.allow(addresses),
    'shell.restart': (_page, part) => {
      if (part === 'core') core.restart()
      else if (part === 'window') window?.restartPage()
      else updates.restart()
    },
    'update.check': updates.check,
    'proxy.answer': (_page, answer) => network.answered(answer),
    'logs.open': () => {
      void shell.openPath(app.getPath('logs'))
    },
    'shell.quit': (_page, yes) => {
      leaving.answered(yes)
      if (yes) app.quit()
      else updates.goOn()
    },
    'shell.counts': (_page, counts) => signs.show(counts),
    'shell.alert': (_page, alert) => alerts.show(alert),
  })

  const link = deepLinkOf(process.argv)
  if (link) teller.link(link)
  window = openWorkbenchWindow({
    clock: systemClock,
    place: memory.get().places.workbench,
    savePlace: (workbench) => memory.change({ places: { workbench } }),
    onClosing: () => {
      if (quitting) return 'close'
      // Without the icon only macOS, with its dock, has a way back.
      if (process.platform === 'darwin' || (tray !== undefined && memory.get().closeToTray)) return 'hide'
      return leaving.mayLeave() ? 'close' : 'stay'
    },
    onHidden: tellOnce,
    onRestored: teller.windowRestored,
    onSeen: signs.seen,
    startsHidden: device.startsHidden,
    zoom: () => memory.get().zoom,
    onZoomWish: device.onZoomWish,
    words: () => words().edit,
    log: note,
  })
}

// A second start shows the window of the first: two cores could not share the databases.
if ((app.isPackaged && hasForbiddenSwitch(process.argv)) || !app.requestSingleInstanceLock()) app.quit()
else void start()
