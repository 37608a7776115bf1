/** The desktop program in the real Electron, as the stand-in gives it to a test. */
import { join } from 'node:path'

import { _electron, type ElectronApplication } from '@playwright/test'

import type { Desktop, DesktopOptions } from '../../support/electron/launch.ts'

const ROOT = join(import.meta.dirname, '../../..')

export const startElectron = (binary: string, { profile, args = [], env = {} }: DesktopOptions): Desktop => {
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const launched: Promise<ElectronApplication> = _electron.launch({
    executablePath: binary,
    args: [...root, `--user-data-dir=${profile}`, ROOT, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  // A second start ends before a tool can reach it.
  const ended = launched.then(
    async (program) => {
      await program.waitForEvent('close', { timeout: 0 })
      return 0
    },
    () => 0,
  )
  return {
    ended,
    pages: async () => (await launched).windows(),
    page: async () => (await launched).firstWindow(),
    evaluate: async (run, arg) =>
      (await launched).evaluate(run as unknown as (electron: unknown, arg: unknown) => unknown, arg) as never,
    quit: async () => {
      const program = await launched.catch(() => undefined)
      await program
        ?.evaluate(({ app }) =>
          // The first may be answered with a question.
          setImmediate(() => {
            app.quit()
            app.quit()
          }),
        )
        .catch(() => undefined)
      await ended
    },
  }
}
