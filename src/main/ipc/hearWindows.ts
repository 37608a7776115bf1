/** The one place that listens to windows. It checks who speaks and what, so that no handler can forget. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'

import type { ShellMessage, ShellRequests } from '../../preload/contract.ts'
import { isAppPage } from '../app/assets.ts'
import { MESSAGES, REQUESTS, type MessageOf } from './schemas.ts'

/** What each message of a page does. */
export type MessageHandlers = {
  readonly [K in ShellMessage['kind']]: (message: MessageOf<K>, page: WebContents) => void
}

/** The answer to each request of a page. */
export type RequestHandlers = {
  readonly [N in keyof ShellRequests]: (
    ...args: ShellRequests[N]['args']
  ) => Promise<ShellRequests[N]['result']>
}

export interface WindowHandlers {
  readonly messages: MessageHandlers
  readonly requests: RequestHandlers
}

/** What is said goes through two channels: one for what has an answer, and one for the rest. */
export const hearWindows = (
  ipc: Pick<IpcMain, 'on' | 'handle'>,
  { messages, requests }: WindowHandlers,
): void => {
  ipc.on('shell.tell', (event, ...said: unknown[]) => {
    const message = isOurs(event) ? messageIn(said) : undefined
    if (message === undefined) return
    const handler = messages[message.kind] as (message: ShellMessage, page: WebContents) => void
    handler(message, event.sender)
  })
  ipc.handle('shell.ask', (event, ...said: unknown[]) => {
    const request = isOurs(event) ? requestIn(said) : undefined
    if (request === undefined) throw new Error('refused')
    const handler = requests[request.name] as (...args: readonly unknown[]) => Promise<unknown>
    return handler(...request.args)
  })
}

/** Only the top frame of one of our own pages may speak. */
const isOurs = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isAppPage(senderFrame.url)

const messageIn = (said: readonly unknown[]): ShellMessage | undefined => {
  const [message, ...more] = said
  const kind = typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined
  return more.length === 0 && isNameIn(kind, MESSAGES) ? MESSAGES[kind].safeParse(message).data : undefined
}

const requestIn = (
  said: readonly unknown[],
): { readonly name: keyof ShellRequests; readonly args: readonly unknown[] } | undefined => {
  const [name, ...rest] = said
  if (!isNameIn(name, REQUESTS)) return undefined
  const args = REQUESTS[name].safeParse(rest).data
  return args && { name, args }
}

/** Of the table itself, and not of what every object has. */
const isNameIn = <T extends object>(name: unknown, table: T): name is keyof T =>
  typeof name === 'string' && Object.hasOwn(table, name)
