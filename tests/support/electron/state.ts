/** What the parts of the stand-in share: the browser, and what the program did that a test wants to see. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { launchBrowser, type CdpBrowser } from './cdp.ts'

const PROFILE = process.argv.find((arg) => arg.startsWith('--user-data-dir='))?.split('=')[1] ?? ''
if (PROFILE === '') throw new Error('the stand-in needs --user-data-dir')
mkdirSync(PROFILE, { recursive: true })

export const profileFolder = PROFILE

let browser: Promise<CdpBrowser> | undefined

/** Started with the first window. */
export const theBrowser = (): Promise<CdpBrowser> => (browser ??= launchBrowser(join(PROFILE, 'chromium')))

export const killBrowser = async (): Promise<void> => {
  const running = await browser?.catch(() => undefined)
  if (running?.process.pid === undefined) return
  if (process.platform === 'win32') running.process.kill()
  else process.kill(-running.process.pid, 'SIGKILL')
}

/** Everything that the system would have shown or done. */
export const done: { readonly what: string; readonly details: unknown }[] = []

export const record = (what: string, details: unknown): void => {
  done.push({ what, details })
}
