/** A utility process is a child of Node. */
import { fork as forkNode, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'

import type { ForkOptions, UtilityProcess } from 'electron'

import { HandedPorts, type PortMessage } from './ports.ts'

type FromChild = PortMessage | { readonly kind: 'message'; readonly data: unknown }

export class StandInUtilityProcess
  extends EventEmitter
  implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stderr' | 'stdout'>
{
  /** Tests look for their ids. */
  static readonly running: StandInUtilityProcess[] = []
  private readonly child: ChildProcess
  private readonly handed: HandedPorts

  static fork(
    script: string,
    args: string[] = [],
    { stdio = 'inherit' }: ForkOptions = {},
  ): StandInUtilityProcess {
    const [, output = 'inherit', errors = 'inherit'] =
      typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio
    const child = forkNode(script, args, {
      execArgv: ['--import', join(import.meta.dirname, 'utility.ts')],
      serialization: 'advanced',
      stdio: ['ignore', output as 'pipe', errors as 'pipe', 'ipc'],
    })
    return new StandInUtilityProcess(child)
  }

  constructor(child: ChildProcess) {
    super()
    this.child = child
    this.handed = new HandedPorts((message) => this.say(message))
    child.on('message', (message: FromChild) => {
      if (message.kind === 'message') this.emit('message', message.data)
      else this.handed.heard(message)
    })
    StandInUtilityProcess.running.push(this)
    child.once('spawn', () => this.emit('spawn'))
    child.once('exit', (code) => {
      StandInUtilityProcess.running.splice(StandInUtilityProcess.running.indexOf(this), 1)
      this.handed.end()
      this.emit('exit', code ?? 1)
    })
    // Something was said to a process that is about to be reported as gone.
    child.on('error', () => undefined)
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined
  }

  get stdout(): ChildProcess['stdout'] {
    return this.child.stdout
  }

  get stderr(): ChildProcess['stderr'] {
    return this.child.stderr
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.say({ kind: 'message', data, ports: this.handed.hand(transfer) })
  }

  kill(): boolean {
    return this.child.kill()
  }

  private say(message: unknown): void {
    if (this.child.connected) this.child.send(message as object, () => undefined)
  }
}
