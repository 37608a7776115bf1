import { saveForm } from './support/accountCenter.ts'
import { violations } from './support/axe.ts'
import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-03-104 R-03-123 R-03-125 R-03-136 R-03-138 R-03-150 R-06-121 R-06-122 R-06-145 an agent keeps what a customer says, notes what was done, and looks through what was', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/customers/attributes`)
  await page.getByRole('button', { name: 'Add a field' }).click()
  await page.getByRole('textbox', { name: 'Name of field 1' }).fill('Level')
  await page.getByRole('combobox', { name: 'Kind of field 1' }).selectOption('Choice')
  await page.getByRole('textbox', { name: 'Options of Level' }).fill('Gold\nSilver')
  await saveForm(page)
  await page.getByRole('button', { name: 'To the desk' }).click()

  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('水壶漏了. Call me: 138 0013 8000')
  await desk.openSaying('水壶漏了')
  const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
  const phone = panel.getByRole('textbox', { name: 'Phone', exact: true })

  // A click on what is underlined keeps it, and it can be taken back.
  await desk.message('水壶漏了').getByRole('button', { name: '138 0013 8000' }).click()
  await page.getByRole('menuitem', { name: 'Save as phone' }).click()
  await expect(phone).toHaveValue('138 0013 8000')
  await visitor.send('还在漏, or 021-60001234')
  await desk.message('还在漏').getByRole('button', { name: '021-60001234' }).click()
  await page.getByRole('menuitem', { name: 'Save as phone' }).click()
  await expect(page.getByRole('menuitem', { name: 'Replace 138 0013 8000' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Add as another' }).click()
  const another = panel.getByRole('textbox', { name: 'Another: Phone' })
  await expect(another).toHaveValue('021-60001234')
  // Saved, and not only on its way: the menu closes with that.
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await page.keyboard.press('Alt+z')
  await expect(another).toHaveCount(0)
  await expect(phone).toHaveValue('138 0013 8000')

  // What cannot be stays, red, and is there again when the customer is.
  const birthday = panel.getByRole('textbox', { name: 'Birthday' })
  await birthday.fill('2190-01-01')
  await expect(panel.getByRole('alert')).toContainText('still to come')
  await desk.list.getByRole('option').nth(2).click()
  await expect(birthday).toHaveValue('')
  await desk.openSaying('水壶漏了')
  await expect(birthday).toHaveValue('2190-01-01')
  await birthday.press('Escape')
  await expect(birthday).toHaveValue('')
  const name = panel.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Ms Li')
  await name.press('Tab')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Ms Li')
  await panel.getByRole('combobox', { name: 'Level' }).selectOption('Silver')
  await panel.getByRole('combobox', { name: 'Follow stage' }).selectOption('Won')
  await expect(panel.getByRole('radio', { name: 'Won' })).toBeChecked()
  await name.focus()
  await panel.getByRole('button', { name: 'Changes of Name' }).click()
  await expect(page.getByRole('dialog', { name: 'Last changes of Name' })).toContainText('Ms Li')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Alt+f')
  const record = panel.getByRole('textbox', { name: 'Add a follow record' })
  await expect(record).toBeFocused()
  await record.fill('Sent a new lid')
  await record.press('Control+Enter')
  await expect(panel.getByRole('listitem')).toContainText(['Sent a new lid'])
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Alt+l')
  await expect(panel.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true')
  await expect(panel).toContainText('Requested')
  await panel.getByText('Browsing', { exact: true }).click()
  await expect(panel.getByRole('radio')).toHaveCount(3)
  await expect(panel).not.toContainText('Requested')
  await page.keyboard.press('Alt+h')
  await panel.getByRole('searchbox').fill('漏')
  const hits = panel.getByRole('listitem').getByRole('button', { name: /漏/u })
  await expect(hits).toHaveCount(2)
  await expect(hits.first().locator('mark')).toHaveText('漏')
  await hits.first().press('ArrowDown')
  await hits.last().press('Enter')
  await expect(panel.locator('[data-marked]')).toContainText('水壶漏了')
  expect(await violations(page)).toEqual([])

  // Each conversation shows again what was looked at in it.
  await desk.list.getByRole('option').nth(2).click()
  await expect(panel.getByRole('tab', { name: 'Profile' })).toHaveAttribute('aria-selected', 'true')
  await desk.openSaying('水壶漏了')
  await expect(panel.getByRole('tab', { name: 'Message history' })).toHaveAttribute('aria-selected', 'true')
})
