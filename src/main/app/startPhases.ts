/**
 * How long a start took, part by part, as one line of the log.
 *
 * Everything is counted from the beginning of the process; parts overlap, as the core starts beside the window. The
 * line is written when the list stands on the screen, which is what the person waited for.
 */
import type { App, BrowserWindow } from 'electron'

import type { Clock } from '../../base/clock.ts'

/** The program may begin, there is a window, its page is loaded, the core has its files, the list is painted. */
export type StartPhase = 'ready' | 'window' | 'page' | 'core' | 'list'

export interface StartPhases {
  /** Only the first time counts: the core or the page may be started again later. */
  reached(phase: StartPhase): void
}

export interface StartPhasesOptions {
  readonly app: Pick<App, 'once'>
  readonly clock: Clock
  /** When the process began. */
  readonly began: number
  readonly write: (line: string) => void
}

export const watchStart = ({ app, clock, began, write }: StartPhasesOptions): StartPhases => {
  const tookMs: Record<string, number> = {}
  const reached = (phase: StartPhase): void => {
    const name = `${phase}Ms`
    if ('listMs' in tookMs || name in tookMs) return
    tookMs[name] = Math.round(clock.now() - began)
    if (phase === 'list') write(`${JSON.stringify({ level: 'info', msg: 'started', ...tookMs })}\n`)
  }
  app.once(
    'browser-window-created',
    (_event: unknown, { webContents }: Pick<BrowserWindow, 'webContents'>) => {
      reached('window')
      webContents.once('did-finish-load', () => reached('page'))
    },
  )
  reached('ready')
  return { reached }
}
