import type { Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

const ADDRESS = 'fang@example.com'

/** Asks for a code in the chat, reads it in the outbox of the demonstration and signs in with it. */
const signIn = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail or mobile number' }).fill(ADDRESS)
  await page.getByRole('button', { name: 'Send code' }).click()
  const outbox = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Read the code here' }).click()
  const mail = await outbox
  await expect(mail.getByText(ADDRESS).first()).toBeVisible()
  const code = /\d{6}/u.exec((await mail.getByRole('listitem').first().textContent()) ?? '')?.[0] ?? ''
  await mail.close()
  const field = page.getByRole('textbox', { name: 'Six-digit code' })
  await field.fill(code)
  await field.press('Enter')
}

test('R-02-011 R-02-017 R-02-020 R-02-037 R-18-006 a customer signs in by e-mail and has the same thread on another device', async ({
  server,
  person,
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
  const phone = await (await person()).newPage()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { name: 'Sign in or register' })).toBeVisible()
  await phone.getByRole('button', { name: 'Chat without an account' }).click()
  const field = phone.getByRole('textbox', { name: 'Message' })
  await field.fill('Is my card valid?')
  await field.press('Enter')
  await desk.openSaying('Is my card valid?')
  await phone.getByRole('button', { name: 'Sign in or register' }).click()
  await signIn(phone)
  await expect(phone.getByText('Is my card valid?')).toBeVisible()
  const panel = page.locator('[data-area="customer"]')
  await expect(panel).toContainText(ADDRESS)
  await expect(page.locator('.fy-thread-head')).toContainText('IM · online · via Member card')
  await expect(page.getByRole('option', { name: /IM · Member card/u })).toBeVisible()

  const computer = await (await person()).newPage()
  await computer.goto(link)
  await signIn(computer)
  await expect(computer.getByText('Is my card valid?')).toBeVisible()

  await computer.getByRole('button', { name: 'Your account' }).click()
  await expect(computer.getByText(`You are signed in as ${ADDRESS}.`)).toBeVisible()
  await computer.getByRole('button', { name: 'Sign out' }).click()
  await expect(computer.getByRole('heading', { name: 'Sign in or register' })).toBeVisible()
  await expect(computer.getByText('Is my card valid?')).toHaveCount(0)
})
