/** A real Chromium and the line to it, by the protocol that its own developer tools speak. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

import { CHROMIUM_ARGS, findChromium, thisMachine } from '../browser.ts'

export type Fields = Readonly<Record<string, unknown>>

/** One page, or the browser as a whole. */
export interface CdpSession {
  send(method: string, params?: Fields): Promise<Fields>
  on(method: string, listener: (params: Fields) => void): void
}

export interface CdpBrowser extends CdpSession {
  /** Where another tool, such as Playwright, can connect. */
  readonly endpoint: string
  readonly process: ChildProcess
  attach(targetId: string): Promise<CdpSession>
  session(sessionId: string): CdpSession
}

interface Pending {
  readonly resolve: (result: Fields) => void
  readonly reject: (error: Error) => void
}

export const launchBrowser = async (profile: string): Promise<CdpBrowser> => {
  const program = findChromium(thisMachine(undefined))
  if (program === undefined || !existsSync(program)) throw new Error('there is no Chromium on this machine')
  const child = spawn(
    program,
    [
      ...CHROMIUM_ARGS,
      '--headless',
      '--remote-debugging-port=0',
      '--no-startup-window',
      `--user-data-dir=${profile}`,
    ],
    // A group of its own: on some systems the program is a script that starts the browser.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  )
  const endpoint = await endpointOf(child)
  const socket = new WebSocket(endpoint)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  return browserOver(socket, endpoint, child)
}

const endpointOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stderr) throw new Error('the browser has no output')
    createInterface({ input: child.stderr }).on('line', (line) => {
      const endpoint = /^DevTools listening on (ws:\S+)/u.exec(line)?.[1]
      if (endpoint) resolve(endpoint)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}`)))
  })

const browserOver = (socket: WebSocket, endpoint: string, child: ChildProcess): CdpBrowser => {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(params: Fields) => void>>()
  let lastId = 0

  const session = (sessionId?: string): CdpSession => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1
        pending.set(lastId, { resolve, reject })
        socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) }))
      }),
    on: (method, listener) => {
      const key = `${sessionId ?? ''} ${method}`
      listeners.set(key, (listeners.get(key) ?? new Set()).add(listener))
    },
  })
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as {
      readonly id?: number
      readonly method?: string
      readonly sessionId?: string
      readonly params?: Fields
      readonly result?: Fields
      readonly error?: { readonly message: string }
    }
    if (message.id === undefined) {
      for (const listener of listeners.get(`${message.sessionId ?? ''} ${message.method ?? ''}`) ?? [])
        listener(message.params ?? {})
      return
    }
    const { resolve, reject } = pending.get(message.id) ?? {}
    pending.delete(message.id)
    if (message.error) reject?.(new Error(message.error.message))
    else resolve?.(message.result ?? {})
  })
  const whole = session()
  return {
    ...whole,
    endpoint,
    process: child,
    session,
    attach: async (targetId) => {
      const { sessionId } = await whole.send('Target.attachToTarget', { targetId, flatten: true })
      return session(sessionId as string)
    },
  }
}
