/** Loaded first in a child process: gives it the port to its parent that Electron's utility processes have. */
import { EventEmitter } from 'node:events'

import type { PortMessage } from './ports.ts'

type FromParent = PortMessage | { readonly kind: 'message'; readonly data: unknown; readonly ports: number[] }

/** An end of a channel in this process. */
class ChildPort extends EventEmitter {
  private readonly id: number
  private queue: unknown[] = []
  private started = false

  constructor(id: number) {
    super()
    this.id = id
  }

  postMessage(data: unknown): void {
    process.send?.({ kind: 'port', id: this.id, data } satisfies PortMessage)
  }

  start(): void {
    this.started = true
    for (const data of this.queue) this.emit('message', { data, ports: [] })
    this.queue = []
  }

  receive(data: unknown): void {
    if (this.started) this.emit('message', { data, ports: [] })
    else this.queue.push(data)
  }
}

const ports = new Map<number, ChildPort>()
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown) => process.send?.({ kind: 'message', data }),
  start: () => undefined,
})

const arrived = (id: number): ChildPort => {
  const port = new ChildPort(id)
  ports.set(id, port)
  return port
}

/** What comes before the program listens is kept, as Electron keeps it. */
let early: FromParent[] | undefined = []
const hear = (message: FromParent): void => {
  if (message.kind === 'message')
    parentPort.emit('message', { data: message.data, ports: message.ports.map(arrived) })
  else if (message.kind === 'port') ports.get(message.id)?.receive(message.data)
  else {
    ports.get(message.id)?.emit('close')
    ports.delete(message.id)
  }
}
process.on('message', (message: FromParent) => {
  if (early) early.push(message)
  else hear(message)
})
parentPort.on('newListener', (event) => {
  if (event !== 'message' || early === undefined) return
  const waiting = early
  setImmediate(() => {
    early = undefined
    for (const message of waiting) hear(message)
  })
})
// A parent that was killed leaves nobody behind.
process.on('disconnect', () => process.exit(0))

Object.assign(process, { parentPort })
