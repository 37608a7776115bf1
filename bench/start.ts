/** W2: how long somebody waits who starts Foyer again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { freePort } from '../tests/support/freePort.ts'
import { temporaryFolder, usableCores } from './lib/process.ts'
import { finding, type Finding } from './lib/report.ts'
import { median } from './lib/samples.ts'

const ROOT = join(import.meta.dirname, '..')
const BAR_SECONDS = 5

export const measureStart = async (rounds: number): Promise<Finding[]> => {
  usableCores()
  const folder = temporaryFolder('start')
  const port = await freePort()
  const first = await secondsToReady(folder, port)
  const again: number[] = []
  for (let round = 0; round < rounds; round += 1) again.push(await secondsToReady(folder, port))
  const what = `npm start, again, to ready (the first took ${first.toFixed(1)} s)`
  return [
    finding(
      'W2',
      what,
      's',
      median(again),
      null,
      `≤ ${BAR_SECONDS} s`,
      (_ratio, value) => value <= BAR_SECONDS,
    ),
  ]
}

/** As `npm start -- --web --no-open` does, over data of its own. */
const secondsToReady = async (folder: string, port: number): Promise<number> => {
  const began = performance.now()
  const args = ['start', '--', '--web', '--no-open', '--data', folder, '--port', String(port)]
  const child = spawn('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    shell: process.platform === 'win32',
  })
  const ended = once(child, 'exit')
  let seconds = Number.NaN
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('ready ')) continue
    seconds = (performance.now() - began) / 1000
    // npm and what it started are one group.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  }
  await ended
  if (Number.isNaN(seconds)) throw new Error('the start ended before it was ready')
  return seconds
}
