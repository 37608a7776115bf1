/** The bridge: the only code that sees both the page and Electron. It hands on, and decides nothing. */
import { contextBridge, ipcRenderer } from 'electron'

import type {
  CorePortMessage,
  DesktopApi,
  DesktopMessage,
  DesktopPlatform,
  DesktopRequests,
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

const tell = (message: DesktopMessage): void => ipcRenderer.send(message)

ipcRenderer.on('core.port', (event) => {
  window.postMessage('foyer:core-port', { targetOrigin: location.origin, transfer: event.ports })
})

const api: DesktopApi = {
  platform: process.platform as DesktopPlatform,
  connectCore: () => tell('core.connect'),
  takeSignIn: () => request('sign-in.take'),
  openLink: (url) => request('link.open', url),
}

contextBridge.exposeInMainWorld('foyer', api)
