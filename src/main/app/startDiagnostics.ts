/** Joins with the program what it writes down of itself, and what it tells whoever looks for a fault. */
import { app, shell } from 'electron'

import type { Clock } from '../../base/clock.ts'
import { systemKeyStore } from '../clientHost/systemKeyStore.ts'
import type { MessageHandlers, RequestHandlers } from '../ipc/hearWindows.ts'
import { readDiagnostics } from './diagnostics.ts'
import { openLogFile } from './logFile.ts'
import { watchStart, type StartPhases } from './startPhases.ts'

export interface ShellLog {
  write(lines: string): void
  /** Something failed. */
  note(event: string, reason: string): void
  readonly reached: StartPhases['reached']
  readonly messages: Pick<MessageHandlers, 'logs.open' | 'start.list-painted'>
  /** `proxy`: which way the program goes, without an address. */
  requests(proxy: () => string): Pick<RequestHandlers, 'diagnostics.get'>
}

export const startDiagnostics = (clock: Clock): ShellLog => {
  const folder = app.getPath('logs')
  const log = openLogFile(folder)
  // Windows and Linux may not tell when a process began; its first code ran soon after.
  const began = process.getCreationTime() ?? performance.timeOrigin
  const { reached } = watchStart({ app, clock, began, write: log.write })
  return {
    write: log.write,
    note: (event, reason) => log.write(`${JSON.stringify({ level: 'error', msg: event, reason })}\n`),
    reached,
    messages: {
      'logs.open': () => void shell.openPath(folder),
      'start.list-painted': () => reached('list'),
    },
    requests: (proxy) => ({
      'diagnostics.get': () =>
        readDiagnostics({
          version: app.getVersion(),
          keyStore: systemKeyStore.backend,
          proxy,
          logFiles: log.files,
        }),
    }),
  }
}
