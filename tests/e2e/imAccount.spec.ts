import type { Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

const ADDRESS = 'fang@example.com'
const PHONE = '+44 7700 900123'

const EITHER = 'E-mail or mobile number'

/** Asks for a code in the chat, reads it in the outbox of the demonstration and enters it. */
const prove = async (page: Page, address: string, field = EITHER): Promise<void> => {
  await page.getByRole('textbox', { name: field }).fill(address)
  await page.getByRole('button', { name: 'Send code' }).click()
  const outbox = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Read the code here' }).click()
  const mail = await outbox
  await expect(mail.getByText(address.replaceAll(' ', '')).first()).toBeVisible()
  const code = /\b\d{6}\b/u.exec((await mail.getByRole('listitem').first().textContent()) ?? '')?.[0] ?? ''
  await mail.close()
  const codeField = page.getByRole('textbox', { name: 'Six-digit code' })
  await codeField.fill(code)
  await codeField.press('Enter')
}

test('R-02-011 R-02-017 R-02-020 R-02-037 R-18-006 a customer signs in by e-mail and has the same thread on another device', async ({
  server,
  person,
  guest,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/widgets`)
  await page.getByRole('button', { name: 'New widget' }).click()
  const editor = page.getByRole('dialog').first()
  await editor.getByRole('radio', { name: /^IM chat/u }).check()
  await editor.getByRole('radio', { name: /^Link/u }).check()
  await editor.getByRole('button', { name: 'Next' }).click()
  await editor.getByRole('textbox', { name: /^Name/u }).fill('Member card')
  await editor.getByRole('combobox', { name: 'Who receives' }).selectOption({ index: 1 })
  await expect(editor.getByRole('checkbox', { name: /^Offer anonymous web chat here/u })).toBeChecked()
  await editor.getByRole('button', { name: 'Save' }).click()
  const link = (await editor.locator('code').first().textContent()) ?? ''
  await editor.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'IM chat' })
  await expect(page.getByRole('table').getByRole('row', { name: /Member card/u })).toContainText('IM chat')
  await page.getByRole('button', { name: 'To the desk' }).click()

  // Without an account first: the talk under way comes along when one is made.
  const phone = await (await guest()).newPage()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { name: 'Sign in or register' })).toBeVisible()
  await phone.getByRole('button', { name: 'Chat without an account' }).click()
  const field = phone.getByRole('textbox', { name: 'Message' })
  await field.fill('Is my card valid?')
  await field.press('Enter')
  await desk.openSaying('Is my card valid?')
  await phone.getByRole('button', { name: 'Sign in or register' }).click()
  await prove(phone, ADDRESS)
  await expect(phone.getByText('Is my card valid?')).toBeVisible()
  const panel = page.locator('[data-area="customer"]')
  await expect(panel).toContainText(ADDRESS)
  await expect(page.locator('.fy-thread-head')).toContainText('IM · online · via Member card')
  await expect(page.getByRole('option', { name: /IM · Online · Member card/u })).toBeVisible()

  // Their number opens the same account from now on.
  await phone.getByRole('button', { name: 'Your account' }).click()
  await phone.getByRole('button', { name: 'Add a mobile number' }).click()
  await prove(phone, PHONE, 'Mobile number')
  await expect(phone.getByText('+447700900123 opens this account too.')).toBeVisible()
  await expect(panel).toContainText('+447700900123')

  const computer = await (await guest()).newPage()
  await computer.goto(link)
  await prove(computer, PHONE)
  await expect(computer.getByText('Is my card valid?')).toBeVisible()

  await computer.getByRole('button', { name: 'Your account' }).click()
  await expect(computer.getByText('You are signed in as +447700900123.')).toBeVisible()
  await computer.getByRole('button', { name: 'Sign out' }).click()
  await expect(computer.getByRole('heading', { name: 'Sign in or register' })).toBeVisible()
  await expect(computer.getByText('Is my card valid?')).toHaveCount(0)
})
