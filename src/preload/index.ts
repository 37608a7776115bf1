/** The bridge: the only code that sees both the page and Electron. It hands on, and decides nothing. */
import { contextBridge, ipcRenderer } from 'electron'

import type {
  CorePortMessage,
  DesktopApi,
  DesktopMessages,
  DesktopPlatform,
  DesktopRequests,
  ShellNews,
} from './contract.ts'

/** The few parts of the page's global scope that are used here; the other files of this program have no page. */
declare const window: {
  postMessage(message: CorePortMessage, options: { targetOrigin: string; transfer: readonly unknown[] }): void
}
declare const location: { readonly origin: string }

const request = <N extends keyof DesktopRequests>(
  name: N,
  ...args: DesktopRequests[N]['args']
): Promise<DesktopRequests[N]['result']> =>
  ipcRenderer.invoke(name, ...args) as Promise<DesktopRequests[N]['result']>

const tell = <N extends keyof DesktopMessages>(name: N, ...args: DesktopMessages[N]): void =>
  ipcRenderer.send(name, ...args)

ipcRenderer.on('core.port', (event) => {
  window.postMessage('foyer:core-port', { targetOrigin: location.origin, transfer: event.ports })
})

const api: DesktopApi = {
  platform: process.platform as DesktopPlatform,
  connectCore: () => tell('core.connect'),
  takeSignIn: () => request('sign-in.take'),
  openLink: (url) => request('link.open', url),
  watchShell: (listener) => {
    ipcRenderer.on('shell.news', (_event, news: ShellNews) => listener(news))
    tell('shell.watch')
  },
  tellLanguage: (language) => tell('shell.language', language),
  allowFrames: (addresses) => tell('shell.frames', addresses),
  restart: (part) => tell('shell.restart', part),
  openLogs: () => tell('logs.open'),
  tellCounts: (counts) => tell('shell.counts', counts),
  alert: (alert) => tell('shell.alert', alert),
  checkUpdate: () => tell('update.check'),
  answerQuit: (yes) => tell('shell.quit', yes),
  network: () => request('network.get'),
  chooseProxy: (choice) => request('network.choose', choice),
  diagnostics: () => request('diagnostics.get'),
  answerProxy: (answer) => tell('proxy.answer', answer),
  changeDevice: (changes) => tell('device.change', changes),
  setSystemKeys: (keys) => request('keys.use', keys),
  takeScreenshot: (source) => request('screenshot.take', source),
}

contextBridge.exposeInMainWorld('foyer', api)
