import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-02-270 R-02-271 R-02-272 R-03-084 R-03-086 topics are made in the account center, chosen at the desk, and asked for before the end', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The lid of my kettle is loose')
  await desk.openSaying('The lid of my kettle')
  await desk.send('Let me see')

  await page.evaluate(() => {
    window.location.hash = '#/account-center/reception/topics'
  })
  const first = page.getByRole('region', { name: 'First level' })
  await first.getByRole('textbox', { name: /^New topic/u }).fill('Two thousand kettle lids gone')
  await expect(first.getByRole('alert')).toHaveText('At most 12 characters, two Latin letters count as one.')
  await expect(first.getByRole('button', { name: 'Add' })).toBeDisabled()
  await first.getByRole('textbox', { name: /^New topic/u }).fill('Kettles')
  await page.keyboard.press('Enter')
  const second = page.getByRole('region', { name: 'Below “Kettles”' })
  const added = second.getByRole('textbox', { name: /^New topic/u })
  for (const name of ['Lid', 'Handle', 'Spout']) {
    await added.fill(name)
    await page.keyboard.press('Enter')
    await expect(second.getByRole('textbox', { name: `Name of ${name}` })).toHaveValue(name)
    await expect(added).toHaveValue('')
  }
  await added.fill('Lid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('There is a topic “Lid” here already.')
  // One change is saved after the other: what is seen of the second is true of the first.
  await page.getByRole('checkbox', { name: /required before ending/u }).check()
  await second.getByRole('button', { name: 'Delete Spout' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(second.getByRole('textbox', { name: 'Name of Spout' })).toHaveCount(0)

  await page.getByRole('button', { name: 'To the desk' }).click()
  await desk.openSaying('The lid of my kettle')
  const topic = page.getByRole('button', { name: /^Topic: |^Add topic/u })
  await expect(topic).toHaveText('Add topic')

  // By the keyboard alone: ending asks for a topic first, and goes on when there is one.
  await page.keyboard.press('Alt+E')
  const chooser = page.getByRole('dialog', { name: 'Session topics' })
  await expect(chooser.getByRole('alert')).toContainText('It ends then')
  await page.keyboard.press('Escape')
  await expect(chooser).toBeHidden()
  await desk.field.focus()
  await page.keyboard.press('Alt+M')
  await expect(chooser.getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText('kettles')
  await expect(chooser.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(topic).toHaveText('Topic: Kettles › Handle')
  // Whoever was writing goes on writing.
  await expect(desk.field).toBeFocused()
  await expect(page.getByRole('complementary', { name: 'Customer', exact: true })).toContainText(
    'Kettles › Handle',
  )
  await page.getByRole('button', { name: 'Take the topic off' }).click()
  await expect(topic).toHaveText('Add topic')
  await page.getByRole('button', { name: 'End session' }).click()
  await chooser.getByRole('option', { name: 'Lid' }).click()
  await expect(desk.log).toContainText('Session ended by the agent')
  await expect(visitor.chat.getByText(/ended/iu).first()).toBeVisible()

  // It can still be changed after the end, and a new name is everywhere at once.
  await topic.click()
  await chooser.getByRole('option', { name: 'Handle' }).click()
  await expect(topic).toHaveText('Topic: Kettles › Handle')
  await page.evaluate(() => {
    window.location.hash = '#/account-center/reception/topics'
  })
  await first.getByRole('textbox', { name: 'Name of Kettles' }).fill('Water')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Below “Water”' })).toBeVisible()
  await page.getByRole('button', { name: 'To the desk' }).click()
  await desk.openSaying('The lid of my kettle')
  await expect(topic).toHaveText('Topic: Water › Handle')
})
