import { saveForm } from './support/accountCenter.ts'
import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-02-083 R-18-025 a rule that was tried out gives customers to a bot, and a person takes over with the whole talk', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/bots`)
  await page.getByRole('button', { name: 'New bot' }).first().click()
  const editor = page.getByRole('dialog', { name: 'New bot' })
  await editor.getByRole('textbox', { name: 'Name' }).fill('Teapot')
  await editor.getByRole('textbox', { name: 'Greeting' }).fill('I am Teapot.')
  await editor.getByRole('button', { name: 'Add a question' }).click()
  await editor.getByRole('textbox', { name: 'Question 1', exact: true }).fill('Do you ship abroad?')
  await editor.getByRole('textbox', { name: 'Answer to question 1' }).fill('Yes, to every country.')
  await editor.getByRole('textbox', { name: 'Write to the bot' }).fill('do you ship abroad')
  await editor.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(editor.getByRole('log')).toContainText('Yes, to every country.')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('row', { name: /^Teapot/u })).toContainText('Menu 0, questions 1')

  await page.getByRole('link', { name: 'Routing rules' }).click()
  await page.getByRole('button', { name: 'New rule' }).click()
  const rule = page.getByRole('dialog', { name: 'New rule' })
  await rule.getByRole('textbox', { name: 'Name' }).fill('Shipping')
  await rule.getByRole('textbox', { name: 'Words in the first message' }).fill('ship, delivery')
  await rule.getByRole('combobox', { name: 'Receiver' }).selectOption({ label: 'Teapot' })
  await rule.getByRole('button', { name: 'Take over' }).click()
  await page.getByRole('textbox', { name: 'First message' }).fill('Do you ship abroad?')
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await expect(page.getByText('The bot Teapot receives the customer.')).toBeVisible()
  await saveForm(page)
  await page.getByRole('button', { name: 'To the desk' }).click()

  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Do you ship abroad?')
  await expect(visitor.message('Yes, to every country.')).toBeVisible()
  await expect(visitor.chat.getByText('Teapot · automatic').first()).toBeVisible()
  await visitor.chat.getByRole('button', { name: 'Talk to a person' }).click()
  await desk.openSaying('Do you ship abroad?')
  await expect(desk.log).toContainText('Yes, to every country.')
  await expect(desk.log).toContainText('Bot Teapot transferred')
  await expect(visitor.chat.getByRole('button', { name: 'Talk to a person' })).toHaveCount(0)
})
