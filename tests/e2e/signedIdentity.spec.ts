import type { Locator, Page } from '@playwright/test'

import { signIdentity } from '../support/signIdentity.ts'
import { openDesk } from './support/desk.ts'
import { giveMicrophone } from './support/microphone.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const identify = async (page: Page, who: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((words) => {
    const { foyer } = window as unknown as { foyer: (name: string, given: object) => void }
    foyer('identify', words)
  }, who)

const play = async (sound: Locator): Promise<void> => {
  await expect(sound).toBeVisible()
  await sound.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true
    await audio.play()
  })
}

test('R-18-053 R-18-054 the shop vouches for a customer, who has one thread on two devices, speaks into it and is answered so', async ({
  server,
  person,
  guest,
}) => {
  const desk = await openDesk(await person(), server)
  const { page } = desk
  await page.goto(`${server.url}/?lang=en#/account-center/reception/widgets`)
  await page.getByRole('button', { name: 'Verified identity' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verified identity' })
  const code = dialog.locator('code').first()
  await expect(code).toHaveText(/^.{41,}$/u)
  const secret = (await code.textContent()) ?? ''
  await dialog.getByRole('textbox', { name: /^Public key/u }).fill('no key')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not a public key')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'To the desk' }).click()

  const exp = Math.floor(Date.now() / 1000) + 3600
  const token = signIdentity(secret, { sub: 'member-7', exp, name: 'Wang Fang' })
  const shop = await openShop(server, { calm: true })
  const phone = await visit(await guest(), shop.url)
  await phone.page.addInitScript(giveMicrophone)
  await phone.page.reload()
  await expect(phone.entry).toBeVisible()
  await identify(phone.page, { token })
  await phone.openChat()
  await phone.send('Where is my lamp?')
  await desk.openSaying('Where is my lamp?')
  const panel = page.locator('[data-area="customer"]')
  await expect(panel).toContainText('member-7')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Wang Fang')

  await phone.chat.getByRole('button', { name: 'Voice message', exact: true }).click()
  // A second or more: a machine that is busy does not show each.
  await phone.chat.getByText(/^[1-9]\d* s$/u).waitFor()
  await phone.chat.getByRole('button', { name: 'Stop', exact: true }).click()
  await phone.chat.getByRole('button', { name: 'Send voice' }).click()
  await play(desk.log.getByLabel(/^Voice message/u))

  await page.evaluate(giveMicrophone)
  await page
    .getByRole('toolbar', { name: 'Writing tools' })
    .getByRole('button', { name: 'Voice message' })
    .click()
  await page
    .getByRole('group', { name: 'Voice message' })
    .getByText(/^0:(?!00)\d\d$/u)
    .waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('textbox', { name: /^What the voice says/u }).fill('It comes on Monday')
  await desk.field.press('Enter')
  const answer = phone.chat.getByRole('listitem').filter({ hasText: 'It comes on Monday' })
  await play(answer.getByLabel(/^Voice message/u))

  const computer = await visit(await guest(), shop.url)
  await expect(computer.entry).toBeVisible()
  await identify(computer.page, { token })
  await computer.openChat()
  await expect(computer.message('Where is my lamp?')).toBeVisible()

  const stranger = await visit(await guest(), shop.url)
  await expect(stranger.entry).toBeVisible()
  await identify(stranger.page, { name: 'Wang Fang' })
  await stranger.openChat()
  await expect(stranger.message('Where is my lamp?')).toHaveCount(0)
  await stranger.send('I say I am Wang Fang')
  await desk.openSaying('I say I am Wang Fang')
  await expect(panel).toContainText('Said by the visitor')
  await shop.close()
})
