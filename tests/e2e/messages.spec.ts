import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-18-056 R-18-018 R-18-019 R-18-035 R-06-094 questions come first; both sides quote and take back; what is read and written shows where the company wants it', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/widgets`)
  await page.getByRole('button', { name: 'Edit 商城' }).click()
  const editor = page.getByRole('dialog').first()
  await editor.getByText('Lines', { exact: true }).click()
  await editor.getByRole('checkbox', { name: /^Customers see what has been read/u }).check()
  await editor.getByRole('checkbox', { name: /^Agents see what is being written/u }).check()
  await editor.getByRole('checkbox', { name: /^Ask visitors some questions/u }).check()
  await editor.getByRole('button', { name: 'Add a question' }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByRole('alert')).toContainText('Each question needs its words')
  await editor.getByRole('textbox', { name: 'Question 1' }).fill('Order number')
  await editor.getByRole('checkbox', { name: 'Required' }).check()
  await editor.getByRole('textbox', { name: 'Consent' }).fill('I agree to the notice.')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  await page.getByRole('button', { name: 'To the desk' }).click()

  const visitor = await visit(await guest(), shop.url)
  await visitor.entry.click()
  await expect(visitor.messages).toContainText('what you are writing before you send it')
  const form = visitor.chat.getByRole('form', { name: 'Before we start' })
  await form.getByRole('textbox', { name: /^Order number/u }).fill('A-17')
  await form.getByRole('button', { name: 'Start the chat' }).click()
  await expect(form).toContainText('Please agree to this first.')
  await expect(form.getByRole('button', { name: 'Skip' })).toHaveCount(0)
  // What was typed survives a reload.
  await visitor.page.reload()
  await visitor.entry.click()
  await expect(form.getByRole('textbox', { name: /^Order number/u })).toHaveValue('A-17')
  await form.getByRole('checkbox').check()
  await form.getByRole('button', { name: 'Start the chat' }).press('Enter')
  await expect(form).toHaveCount(0)
  await visitor.send('Where is my parcel?')
  await desk.openSaying('Where is my parcel?')
  await expect(visitor.message('Where is my parcel?')).toContainText('Read')
  const facts = page.getByRole('complementary', { name: 'Customer', exact: true })
  await expect(facts).toContainText('A-17')
  await expect(facts).toContainText('I agree to the notice.')

  // The agent quotes, and takes it back; what was said is gone on both sides and can be written again.
  await desk.message('Where is my parcel?').hover()
  await desk.message('Where is my parcel?').getByRole('button', { name: 'Quote' }).click()
  await desk.send('With the wrong carrier')
  const answer = visitor.message('With the wrong carrier')
  await expect(answer.getByRole('button', { name: /Where is my parcel/u })).toBeVisible()
  await answer.getByRole('button', { name: 'Quote' }).press('Enter')
  await visitor.send('Which carrier?')
  await expect(desk.message('Which carrier?')).toContainText('With the wrong carrier')
  const said = desk.message('With the wrong carrier').first()
  await said.getByRole('button', { name: 'Take back' }).press('Enter')
  await expect(desk.log).not.toContainText('With the wrong carrier')
  await expect(visitor.messages).not.toContainText('With the wrong carrier')
  await expect(visitor.messages).toContainText('took back a message')
  await expect(visitor.message('Which carrier?')).toContainText('The quoted message was taken back')
  await desk.field.fill('Sorry:')
  await desk.log.getByRole('button', { name: 'Edit again' }).click()
  await expect(desk.field).toHaveValue('Sorry:\nWith the wrong carrier')

  // So does the customer; nothing of it is found or shown in the list.
  await visitor.message('Which carrier?').getByRole('button', { name: 'Take back' }).press('Enter')
  await expect(visitor.messages).toContainText('You took back a message')
  await expect(desk.log).not.toContainText('Which carrier?')
  await expect(desk.list).not.toContainText('Which carrier?')
  await visitor.field.pressSequentially('Never mi')
  await expect(page.getByText(/is typing: .*mi/u)).toBeVisible()
})
