/** Joins the client core with the program: where it lives, by which keys, and whose server pages may ask for files. */
import { join } from 'node:path'

import { app } from 'electron'

import type { Clock } from '../../base/clock.ts'
import type { ShellFile } from '../app/shellFile.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import type { MessageHandlers } from '../ipc/hearWindows.ts'
import { openCacheLock, type CacheLock } from './cacheLock.ts'
import { startCoreProcess, type CoreProcess } from './coreProcess.ts'
import { createLogger } from './logger.ts'
import type { Gateway } from './network.ts'
import type { ProfileKeys } from './profile.ts'
import { systemKeyStore } from './systemKeyStore.ts'

export interface StartedCore extends Pick<CoreProcess, 'wake' | 'restart'> {
  /** Of the agent who is signed in; null: nobody is. */
  server(): string | null
  readonly messages: Pick<MessageHandlers, 'core.connect'>
  readonly requests: CacheLock['requests']
}

export interface CoreSurroundings {
  readonly clock: Clock
  readonly gateway: Gateway
  readonly memory: ShellFile
  readonly teller: Pick<ShellTeller, 'core' | 'cacheLock'>
  readonly onLog: (lines: string) => void
  /** It has its files, and knows who is signed in. */
  readonly onReady: () => void
  /** Another agent is here than before. */
  readonly onOther: () => void
}

export const startCore = ({
  clock,
  gateway,
  memory,
  teller,
  onLog,
  onReady,
  onOther,
}: CoreSurroundings): StartedCore => {
  let server: string | null = null
  let agentId: string | null = null
  const folder = join(app.getPath('userData'), 'core')
  const firstKeys = Promise.withResolvers<ProfileKeys>()
  let hasKeys = false
  const lock = openCacheLock({
    folder,
    store: systemKeyStore,
    log: createLogger(onLog),
    memory: {
      unsent: () => memory.get().unsent,
      keepUnsent: (unsent) => memory.change({ unsent }),
    },
    onKeys: async (keys) => {
      if (hasKeys) await core.exchangeKeys(keys)
      else firstKeys.resolve(keys)
      hasKeys = true
    },
    onChange: teller.cacheLock,
  })
  const core = startCoreProcess({
    script: join(import.meta.dirname, 'clientHost.js'),
    folder,
    version: app.getVersion(),
    keys: firstKeys.promise,
    gateway,
    clock,
    onLog,
    onState: teller.core,
    onAccount: (next) => {
      server = next.server
      if (agentId !== null && agentId !== next.agentId) onOther()
      agentId = next.agentId
      onReady()
    },
    onUnsent: lock.unsent,
    onEmptied: lock.emptied,
  })
  app.on('quit', () => core.stop())
  return {
    wake: core.wake,
    restart: core.restart,
    server: () => server,
    messages: { 'core.connect': (_message, page) => core.connect(page) },
    requests: lock.requests,
  }
}
