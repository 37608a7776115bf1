/** A computer without a key store: what is kept there is kept behind a password, or not at all. */
import type { Page } from '@playwright/test'

import { deskIn } from './support/desk.ts'
import { expect, isStandIn, test } from './support/desktop.ts'
import { demoAccounts } from './support/shop.ts'

const BARE = { STAND_IN_KEY_STORE: 'none' }
const FIRST = 'seven blue teapots'
const SECOND = 'eight green kettles'

const set = async (page: Page, password: string, again = password): Promise<void> => {
  await page.getByLabel('New cache password', { exact: true }).fill(password)
  await page.getByLabel('New cache password again').fill(again)
}

test('R-17-058 without a key store the agent sets a cache password: it is asked for at each start, changed in the settings, and forgotten it costs the local copy after a word about what was unsent', async ({
  server,
  desktop,
}) => {
  test.skip(!isStandIn, 'the key store of the real system cannot be taken away')
  const [account] = demoAccounts(server)
  if (!account) throw new Error('the demonstration has nobody')

  const first = desktop({ env: BARE })
  const door = await first.page()
  const choice = door.getByRole('region', { name: 'Keep messages on this computer?' })
  await expect(choice.getByRole('radio', { name: /^Keep nothing/u })).toBeChecked()
  await choice.getByRole('radio', { name: /^Keep a copy behind a cache password/u }).check()
  const put = choice.getByRole('button', { name: 'Set cache password' })
  await set(door, 'teapots')
  await expect(choice.getByRole('status')).toHaveText('Too short: at least 8 characters.')
  await set(door, 'password1')
  await expect(choice.getByRole('status')).toHaveText(/^Weak/u)
  await set(door, FIRST, 'seven blue teapot')
  await expect(choice.getByRole('status')).toHaveText('The two are not the same.')
  await expect(put).toBeDisabled()
  await set(door, FIRST)
  await expect(choice.getByRole('status')).toHaveText('Strong.')
  await put.click()
  await expect(door.getByText('protected by your cache password')).toBeVisible()
  await door.getByLabel('Account').fill(account.account)
  await door.getByLabel('Password', { exact: true }).fill(account.password)
  await door.getByLabel('Server', { exact: true }).fill(server.url)
  await door.getByRole('button', { name: 'Sign in' }).click()
  const desk = deskIn(door)
  await expect(desk.connection).toHaveText('Connected')
  await expect(door.getByText('This computer offers no key store')).toHaveCount(0)
  const name = await desk.list.getByRole('option').first().getAttribute('data-id')
  await desk.list.locator(`[data-id="${name}"]`).click()
  await server.kill()
  await desk.send('Written behind the password')
  await expect(desk.message('Written behind the password')).toBeVisible()
  await first.quit()

  const second = desktop({ env: BARE })
  const locked = await second.page()
  const unlock = locked.getByRole('button', { name: 'Unlock' })
  await locked.getByLabel('Cache password').fill(SECOND)
  await unlock.click()
  await expect(locked.getByText('That is not the cache password.')).toBeVisible()
  await expect(locked.getByText('Written behind the password')).toHaveCount(0)
  await locked.getByLabel('Cache password').fill(FIRST)
  await unlock.click()
  const again = deskIn(locked)
  await again.list.locator(`[data-id="${name}"]`).click()
  await expect(again.message('Written behind the password')).toBeVisible()

  await locked.keyboard.press('Control+,')
  const settings = locked.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'This computer' }).click()
  const change = settings.getByRole('form', { name: 'Change cache password' })
  for (const [former, outcome] of [
    [SECOND, 'The present cache password is another one.'],
    [FIRST, 'The cache password was changed.'],
  ] as const) {
    await change.getByLabel('Present cache password').fill(former)
    await set(locked, SECOND)
    await change.getByRole('button', { name: 'Change cache password' }).click()
    await expect(change.getByText(outcome)).toBeVisible()
  }
  await second.quit()

  const third = desktop({ env: BARE })
  const forgotten = await third.page()
  await forgotten.getByLabel('Cache password').fill(FIRST)
  await forgotten.getByRole('button', { name: 'Unlock' }).click()
  await expect(forgotten.getByText('That is not the cache password.')).toBeVisible()
  await forgotten.getByRole('button', { name: 'Password forgotten?' }).click()
  const question = forgotten.getByRole('dialog', { name: 'Erase the local copy?' })
  await expect(question).toContainText('1 message had not been sent')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await forgotten.getByLabel('Cache password').fill(SECOND)
  await forgotten.getByRole('button', { name: 'Unlock' }).click()
  await expect(deskIn(forgotten).list.locator(`[data-id="${name}"]`)).toBeVisible()
  await third.quit()

  const fourth = desktop({ env: BARE })
  const anew = await fourth.page()
  await anew.getByRole('button', { name: 'Password forgotten?' }).click()
  await anew.getByRole('dialog').getByRole('button', { name: 'Erase' }).click()
  await expect(anew.getByRole('radio', { name: /^Keep nothing/u })).toBeChecked()
  await expect(anew.getByLabel('Password', { exact: true })).toBeVisible()
  await expect(anew.getByRole('list', { name: 'Signed in on this device' })).toHaveCount(0)
})
