import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { logLines, readDiagnostics } from './diagnostics.ts'

const LINES = [
  '{"level":"error","msg":"core ended","code":1,"restartInMs":500}',
  '{"level":"warn","msg":"no connection","reason":"certificate-expired","server":"https://CANARY.example"}',
  '{"level":"error","msg":"CANARY 4711","text":"CANARY"}',
  'SyntaxError: Unexpected token "CANARY"',
  '{"level":"error","msg":"a listener failed","error":{"message":"CANARY"}}',
]

it('R-17-084 of the log only codes and figures are told', () => {
  expect(logLines(LINES.join('\n'))).toEqual([
    { level: 'error', message: 'core ended', fields: { code: 1, restartInMs: 500 } },
    { level: 'warn', message: 'no connection', fields: { reason: 'certificate-expired' } },
    { level: 'error', message: 'not ours', fields: {} },
    { level: '', message: 'not ours', fields: {} },
    { level: 'error', message: 'a listener failed', fields: {} },
  ])
})

it('R-17-084 what the shell tells holds no text, and is there without a log and without a key store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-diagnostics-'))
  const log = join(folder, 'foyer.log')
  writeFileSync(log, LINES.join('\n'))
  const told = await readDiagnostics({
    version: '0.1.0',
    keyStore: () => Promise.reject(new Error('CANARY')),
    proxy: () => 'manual',
    logFiles: [join(folder, 'foyer.old.log'), log],
  })
  rmSync(folder, { recursive: true })
  expect(told).toMatchObject({ version: '0.1.0', keyStore: null, proxy: 'manual' })
  expect(told.log).toHaveLength(LINES.length)
  expect(JSON.stringify(told)).not.toContain('CANARY')
})
