/** Message ports of the main process, whose ends can be handed to pages and to other processes. */
import { EventEmitter } from 'node:events'

import type { MessagePortMain } from 'electron'

/** Where an end of a channel went: what comes for it is passed on. */
type Forward = { readonly message: (data: unknown) => void; readonly close: () => void }

export class StandInPort
  extends EventEmitter
  implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  peer: StandInPort | undefined
  private queue: unknown[] = []
  private started = false
  private forward: Forward | undefined

  postMessage(message: unknown): void {
    const copy = structuredClone(message)
    setImmediate(() => this.peer?.receive(copy))
  }

  start(): void {
    this.started = true
    this.flush()
  }

  close(): void {
    const { peer } = this
    this.peer = undefined
    if (peer) setImmediate(() => peer.closed())
  }

  /** From now on this end is elsewhere. */
  handTo(forward: Forward): void {
    this.forward = forward
    this.flush()
  }

  receive(data: unknown): void {
    this.queue.push(data)
    this.flush()
  }

  private closed(): void {
    this.peer = undefined
    if (this.forward) this.forward.close()
    else this.emit('close')
  }

  private flush(): void {
    if (!this.forward && !this.started) return
    const waiting = this.queue
    this.queue = []
    for (const data of waiting)
      if (this.forward) this.forward.message(data)
      else this.emit('message', { data, ports: [] })
  }
}

export class StandInChannel {
  readonly port1 = new StandInPort()
  readonly port2 = new StandInPort()

  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}

/** Ends that were handed to one place, by the numbers that they have there. */
export class HandedPorts {
  private readonly ports = new Map<number, StandInPort>()
  private static last = 0
  private readonly say: (message: PortMessage) => void

  constructor(say: (message: PortMessage) => void) {
    this.say = say
  }

  hand(ports: readonly unknown[]): number[] {
    return ports.map((port) => {
      if (!(port instanceof StandInPort)) throw new Error('only ports of this process can be handed on')
      HandedPorts.last += 1
      const id = HandedPorts.last
      this.ports.set(id, port)
      port.handTo({
        message: (data) => this.say({ kind: 'port', id, data }),
        close: () => this.say({ kind: 'port-close', id }),
      })
      return id
    })
  }

  /** Something came from that place. */
  heard(message: PortMessage): void {
    const port = this.ports.get(message.id)
    if (message.kind === 'port') port?.peer?.receive(message.data)
    else port?.close()
  }

  /** That place is gone. */
  end(): void {
    for (const port of this.ports.values()) port.close()
    this.ports.clear()
  }
}

export type PortMessage =
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly id: number }
