/** What a browser keeps of the pictures it has shown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { violations } from './support/axe.ts'
import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const PICTURE = {
  name: 'crack.png',
  mimeType: 'image/png',
  buffer: readFileSync(join(import.meta.dirname, '../fixtures/leak.png')),
}

test('R-06-176 a picture that was looked at is kept and not fetched again, is cleared after one question, and comes back when it is looked at', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The kettle has a crack')
  await desk.row(/waiting for your service/u).click()
  await expect(desk.message('The kettle has a crack')).toBeVisible()
  await visitor.chat.locator('input[type=file]').first().setInputFiles(PICTURE)
  const picture = desk.log.getByRole('img', { name: PICTURE.name })
  const isShown = async (): Promise<void> => {
    await expect(picture).toBeVisible()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
  }
  await isShown()

  const settings = page.getByRole('dialog', { name: 'Settings' })
  const openStorage = async (): Promise<void> => {
    await page.keyboard.press('Control+,')
    await settings.getByRole('button', { name: 'File management' }).click()
  }
  await openStorage()
  await expect(settings.getByText(/^1 picture, \d/u)).toBeVisible()
  await expect(settings.getByText(/^The browser lets this address keep/u)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await settings.getByLabel('Keep pictures up to').selectOption({ label: '1 GB' })
  await settings.getByLabel('Keep messages for').selectOption({ label: '1 year' })
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)

  // In a page that was loaded anew it is not fetched again.
  const fetched: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/files/')) fetched.push(request.url())
  })
  await page.reload()
  await isShown()
  expect(fetched.filter((url) => !url.startsWith('blob:'))).toEqual([])

  await openStorage()
  await expect(settings.getByLabel('Keep pictures up to')).toHaveValue(String(1024 ** 3))
  await expect(settings.getByLabel('Keep messages for')).toHaveValue('365')
  await settings.getByRole('button', { name: 'Clear pictures now…' }).click()
  const question = page.getByRole('dialog', { name: /^Remove .* of pictures from this device/u })
  await expect(question).toContainText('This cannot be taken back')
  await question.getByRole('button', { name: 'Clear now' }).click()
  await expect(settings.getByText('0 pictures, 0 B')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await page.reload()
  await isShown()
  expect(fetched).toHaveLength(1)
  await openStorage()
  await expect(settings.getByText(/^1 picture, \d/u)).toBeVisible()
})
