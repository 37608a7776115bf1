import { saveForm } from './support/accountCenter.ts'
import { openDesk } from './support/desk.ts'
import { demoAccounts, openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-18-015 R-18-039 R-18-040 a company makes its menu and greetings; a customer helps themselves, asks for a person and is greeted', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const [me] = demoAccounts(server)
  if (!me) throw new Error('the demonstration has no accounts')
  const { page, log, openSaying } = await openDesk(await person(), server)

  await page.goto(`${server.url}/?lang=en#/account-center/reception/greetings`)
  await page.getByRole('button', { name: 'New greeting' }).click()
  const editor = page.getByRole('dialog', { name: 'New greeting' })
  await editor.getByRole('button', { name: 'Take over' }).click()
  await expect(editor.getByRole('alert')).toHaveText('Choose at least one agent.')
  await editor.getByRole('checkbox', { name: me.name }).check()
  await editor.getByRole('button', { name: 'While online: one text per language' }).click()
  await editor.getByRole('textbox', { name: 'While online · Chinese' }).fill('您好，请讲')
  await editor.getByRole('textbox', { name: 'While online · English' }).fill('Hello, tell me')
  await editor.getByRole('button', { name: 'Take over' }).click()
  await expect(editor).toBeHidden()
  await saveForm(page)
  await expect(page.getByRole('row', { name: me.name })).toContainText('Hello, tell me')

  await page.getByRole('link', { name: 'Navigation menu' }).click()
  // The demonstration has a menu; this one begins with nothing.
  const entries = page.getByRole('button', { name: /^Delete “/u })
  await expect(entries.first()).toBeVisible()
  for (let left = await entries.count(); left > 0; left = await entries.count()) {
    await entries.first().click()
    await expect(entries).not.toHaveCount(left)
  }
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Orders')
  await page.getByRole('button', { name: 'Entry in this group' }).click()
  await page.getByRole('textbox', { name: 'Title' }).last().fill('Opening hours')
  await page.getByRole('textbox', { name: 'Answer' }).fill('Every day from nine to six')
  await page.getByRole('button', { name: 'Button', exact: true }).click()
  const button = page.getByRole('listitem').filter({ hasText: 'without a title' }).last()
  await button.getByRole('textbox', { name: 'Title' }).fill('Ask a person at the front desk of ours')
  await expect(page.getByRole('alert')).toContainText('has more than 16 characters')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Title' }).last().fill('Ask a person')
  await page.getByRole('combobox', { name: 'When chosen' }).last().selectOption({ label: 'Bring a person' })
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: me.name })
  const preview = page.getByRole('region', { name: 'What the customer sees' })
  await expect(preview).toContainText('Opening hours')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(/^Customers see this since/u)).toBeVisible()
  await page.getByRole('button', { name: 'To the desk' }).click()

  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  const menu = visitor.messages.getByRole('navigation', { name: 'What can we help with?' })
  await expect(menu.getByRole('button', { name: 'Opening hours' })).toBeVisible()
  // By the keyboard alone: close the group, open it again, choose.
  await menu.getByText('Orders').focus()
  await visitor.page.keyboard.press('Enter')
  await expect(menu.getByRole('button', { name: 'Opening hours' })).toBeHidden()
  await visitor.page.keyboard.press('Enter')
  await menu.getByRole('button', { name: 'Opening hours' }).press('Enter')
  await expect(visitor.message('Every day from nine to six')).toBeVisible()
  await visitor.chat.getByRole('button', { name: 'Ask a person' }).click()
  await expect(visitor.message('Hello, tell me')).toBeVisible()
  await visitor.send('Where is order 4711?')

  await openSaying('Where is order 4711?')
  await expect(log).toContainText('The customer chose “Opening hours” from the menu')
  await expect(log).toContainText('Greeted automatically: Hello, tell me')
})
