import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-02-026 R-02-027 an entry is made in three steps, stands on a page, brings its source along, and is closed for good', async ({
  server,
  person,
  guest,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/widgets`)
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(5)

  await page.getByRole('button', { name: 'New widget' }).click()
  const editor = page.getByRole('dialog').first()
  await editor.getByRole('radio', { name: /^Web page/u }).check()
  await editor.getByRole('button', { name: 'Next' }).click()
  await editor.getByRole('textbox', { name: /^Name/u }).fill('Spring sale')
  await editor.getByRole('textbox', { name: 'Title' }).fill('Sale desk')
  await editor.getByRole('textbox', { name: 'Text' }).fill('Until Sunday')
  await editor.getByText('Card', { exact: true }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByRole('alert')).toContainText('Choose who receives.')

  // The group that is missing is made here, and nothing typed is lost.
  await editor.getByRole('button', { name: 'New group' }).click()
  const maker = page.getByRole('dialog', { name: 'New group' })
  await maker.getByRole('textbox', { name: 'Name' }).fill('Sale team')
  await maker.getByRole('checkbox', { name: '林知夏' }).check()
  await maker.getByRole('button', { name: 'Save' }).click()
  await expect(maker).toBeHidden()
  await expect(editor.getByRole('combobox', { name: 'Who receives' })).toHaveValue(/^group:/u)
  await expect(editor.getByRole('textbox', { name: /^Name/u })).toHaveValue('Spring sale')
  await editor.getByRole('button', { name: 'Save' }).click()

  const line = (await editor.locator('code').first().textContent()) ?? ''
  const link = (await editor.locator('code').nth(1).textContent()) ?? ''
  for (const [button, ending] of [
    ['Download PNG', 'png'],
    ['Download SVG', 'svg'],
  ] as const) {
    const download = page.waitForEvent('download')
    await editor.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toBe(`Spring sale.${ending}`)
  }
  await editor.getByRole('button', { name: 'Done' }).click()
  await expect(table.getByRole('row', { name: /Spring sale/u })).toContainText('Sale team')

  const shop = await openShop(server, { snippet: line, calm: true })
  const visitor = await visit(await guest(), `${shop.url}/?utm_source=mail&utm_campaign=spring`)
  await expect(visitor.entry).toContainText('Sale desk')
  await visitor.openChat()
  await visitor.send('Is the lamp in the sale?')
  await page.getByRole('button', { name: 'To the desk' }).click()
  await desk.openSaying('Is the lamp in the sale')
  const panel = page.locator('[data-area="customer"]')
  await expect(panel).toContainText('source: mail · campaign: spring')

  await page.goto(`${server.url}/?lang=en#/account-center/reception/widgets`)
  await page.getByRole('button', { name: 'Delete Spring sale' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(table.getByRole('row', { name: /Spring sale/u })).toHaveCount(0)
  await visitor.page.goto(link)
  // R-18-010: its link names what can be used instead.
  await expect(visitor.page.getByRole('heading')).toHaveText(/This entry is closed|这个咨询入口已关闭/u)
  await visitor.page.getByRole('link', { name: '配送与安装' }).click()
  await expect(visitor.page.getByRole('complementary')).toContainText('400-000-0000')
  await shop.close()
})
