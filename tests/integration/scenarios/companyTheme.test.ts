/** The company theme on the agents' devices: as soon as it is set, without the server, and not a moment longer than it is there. */
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { CompanyTheme, FileId, ThemeUse } from '../../../src/protocol/model/index.ts'
import { NO_COMPANY_THEME } from '../../../src/protocol/model/index.ts'
import { companyThemeOf, saveCompanyTheme } from '../../../src/server/db/companyThemes.ts'
import { createWorld, type World } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'
import { ORGANIZATION } from '../../support/worldRows.ts'

let world: World
let desktop: WorldCore
let laptop: WorldCore

const LOGO = 'logo' as FileId
const NEXT_LOGO = 'next-logo' as FileId

const set = async (more: Partial<CompanyTheme>): Promise<void> => {
  await world.change(async ({ tx, publish }) => {
    const before = await companyThemeOf(tx, ORGANIZATION)
    const companyTheme = { ...before, ...more, version: before.version + 1 }
    await saveCompanyTheme(tx, ORGANIZATION, companyTheme)
    publish('org', 'company-theme.changed', { companyTheme })
  })
  await world.pass()
}
const use = async (value: ThemeUse): Promise<void> => set({ use: value })
const skin = async (core: WorldCore) => (await core.client.query('agent-settings.mine', {}))?.skin
const choose = async (core: WorldCore, value: 'company' | 'tide' | null): Promise<void> => {
  await core.client.run('agent-setting.save', { changes: { skin: value } })
  await world.pass()
}
const kept = async (core: WorldCore, fileId: FileId): Promise<string | undefined> =>
  (await core.client.query('theme-picture.get', { fileId })).file?.text()

beforeAll(async () => {
  world = await createWorld()
  desktop = await world.core(1)
  laptop = await world.core(1)
})
afterAll(async () => {
  await world.dispose()
})

it('R-03-177 as one more skin it follows the agent, and once it is withdrawn nobody has a broken one', async () => {
  expect(await desktop.client.query('company-theme.get', {})).toEqual(NO_COMPANY_THEME)
  await use('offered')
  expect(await skin(desktop)).toEqual({ value: 'plain', from: 'usual', locked: false })
  await choose(desktop, 'company')
  expect(await skin(laptop)).toEqual({ value: 'company', from: 'own', locked: false })

  // The look and what it is painted with change in one and the same answer of the cache.
  laptop.goOffline()
  await use('off')
  expect(await skin(desktop)).toEqual({ value: 'plain', from: 'usual', locked: false })
  expect(await skin(laptop)).toMatchObject({ value: 'company' })
  await laptop.comeBack()
  await world.pass()
  expect(await skin(laptop)).toMatchObject({ value: 'plain' })
  await use('offered')
  expect(await skin(laptop)).toMatchObject({ value: 'company', from: 'own' })
})

it('R-03-177 it is the default of whoever has not chosen, or the only one', async () => {
  await choose(desktop, null)
  await use('default')
  expect(await skin(desktop)).toEqual({ value: 'company', from: 'company', locked: false })
  await choose(desktop, 'tide')
  expect(await skin(desktop)).toMatchObject({ value: 'tide', from: 'own' })
  await use('only')
  expect(await skin(desktop)).toEqual({ value: 'company', from: 'company', locked: true })
  await use('default')
  expect(await skin(desktop)).toMatchObject({ value: 'tide' })
})

it('R-03-177 it is there without the server, with its pictures, and only with those it shows', async () => {
  const file = new Blob(['<svg/>'], { type: 'image/svg+xml' })
  const keep = async (fileId: FileId) => desktop.client.run('theme-picture.keep', { fileId, file })
  expect(await keep(LOGO)).toMatchObject({ ok: false, code: 'not-found' })
  await set({ use: 'only', logo: LOGO })
  expect(await keep(LOGO)).toMatchObject({ ok: true })
  desktop.goOffline()
  await desktop.stop()
  desktop.start()
  await world.pass()
  expect(await desktop.client.query('company-theme.get', {})).toMatchObject({ use: 'only', logo: LOGO })
  expect(await kept(desktop, LOGO)).toBe('<svg/>')
  await desktop.comeBack()
  await set({ logo: NEXT_LOGO })
  expect(await keep(NEXT_LOGO)).toMatchObject({ ok: true })
  expect([await kept(desktop, LOGO), await kept(desktop, NEXT_LOGO)]).toEqual([undefined, '<svg/>'])
  const large = new Blob([new Uint8Array(2 * 1024 * 1024 + 1)])
  expect(await desktop.client.run('theme-picture.keep', { fileId: NEXT_LOGO, file: large })).toMatchObject({
    code: 'too-large',
  })
})
