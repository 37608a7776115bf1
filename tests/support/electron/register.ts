/** Loaded first in the main process: `electron` is the stand-in, and the test may run functions beside the program. */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type * as StandIn from './electron.ts'

// Electron knows it of every process.
process.getCreationTime = () => performance.timeOrigin

const STAND_IN = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: STAND_IN, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const electron = (await import(STAND_IN)) as typeof StandIn
const { theBrowser } = await import('./state.ts')

interface Question {
  readonly id: number
  readonly source: string
  readonly arg: unknown
}

process.on('message', ({ id, source, arg }: Question) => {
  const answer = async (): Promise<unknown> => {
    if (source === 'endpoint') return (await theBrowser()).endpoint
    // As Playwright does for the real program: the function is sent as it is written.
    // oxlint-disable-next-line no-eval -- the text comes from the test that started this process
    const run = (0, eval)(`(${source})`) as (shell: unknown, given: unknown) => unknown
    return run(electron, arg)
  }
  answer().then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  )
})
// The line to the test does not keep the program running.
process.channel?.unref()
