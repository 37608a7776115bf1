/** What pages say to the main process. */
import { EventEmitter } from 'node:events'

import type { IpcMainInvokeEvent } from 'electron'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
})

/** The answer of the program to a page, or the error that the page is told. */
export const invoke = async (
  event: IpcMainInvokeEvent,
  channel: string,
  args: unknown[],
): Promise<{ readonly value: unknown; readonly error: string | null }> => {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { value: await handler(event, ...args), error: null }
  } catch (error) {
    return { value: null, error: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}

/** Whatever a page says, with or without an answer. */
export const hear = async (
  event: IpcMainInvokeEvent,
  channel: string,
  said: unknown[],
): ReturnType<typeof invoke> => {
  if (handlers.has(channel)) return invoke(event, channel, said)
  ipcMain.emit(channel, event, ...said)
  return { value: null, error: null }
}

/** What the program listens to. */
export const channels = (): readonly string[] =>
  [...handlers.keys(), ...ipcMain.eventNames().map(String)].toSorted()
