import { violationsIn } from '../support/accessible.ts'
import { saveForm } from './support/accountCenter.ts'
import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('R-02-104 R-02-180 R-18-022 outside business hours a customer leaves a message, and an agent answers it from the pool', async ({
  server,
  person,
  guest,
}) => {
  const customer = await guest()
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/hours`)
  await expect(page.getByRole('status').filter({ hasText: 'Open now' })).toBeVisible()
  await page.getByText('Always open').click()
  // Nothing is worked: whatever day and time it is, the company is closed.
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await page.getByRole('button', { name: `Remove 09:00–18:00 on ${day}` }).click()
  }
  await expect(page.getByText('Closed, and no opening time within a year')).toBeVisible()
  const form = page.getByRole('group', { name: 'Outside business hours' })
  await form.getByRole('button', { name: 'Show a text' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await form.getByRole('textbox', { name: '1. Show a text' }).fill('Back soon')
  await form.getByRole('button', { name: 'Move 1. Show a text down' }).press('Enter')
  await expect(form).toContainText('Never reached')
  await form.getByRole('button', { name: 'Move 2. Show a text up' }).press('Enter')
  await saveForm(page)
  expect(await violationsIn(page)).toEqual([])

  const [chat = await customer.newPage()] = customer.pages()
  await chat.goto(`${server.url}/chat/qimu-shop?lang=en`)
  await chat.getByRole('textbox', { name: 'Message' }).fill('Is anybody there?')
  await chat.getByRole('button', { name: 'Send', exact: true }).click()
  const messages = chat.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('Back soon')
  const sheet = chat.getByRole('form', { name: 'We are closed now. Please leave a message.' })
  await sheet.getByRole('button', { name: 'Send message' }).click()
  await expect(sheet).toContainText('such as name@example.com')
  await sheet.getByRole('textbox', { name: 'E-mail' }).fill('li@example')
  await sheet.getByRole('textbox', { name: 'Message' }).fill('Please call me back about order 4711')
  await expect(sheet).toContainText('Not an e-mail address')

  // What was typed is there after a reload.
  await chat.reload()
  await expect(sheet.getByRole('textbox', { name: 'Message' })).toHaveValue(/order 4711/u)
  await sheet.getByRole('textbox', { name: 'E-mail' }).fill('li@example.com')
  await sheet.getByRole('button', { name: 'Send message' }).press('Enter')
  await expect(messages).toContainText('We have your message no. 1 and answer by')
  await expect(sheet).toBeHidden()

  await page.getByRole('button', { name: 'To the desk' }).click()
  await page.getByRole('button', { name: /^Waiting customers/u }).click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const row = pool.getByRole('row').filter({ hasText: 'order 4711' })
  await expect(row).toContainText('Message')
  await row.dblclick()
  await expect(desk.log).toContainText('The customer left message no. 1: li@example.com')
  await desk.send('We will call you today')
  await expect(messages).toContainText('We will call you today')
})
