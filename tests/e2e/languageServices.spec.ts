import { startLanguageProvider } from '../support/languageProvider.ts'
import { openDesk } from './support/desk.ts'
import { giveMicrophone } from './support/microphone.ts'
import { expect, test } from './support/test.ts'

// The services run beside the server here.
test.use({ env: { FOYER_PRIVATE_WEBHOOKS: 'on' } })

test('R-03-103 R-06-110 R-14-044 services are named and tried in the account center; then a message is translated, what one writes too, and a voice written down, and what was made of messages is still there later', async ({
  server,
  person,
}) => {
  const provider = await startLanguageProvider()
  const { page, log, list, field } = await openDesk(await person(), server)
  await page.goto(`${server.url}/?lang=en#/account-center/enterprise/language-services`)
  const speech = page.getByRole('group', { name: 'Speech to text' })
  const translation = page.getByRole('group', { name: 'Translation' })
  await speech.getByLabel(/^Address/u).fill(`${provider.url}/v1`)
  await speech.getByLabel(/^Key/u).fill('sk-journey')
  await translation.getByLabel(/^Address/u).fill(provider.url)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await translation.getByRole('button', { name: 'Try translation' }).click()
  await expect(translation.getByText('It works: “en: 你好”.')).toBeVisible()
  await speech.getByRole('button', { name: 'Try speech to text' }).click()
  await expect(speech.getByText('It works: the service heard “我的订单还没有到”.')).toBeVisible()
  const voicesAsked = (): number => provider.asked.filter(({ path }) => path.startsWith('/v1/')).length
  expect(voicesAsked()).toBe(1)

  await page.getByRole('button', { name: 'To the desk' }).click()
  const id = (await list.getByRole('option').first().getAttribute('data-id')) ?? ''
  const row = list.locator(`[data-id="${id}"]`)
  await row.click()
  await expect(field).toBeFocused()
  await page.keyboard.press('Alt+y')
  await expect(log.getByText('Machine translation').last()).toBeVisible()
  await expect(log.getByText(/^en: /u).last()).toBeVisible()

  // What one writes is put into the language of the customer, and taken back with one step.
  const written = 'Your parcel arrives tomorrow.'
  await field.fill(written)
  await page.keyboard.press('Alt+Shift+y')
  await expect(field).toHaveValue(`ja: ${written}`)
  await expect(page.getByRole('region', { name: 'What you wrote' })).toHaveText(written)
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue(written)
  await field.fill('')

  await page.evaluate(giveMicrophone)
  await page
    .getByRole('toolbar', { name: 'Tools' })
    .getByRole('button', { name: 'Voice message', exact: true })
    .click()
  const recording = page.getByRole('group', { name: 'Voice message', exact: true })
  await expect(recording.getByText(/^0:(?:0[1-9]|[1-5]\d)$/u)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(recording).toBeHidden()
  await field.press('Enter')
  const convert = log.getByRole('button', { name: 'Convert to text' })
  await convert.click()
  await expect(log.getByText('我的订单还没有到')).toBeVisible()
  await expect(convert).toHaveCount(0)

  await page.reload()
  await row.click()
  await expect(log.getByText('我的订单还没有到')).toBeVisible()
  await expect(log.getByText('Machine translation').first()).toBeVisible()
  expect(voicesAsked()).toBe(2)
  await provider.close()
})
