/** T18: what the disk of a laptop tells of an agent's work, in every file of the profile of the desktop program. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { deskOf, expect, isStandIn, killCore, test, ticketFor } from './support/desktop.ts'
import { openShop } from './support/shop.ts'
import { visit } from './support/visitor.ts'

/** In everything that is written below, and nowhere else on this computer. */
const CANARY = 'zqxcanary'

/** As programs write letters: by the byte, by two bytes, and as base64 at any of its three beginnings. */
const FORMS: readonly Buffer[] = [
  Buffer.from(CANARY),
  Buffer.from(CANARY, 'utf16le'),
  ...['', ' ', '  '].map((before) => {
    const coded = Buffer.from(`${before}${CANARY}`).toString('base64')
    // The letters at both ends depend on what stands beside.
    return Buffer.from(coded.slice(before === '' ? 0 : 4, -4))
  }),
]

const foundIn = (folder: string, forms: readonly Buffer[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const file = join(parentPath, name)
      const bytes = readIfThere(file)
      return forms.some((form) => bytes.includes(form)) ? [file.slice(folder.length + 1)] : []
    })

/** A browser that runs takes files away while they are looked at. */
const readIfThere = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Bytes from the middle of a picture, as the server gives it. */
const pieceOf = async (page: Page, address: string): Promise<Buffer> => {
  const piece = await page.evaluate(async (url) => {
    const all = new Uint8Array(await (await fetch(url)).arrayBuffer())
    return [...all.slice(all.length / 2, all.length / 2 + 24)]
  }, address)
  expect(new Set(piece).size).toBeGreaterThan(8)
  return Buffer.from(piece)
}

test('T18 R-17-057 no file of the profile holds a word of the work in plain letters, at work and signed out: messages, names, drafts, files, pictures, searches, logs, what a crash leaves', async ({
  server,
  guest,
  desktop,
  profile,
}) => {
  test.skip(!isStandIn, 'keys of the whole system cannot be pressed from outside')
  // A day's work, one thing after the other.
  test.slow()
  // The look itself: each form is found where it stands.
  FORMS.forEach((form, index) => {
    const folder = test.info().outputPath(`form-${index}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'file'), Buffer.concat([Buffer.from([0, 255, 7]), form]))
    expect(foundIn(folder, [form])).toEqual(['file'])
  })

  const program = desktop({ env: await ticketFor(server) })
  const desk = await deskOf(program)
  const { page } = desk
  const organization = (await page.getByRole('banner').innerText()).split('\n')[0] ?? ''
  expect(organization.length).toBeGreaterThan(1)
  const names = [Buffer.from(organization), Buffer.from(organization, 'utf16le')]
  const found = (...pieces: readonly Buffer[]): string[] => foundIn(profile, [...FORMS, ...names, ...pieces])

  const shop = await openShop(server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send(`came-${CANARY}`)
  await desk.openSaying(`came-${CANARY}`)
  await desk.send(`sent-${CANARY}`)
  await expect(visitor.message(`sent-${CANARY}`)).toHaveCount(1)

  // A file, and pictures of both sides, which the server lets a browser keep.
  const buffer = readFileSync(join(import.meta.dirname, '../fixtures/leak.png'))
  const picture = { mimeType: 'image/png', buffer }
  const files = page.getByRole('form', { name: 'Answer' }).locator('input[type=file]').first()
  await files.setInputFiles([
    { name: `${CANARY}.png`, ...picture },
    { name: `${CANARY}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`inside-${CANARY}`) },
  ])
  await expect(page.getByRole('button', { name: `Remove ${CANARY}.txt` })).toBeVisible()
  await expect(page.getByRole('button', { name: `Remove ${CANARY}.png` })).toBeVisible()
  const coming = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/files/'))
  await desk.field.press('Enter')
  await visitor.chat
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `from-${CANARY}.png`, ...picture })
  const images = desk.log.getByRole('article').getByRole('img')
  await expect(images.and(page.getByRole('img', { name: `${CANARY}.png`, exact: true }))).toBeVisible()
  await expect(images.and(page.getByRole('img', { name: `from-${CANARY}.png` }))).toBeVisible()
  const piece = await pieceOf(page, (await coming).url())

  // A picture of the screen in the composer, and a draft beside it.
  await program.evaluate(({ globalShortcut }) => globalShortcut.press('CommandOrControl+Alt+A'))
  const shot = page.getByRole('dialog', { name: 'Screenshot', exact: true })
  await shot.getByRole('button', { name: 'Put into the composer' }).click()
  await expect(page.getByRole('button', { name: /^Remove .*Screenshot/u })).toBeVisible()
  await desk.field.fill(`draft-${CANARY}`)
  await expect(desk.list.getByRole('option', { name: /\[Draft\]/u })).not.toHaveCount(0)
  await desk.search.fill(`sent-${CANARY}`)
  const hits = page.getByRole('listbox', { name: 'Results' }).getByRole('option')
  await expect(hits.filter({ hasText: CANARY, hasNotText: 'all agents' }).first()).toBeVisible()

  await desk.search.press('Escape')
  await desk.list.getByRole('option', { selected: false }).first().click()
  await expect(desk.message(`sent-${CANARY}`)).toHaveCount(0)

  // A note of the system while the window is hidden; then both processes that know all of it are killed.
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await visitor.send(`noted-${CANARY}`)
  await expect
    .poll(() => program.evaluate(({ standIn }) => (standIn?.notes ?? []).map(({ content }) => content.body)))
    .toContain(`noted-${CANARY}`)
  expect(found(piece)).toEqual([])
  await killCore(program)
  await program.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.once('did-finish-load', () => resolve())
        window?.webContents.forcefullyCrashRenderer()
        window?.show()
      }),
  )
  const again = await deskOf(program)
  await again.openSaying(`noted-${CANARY}`)
  await expect(again.field).toHaveValue(`draft-${CANARY}`)
  expect(found(piece)).toEqual([])

  await again.page.getByRole('button', { name: /^Account/u }).click()
  await again.page.getByRole('menuitem', { name: 'Sign out' }).click()
  const leave = again.page.getByRole('dialog', { name: 'Sign out' })
  await leave.getByRole('button', { name: /^Sign out/u }).click()
  await expect(again.page.getByRole('heading', { name: 'Sign in to Foyer' })).toBeVisible()
  expect(found(piece)).toEqual([])
  await program.quit()
  expect(found(piece)).toEqual([])
  expect(readdirSync(profile)).toEqual(expect.arrayContaining(['core', 'logs', 'shell.json']))
  await shop.close()
})
