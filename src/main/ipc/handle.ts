/** The one place that listens to windows. It checks who asks, so that no handler can forget. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'

import type { DesktopMessage, DesktopRequests } from '../../preload/contract.ts'
import { APP_ORIGIN } from '../app/assets.ts'

/** The answer to each request. Arguments come from a page, so they are whatever it sends. */
export type RequestHandlers = {
  [N in keyof DesktopRequests]: (
    ...args: Unproven<DesktopRequests[N]['args']>
  ) => Promise<DesktopRequests[N]['result']>
}

type Unproven<Args extends readonly unknown[]> = { [K in keyof Args]: unknown }

/** Only the top frame of one of our own pages may ask. */
const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`)

export const handleRequests = (handlers: RequestHandlers): void => {
  for (const [name, handler] of Object.entries(handlers)) {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isOurs(event)) throw new Error('refused')
      return (handler as (...given: unknown[]) => Promise<unknown>)(...args)
    })
  }
}

export const handleMessage = (message: DesktopMessage, listener: (sender: WebContents) => void): void => {
  ipcMain.on(message, (event) => {
    if (isOurs(event)) listener(event.sender)
  })
}
