/** The bridge: the only code that sees both the page and Electron. It hands on, and decides nothing. */
import { contextBridge, ipcRenderer } from 'electron'

import type { CorePortMessage, DesktopApi, DesktopPlatform, ShellNews, ShellRequests } from './contract.ts'

/** The few parts of the page's global scope that are used here; the other files of this program have no page. */
declare const window: {
  postMessage(message: CorePortMessage, options: { targetOrigin: string; transfer: readonly unknown[] }): void
}
declare const location: { readonly origin: string }

ipcRenderer.on('core.port', (event) => {
  window.postMessage('foyer:core-port', { targetOrigin: location.origin, transfer: event.ports })
})

const api: DesktopApi = {
  platform: process.platform as DesktopPlatform,
  watch: (listener) => {
    ipcRenderer.on('shell.news', (_event, news: ShellNews) => listener(news))
    api.tell({ kind: 'window.watch' })
  },
  tell: (message) => ipcRenderer.send('shell.tell', message),
  ask: <N extends keyof ShellRequests>(name: N, ...args: ShellRequests[N]['args']) =>
    ipcRenderer.invoke('shell.ask', name, ...args) as Promise<ShellRequests[N]['result']>,
}

contextBridge.exposeInMainWorld('foyer', api)
