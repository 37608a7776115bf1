/** `scripts/run.mjs`, through which every command goes. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { ROOT } from '../../scripts/support/tools.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-run-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (text: string, ...args: string[]) => {
  const script = join(folder, 'script.ts')
  writeFileSync(script, text)
  const child = spawn(process.execPath, [join(ROOT, 'scripts/run.mjs'), script, ...args])
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  )
  return { child, ended }
}

it('runs TypeScript with its arguments and answers its exit code', async () => {
  const { ended } = start('console.log(process.argv.slice(2).join(" ")); process.exitCode = 3', '--a', 'b c')
  expect(await ended).toEqual({ code: 3, output: '--a b c\n' })
})

it.skipIf(process.platform === 'win32')('hands a signal on and waits for the graceful end', async () => {
  const { child, ended } = start(`
    process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0) }, 50))
    setInterval(() => undefined, 1000)
    console.log('running')`)
  child.stdout.once('data', () => child.kill('SIGTERM'))
  expect(await ended).toEqual({ code: 0, output: 'running\nfinished\n' })
})

it('is written for Nodes that are older than the syntax of today', () => {
  const code = readFileSync(join(ROOT, 'scripts/run.mjs'), 'utf8').replaceAll(/\/\/.*$/gmu, '')
  expect(code).not.toMatch(/\?\.[\w([]|\?\?|\|\|=|\.at\(|\.replaceAll\(|\bstructuredClone\b|\bcatch \{/u)
})
