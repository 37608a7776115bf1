import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openShellFile } from './shellFile.ts'

const PLACE = { bounds: { x: 1, y: 2, width: 900, height: 600 }, maximized: true }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-shell-'))
})
afterEach(() => {
  // A write that was under way when the file was finished may still make its folder.
  rmSync(folder, { recursive: true, maxRetries: 5 })
})

it('what was remembered is there at the next start', () => {
  const file = join(folder, 'new/shell.json')
  const first = openShellFile(file)
  const { turn } = first.get()
  const usual = {
    zoom: 100,
    unsent: 0,
    addedToLogin: false,
    startHidden: false,
    spelling: false,
    spellingLanguages: ['en-US'],
    hideForScreenshot: false,
    proxy: { mode: 'system', address: '', except: '' },
  }
  expect(first.get()).toEqual({
    ...usual,
    places: {},
    closeToTray: true,
    toldAboutTray: false,
    language: null,
    turn,
  })
  first.change({ places: { workbench: PLACE }, language: 'en' })
  first.finish()
  const second = openShellFile(file)
  second.change({ closeToTray: false })
  second.finish()
  expect(openShellFile(file).get()).toEqual({
    ...usual,
    places: { workbench: PLACE },
    closeToTray: false,
    toldAboutTray: false,
    language: 'en',
    turn,
  })
  expect(readdirSync(join(folder, 'new'))).toEqual(['shell.json'])
})

it('what cannot be read is as if it had never been there, part by part', () => {
  const file = join(folder, 'shell.json')
  for (const broken of ['', '{"places":', '[]', 'null', '"x"']) {
    writeFileSync(file, broken)
    expect(openShellFile(file).get()).toMatchObject({ places: {}, closeToTray: true })
  }
  writeFileSync(file, '{"places":{"workbench":{"bounds":1}},"closeToTray":false,"language":"xx"}')
  expect(openShellFile(file).get()).toMatchObject({ closeToTray: false, language: null })
  expect(openShellFile(file).get().places.workbench).toBeUndefined()
})

it('what is changed is in the file soon, the last change of many', async () => {
  const file = join(folder, 'shell.json')
  const shell = openShellFile(file)
  for (const zoom of [110, 120, 130]) shell.change({ zoom })
  expect(shell.get().zoom).toBe(130)
  await expect.poll(() => openShellFile(file).get().zoom).toBe(130)
  await new Promise(setImmediate)
  for (const zoom of [140, 150]) shell.change({ zoom })
  await expect.poll(() => openShellFile(file).get().zoom).toBe(150)
  await expect.poll(() => readdirSync(folder)).toEqual(['shell.json'])
})

it('a disk that takes nothing costs nothing but the memory', () => {
  writeFileSync(join(folder, 'file'), '')
  const shell = openShellFile(join(folder, 'file/shell.json'))
  shell.change({ closeToTray: false })
  shell.finish()
  expect(shell.get().closeToTray).toBe(false)
})
