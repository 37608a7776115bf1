/**
 * Shows the page of a window, and starts it anew when it fails. What was typed is safe: the client core keeps drafts, and it is
 * another process.
 */
import type { BrowserWindow } from 'electron'

import type { Clock } from '../../base/clock.ts'
import { createRestarts } from '../app/restarts.ts'

export interface PageCare {
  /** Shows the page again after it was given up. */
  restart(): void
}

export interface PageCareOptions {
  readonly clock: Clock
  /** The page of the window, and what is shown instead when it fails again and again. */
  readonly page: string
  readonly troublePage: string
  readonly onRestored: () => void
  readonly log: (event: string, reason: string) => void
}

const FIRST_RESTART_MS = 100
const FAILURES_BORNE = 3

/** A page that does not answer may be busy; one that does not answer for so long never will. */
const STUCK_MS = 15_000

export const watchPage = (
  window: BrowserWindow,
  { clock, page, troublePage, onRestored, log }: PageCareOptions,
): PageCare => {
  const restarts = createRestarts({ clock, firstMs: FIRST_RESTART_MS, borne: FAILURES_BORNE })
  let stuck: (() => void) | undefined

  const show = (url: string): void => {
    if (window.isDestroyed()) return
    window.loadURL(url).catch((error: unknown) => log('page not loaded', String(error)))
  }
  const restart = (): void => {
    onRestored()
    show(page)
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('page ended', reason)
    if (window.isDestroyed() || reason === 'clean-exit') return
    const delay = restarts.failed()
    clock.after(delay ?? FIRST_RESTART_MS, delay === null ? () => show(troublePage) : restart)
  })
  window.on('unresponsive', () => {
    log('page stuck', 'unresponsive')
    // Its end is announced as any other, and the rest follows from there.
    stuck ??= clock.after(STUCK_MS, () => window.webContents.forcefullyCrashRenderer())
  })
  window.on('responsive', () => {
    stuck?.()
    stuck = undefined
  })
  window.webContents.on('did-start-loading', () => {
    stuck?.()
    stuck = undefined
  })
  show(page)
  return {
    restart: () => {
      restarts.forget()
      restart()
    },
  }
}
