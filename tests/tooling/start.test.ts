import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import {
  defaultDataFolder,
  isDataFolder,
  moveAside,
  prepareDataFolder,
  readMemory,
  writeMemory,
} from '../../scripts/start/dataFolder.ts'
import { openCommand } from '../../scripts/start/openBrowser.ts'
import { parseStartOptions } from '../../scripts/start/options.ts'
import { choosePort } from '../../scripts/start/port.ts'
import { resetData } from '../../scripts/start/reset.ts'
import { errorIn } from '../../scripts/start/serverLog.ts'
import { hashOf } from '../../scripts/support/builds.ts'
import { freePort } from '../support/freePort.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('options', () => {
  it('without any, the demonstration is started and opened', () => {
    expect(parseStartOptions([])).toMatchObject({ demo: true, open: true, web: false, reset: false })
  })

  it('negative forms switch off', () => {
    expect(parseStartOptions(['--no-demo', '--no-open'])).toMatchObject({ demo: false, open: false })
  })

  it('what is wrong is said in a sentence', () => {
    expect(parseStartOptions(['--prot', '1'])).toContain('--prot')
    expect(parseStartOptions(['--port', '70000'])).toContain('70000')
    expect(parseStartOptions(['--data', ''])).toContain('--data')
    expect(parseStartOptions(['here'])).toContain('here')
  })
})

describe('data folder', () => {
  const home = join('/', 'home', 'li')

  it('follows the customs of the system', () => {
    const linux = { platform: 'linux', env: {}, home } as const
    expect(defaultDataFolder(true, linux)).toBe(join(home, '.local/share/Foyer/demo'))
    expect(defaultDataFolder(true, { ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe(
      join('/data/Foyer/demo'),
    )
    expect(defaultDataFolder(false, { platform: 'darwin', env: {}, home })).toBe(
      join(home, 'Library/Application Support/Foyer/server'),
    )
    expect(defaultDataFolder(false, { platform: 'win32', env: { APPDATA: 'C:' }, home })).toBe(
      join('C:', 'Foyer/server'),
    )
  })

  it('a folder that cannot be made is said in a sentence', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(prepareDataFolder(join(folder, 'file', 'below'))).toContain('--data')
  })

  it('remembers its port, and a damaged memory is none', () => {
    expect(readMemory(folder)).toBeUndefined()
    writeMemory(folder, { port: 5000, demo: true })
    expect(readMemory(folder)).toEqual({ port: 5000, demo: true })
    writeFileSync(join(folder, 'start.json'), '{"port":')
    expect(readMemory(folder)).toBeUndefined()
  })

  it('reset moves data aside, and never a folder that is not ours', async () => {
    const data = join(folder, 'data')
    mkdirSync(data)
    expect(await resetData(data, true)).toMatchObject({ ok: true })
    expect(isDataFolder(data)).toBe(false)

    writeMemory(data, { port: 5000, demo: true })
    const target = moveAside(data, new Date('2026-01-02T03:04:05Z'))
    expect(target).toBe(`${data}.old-2026-01-02-03-04-05`)
    expect(isDataFolder(target)).toBe(true)
  })
})

describe('port', () => {
  it('a busy one is replaced, unless it was asked for', async () => {
    const host = '127.0.0.1'
    const port = await freePort()
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(port, host, resolve))
    expect(await choosePort(port, true, host)).toBeUndefined()
    expect(await choosePort(port, false, host)).not.toBe(port)
    await new Promise((resolve) => taken.close(resolve))
    expect(await choosePort(port, true, host)).toBe(port)
  })
})

describe('browser', () => {
  it('is opened by the system, and not on a machine without a screen', () => {
    expect(openCommand('u', { platform: 'darwin', env: {} })).toEqual(['open', 'u'])
    expect(openCommand('u', { platform: 'linux', env: { DISPLAY: ':0' } })).toEqual(['xdg-open', 'u'])
    expect(openCommand('u', { platform: 'linux', env: {} })).toBeUndefined()
    expect(openCommand('u', { platform: 'darwin', env: { CI: '1' } })).toBeUndefined()
  })
})

describe('log', () => {
  it('an error is told by its own words', () => {
    expect(errorIn('{"level":50,"msg":"failed","err":{"message":"disk is full"}}')).toBe('disk is full')
    expect(errorIn('{"level":60,"msg":"failed"}')).toBe('failed')
    expect(errorIn('{"level":30,"msg":"listening"}')).toBeUndefined()
    expect(errorIn('plain text')).toBeUndefined()
  })
})

describe('builds', () => {
  it('change with the contents and names of their sources, not with tests', () => {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
    mkdirSync(join(folder, 'src'))
    write('src/a.ts', '1')
    const before = hashOf(folder, ['src'])
    write('src/a.test.ts', 'test')
    expect(hashOf(folder, ['src'])).toBe(before)
    write('src/a.ts', '2')
    const changed = hashOf(folder, ['src'])
    expect(changed).not.toBe(before)
    write('src/b.ts', '')
    expect(hashOf(folder, ['src'])).not.toBe(changed)
  })
})
