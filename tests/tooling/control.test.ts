import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { readControl, requestTicket } from '../../scripts/start/control.ts'

let folder = ''
let server: Server
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-control-'))
  server = createServer((request, response) => {
    const allowed = request.method === 'POST' && request.headers.authorization === 'Bearer right'
    response.statusCode = allowed ? 200 : 403
    response.end(JSON.stringify(allowed ? { url: 'http://desk/#ticket=1' } : { code: 'forbidden' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

const control = (secret: string) => {
  const { port } = server.address() as AddressInfo
  return { pid: 1, port, url: `http://127.0.0.1:${port}`, secret }
}

it('a running server gives an address to who knows its secret', async () => {
  expect(await requestTicket(control('right'))).toBe('http://desk/#ticket=1')
  expect(await requestTicket(control('wrong'))).toBeUndefined()
})

it('the control file of a server that died leads nowhere', async () => {
  writeFileSync(
    join(folder, 'control.json'),
    JSON.stringify({ ...control('right'), url: 'http://127.0.0.1:1' }),
  )
  const left = readControl(folder)
  expect(left && (await requestTicket(left))).toBeUndefined()
})

it('a missing or torn control file is none', () => {
  expect(readControl(folder)).toBeUndefined()
  writeFileSync(join(folder, 'control.json'), '{"pid":')
  expect(readControl(folder)).toBeUndefined()
})
