import type { Page } from '@playwright/test'

import { openDesk, signIn, type Desk } from './support/desk.ts'
import { demoAccounts } from './support/shop.ts'
import { expect, test } from './support/test.ts'

/** An entry for accounts that shows its one agent as the one who speaks; its link. */
const makeOwnEntry = async ({ page }: Desk, url: string, agentName: string): Promise<string> => {
  await page.goto(`${url}/?lang=en#/account-center/reception/widgets`)
  await page.getByRole('button', { name: 'New widget' }).click()
  const editor = page.getByRole('dialog').first()
  await editor.getByRole('radio', { name: /^IM chat/u }).check()
  await editor.getByRole('radio', { name: /^Link/u }).check()
  await editor.getByRole('button', { name: 'Next' }).click()
  await editor.getByRole('textbox', { name: /^Name/u }).fill('My card')
  await editor.getByRole('combobox', { name: 'Who receives' }).selectOption({ label: agentName })
  await editor.getByRole('button', { name: 'Save' }).click()
  const link = (await editor.locator('code').last().textContent()) ?? ''
  await editor.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'To the desk' }).click()
  return link
}

const signUp = async (page: Page, address: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail or mobile number' }).fill(address)
  await page.getByRole('button', { name: 'Send code' }).click()
  const outbox = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Read the code here' }).click()
  const mail = await outbox
  await expect(mail.getByText(address).first()).toBeVisible()
  const code = /\d{6}/u.exec((await mail.getByRole('listitem').first().textContent()) ?? '')?.[0] ?? ''
  await mail.close()
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code)
  await page.getByRole('textbox', { name: 'Six-digit code' }).press('Enter')
}

test('an agent makes friends with a customer, and gives them to a colleague whose card the customer opens', async ({
  server,
  person,
}) => {
  const [first, second] = demoAccounts(server)
  if (!first || !second) throw new Error('the demonstration has no two accounts')
  const desk = await openDesk(await person(), server)
  const link = await makeOwnEntry(desk, server.url, first.name)
  const phone = await (await person()).newPage()
  await phone.goto(link)
  await signUp(phone, 'fang@example.com')
  const field = phone.getByRole('textbox', { name: 'Message' })
  const talk = phone.getByRole('region', { name: 'Messages' })
  await field.fill('Do you remember me?')
  await field.press('Enter')
  await desk.openSaying('Do you remember me?')
  const { page } = desk
  await expect(page.getByText('As yourself')).toBeVisible()
  await desk.send('Of course')
  await expect(talk.getByText('Of course')).toBeVisible()

  await page.getByRole('button', { name: 'Ways to this customer' }).click()
  await page.getByRole('menuitem', { name: 'Add friend…' }).click()
  const dialog = page.getByRole('dialog', { name: /to be friends$/u })
  await dialog.getByText('Myself').click()
  await dialog.getByRole('textbox', { name: 'A word to the customer' }).fill('So that we keep in touch')
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toBeHidden()
  await expect(talk.getByText('So that we keep in touch')).toBeVisible()
  await talk.getByRole('button', { name: 'Accept' }).click()
  await expect(talk.getByText('You are friends now')).toBeVisible()
  await expect(desk.log).toContainText('are friends now')

  const colleague = await signIn(await person(), server, second)
  await page.getByRole('button', { name: 'Transfer', exact: true }).click()
  const transfer = page.getByRole('dialog', { name: /^Transfer/u })
  await transfer
    .getByRole('radio', { name: new RegExp(`^${second.name}`, 'u') })
    .first()
    .check()
  await transfer.getByRole('textbox', { name: 'Note to the colleague' }).fill('An old friend')
  await transfer.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(page.getByText(/^Transfer offered/u)).toBeVisible()
  await talk
    .getByRole('button', { name: /^Chat with/u })
    .last()
    .click()
  await expect(phone.getByRole('navigation', { name: 'Conversations' }).getByRole('button')).toHaveCount(3)
  await expect(desk.log).toContainText('The customer accepted')

  await expect(colleague.list.getByRole('option').first()).toBeVisible()
  await field.fill('Here I am')
  await field.press('Enter')
  await colleague.openSaying('Here I am')
  await expect(colleague.log).toContainText('An old friend')
  await colleague.send('Welcome')
  await expect(talk.getByText('Welcome')).toBeVisible()
})
