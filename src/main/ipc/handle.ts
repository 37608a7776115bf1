/** The one place that listens to windows. It checks who asks and what, so that no handler can forget. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type * as z from 'zod'

import type { DesktopMessages, DesktopRequests } from '../../preload/contract.ts'
import { isAppPage } from '../app/assets.ts'
import { MESSAGES, REQUESTS } from './schemas.ts'

/** The answer to each request of a page. */
export type RequestHandlers = {
  [N in keyof DesktopRequests]: (...args: DesktopRequests[N]['args']) => Promise<DesktopRequests[N]['result']>
}

/** What each message of a page does. */
export type MessageHandlers = {
  [N in keyof DesktopMessages]: (page: WebContents, ...args: DesktopMessages[N]) => void
}

/** Only the top frame of one of our own pages may ask. */
const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isAppPage(senderFrame.url)

/** The arguments, if they are from one of our pages and as agreed. */
const allowed = (
  event: IpcMainEvent | IpcMainInvokeEvent,
  schema: z.ZodType<readonly unknown[]>,
  args: readonly unknown[],
): readonly unknown[] | undefined => (isOurs(event) ? schema.safeParse(args).data : undefined)

export const handleRequests = (handlers: RequestHandlers): void => {
  for (const name of Object.keys(handlers) as (keyof DesktopRequests)[]) {
    const handler = handlers[name] as (...args: readonly unknown[]) => Promise<unknown>
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      const given = allowed(event, REQUESTS[name], args)
      if (given === undefined) throw new Error('refused')
      return handler(...given)
    })
  }
}

export const handleMessages = (handlers: MessageHandlers): void => {
  for (const name of Object.keys(handlers) as (keyof DesktopMessages)[]) {
    const handler = handlers[name] as (page: WebContents, ...args: readonly unknown[]) => void
    ipcMain.on(name, (event, ...args: unknown[]) => {
      const given = allowed(event, MESSAGES[name], args)
      if (given !== undefined) handler(event.sender, ...given)
    })
  }
}
