import { deskIn, openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('a second tab offers "Use here": the first stops, the draft comes along', async ({ server, person }) => {
  const context = await person()
  const first = await openDesk(context, server)
  await first.list.getByRole('option').first().click()
  await first.field.fill('Begun in the first tab')
  await expect(first.list.getByRole('option', { name: /\[Draft\]/u })).toHaveCount(1)

  const second = deskIn(await context.newPage())
  await second.page.goto(`${server.url}/?lang=en`)
  await expect(
    second.page.getByRole('heading', { name: 'The workbench is open in another tab' }),
  ).toBeVisible()
  await second.page.getByRole('button', { name: 'Use here' }).click()
  await expect(second.connection).toHaveText('Connected')
  await expect(
    first.page.getByRole('heading', { name: 'The workbench is open in another tab' }),
  ).toBeVisible()
  await second.list.getByRole('option', { name: /\[Draft\]/u }).click()
  await expect(second.field).toHaveValue('Begun in the first tab')
})

test('language and theme are switched in place, follow to another device, stay after a reload, which goes on where one was', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await desk.list.getByRole('option').first().click()
  await desk.field.fill('A draft in both languages')
  await expect(desk.list.getByRole('option', { name: /\[Draft\]/u })).toHaveCount(1)

  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitemradio', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('textbox', { name: '消息' })).toHaveValue('A draft in both languages')

  const other = await openDesk(await person(), server)
  await expect(other.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await other.page.getByRole('button', { name: /^Account and settings/u }).click()
  await other.page.getByRole('menuitem', { name: 'Settings' }).click()
  const settings = other.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('combobox', { name: 'Text size' }).selectOption('125 %')
  await expect(page.locator('html')).toHaveCSS('font-size', '20px')

  await page.goto(server.url)
  await expect(page.getByRole('textbox', { name: '消息' })).toHaveValue('A draft in both languages')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveCSS('font-size', '20px')
})
