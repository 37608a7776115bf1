/** Joins the client core with the program: where it lives, by which keys, and whose server pages may ask for files. */
import { join } from 'node:path'

import { app } from 'electron'

import type { Clock } from '../../base/clock.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import type { MessageHandlers } from '../ipc/hearWindows.ts'
import { startCoreProcess, type CoreProcess } from './coreProcess.ts'
import { openKeyRing } from './keyRing.ts'
import { createLogger } from './logger.ts'
import type { Gateway } from './network.ts'
import { systemKeyStore } from './systemKeyStore.ts'

export interface StartedCore extends Pick<CoreProcess, 'wake' | 'restart'> {
  /** Of the agent who is signed in; null: nobody is. */
  server(): string | null
  readonly messages: Pick<MessageHandlers, 'core.connect'>
}

export interface CoreSurroundings {
  readonly clock: Clock
  readonly gateway: Gateway
  readonly teller: Pick<ShellTeller, 'core'>
  readonly onLog: (lines: string) => void
  /** It has its files, and knows who is signed in. */
  readonly onReady: () => void
}

export const startCore = ({ clock, gateway, teller, onLog, onReady }: CoreSurroundings): StartedCore => {
  let server: string | null = null
  const folder = join(app.getPath('userData'), 'core')
  const core = startCoreProcess({
    script: join(import.meta.dirname, 'clientHost.js'),
    folder,
    version: app.getVersion(),
    keys: openKeyRing(folder, systemKeyStore, createLogger(onLog)),
    gateway,
    clock,
    onLog,
    onState: teller.core,
    onServer: (next) => {
      server = next
      onReady()
    },
  })
  app.on('quit', () => core.stop())
  return {
    wake: core.wake,
    restart: core.restart,
    server: () => server,
    messages: { 'core.connect': (_message, page) => core.connect(page) },
  }
}
