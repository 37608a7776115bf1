import type { Page } from '@playwright/test'

import { saveForm } from './support/accountCenter.ts'
import { violations } from './support/axe.ts'
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

/** So often agents may speak after each message of an account. */
const limitReplies = async ({ page }: Desk, url: string, most: number): Promise<void> => {
  await page.goto(`${url}/?lang=en#/account-center/reception/assignment`)
  await page.getByRole('textbox', { name: /^Replies to each message/u }).fill(String(most))
  await saveForm(page)
  await page.getByRole('button', { name: 'To the desk' }).click()
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

test('R-02-290 R-02-296 an agent sees how often they may still write, makes friends with the customer, begins to talk from the list of friends, and gives them to a colleague whose card the customer opens', async ({
  server,
  person,
  guest,
}) => {
  const [first, second] = demoAccounts(server)
  if (!first || !second) throw new Error('the demonstration has no two accounts')
  const desk = await openDesk(await person(), server)
  const link = await makeOwnEntry(desk, server.url, first.name)
  await limitReplies(desk, server.url, 4)
  const phone = await (await guest()).newPage()
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

  // The greeting was one of four, the answer another.
  await expect(page.getByText(/Open for 1[34] days more · 2 replies left/u)).toBeVisible()
  await desk.send('You had a kettle')
  await desk.send('And two cups')
  await expect(desk.field).toBeDisabled()
  const answer = page.getByRole('form', { name: 'Answer' })
  await expect(answer).toContainText('All replies to the customer’s last message')
  await expect(answer.getByRole('button', { name: 'Invite' })).toBeVisible()
  await field.fill('Yes!')
  await field.press('Enter')
  await expect(desk.field).toBeEnabled()

  await page.getByRole('button', { name: 'Ways to this customer' }).click()
  await page.getByRole('menuitem', { name: 'Add friend…' }).click()
  const dialog = page.getByRole('dialog', { name: /to be friends$/u })
  await dialog.getByText('Myself').click()
  const word = dialog.getByRole('textbox', { name: 'A word to the customer' })
  await word.fill('So that we keep in touch')
  // A reload brings the dialog back as it was.
  await page.reload()
  await expect(word).toHaveValue('So that we keep in touch')
  await expect(dialog.getByRole('radio', { name: 'Myself' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await expect(dialog).toBeHidden()
  await expect(talk.getByText('So that we keep in touch')).toBeVisible()
  await talk.getByRole('button', { name: 'Accept' }).click()
  await expect(talk.getByText('You are friends now')).toBeVisible()
  await expect(desk.log).toContainText('are friends now')

  // Starred into a group made on the spot, and found in the address book beside the friends.
  await page.getByRole('button', { name: 'Add to favourites' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('Regulars')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Favourite in “Regulars”' })).toBeVisible()

  // A friend of the company too: the "+" leads to that talk, the list of friends back to one's own.
  await page.getByRole('button', { name: 'Ways to this customer' }).click()
  await page.getByRole('menuitem', { name: 'Add friend…' }).click()
  await dialog.getByRole('button', { name: 'Ask' }).click()
  await talk.getByRole('button', { name: 'Accept' }).last().click()
  await expect(talk.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Ways to this customer' }).click()
  await page.getByRole('menuitemradio', { name: /As the company · Friend/u }).click()
  await expect(page.getByTestId('conversation').getByText('As the company')).toBeVisible()
  await page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', { name: 'Contacts' }).click()
  const contacts = page.getByRole('region', { name: 'Contacts' })
  await expect(contacts.getByRole('region', { name: 'Regulars' }).getByRole('listitem')).toHaveCount(1)
  expect(await violations(page)).toEqual([])
  await contacts.getByText('My friends').click()
  await contacts
    .getByRole('listitem')
    .getByRole('button', { name: /^Visitor/u })
    .first()
    .click()
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
