import { openDesk, poolTick, signIn } from './support/desk.ts'
import { watchTexts } from './support/passing.ts'
import { demoAccounts } from './support/shop.ts'
import { expect, test } from './support/test.ts'

test('R-02-223 R-02-161 R-02-313 R-03-036 a supervisor moves a session; the former agent keeps the text, and who is done with leaves the list', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const [supervisor, colleague] = demoAccounts(server)
  if (!supervisor || !colleague) throw new Error('the demonstration has two accounts')
  const second = await signIn(await person(), server, colleague)

  await desk.list.getByRole('option').first().click()
  await expect(desk.field).toBeFocused()
  const conversation = desk.page.getByRole('region', { name: 'Conversation', exact: true })
  const customer = await conversation.getByRole('heading', { level: 2 }).innerText()
  await desk.page.getByRole('button', { name: 'Transfer', exact: true }).click()
  const transfer = desk.page.getByRole('dialog', { name: /^Transfer/u })
  const colleagueChoice = new RegExp(`^${colleague.name}`, 'u')
  await transfer.getByRole('radio', { name: colleagueChoice }).first().check()
  await transfer.getByRole('button', { name: 'Transfer', exact: true }).click()
  await second.open(new RegExp(customer, 'u'))
  await second.field.fill('Half an answ')

  // Whoever has it is nobody to give it to; the supervisor is.
  await desk.page.getByRole('button', { name: 'Forced transfer' }).click()
  const dialog = desk.page.getByRole('dialog', { name: /^Move/u })
  await expect(dialog.getByRole('radio', { name: colleagueChoice })).toHaveCount(0)
  await dialog
    .getByRole('radio', { name: new RegExp(`^${supervisor.name}`, 'u') })
    .first()
    .check()
  await dialog.getByRole('textbox', { name: 'Note to both agents' }).fill('A VIP, see the order')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(dialog).toBeHidden()

  for (const { log } of [desk, second]) {
    await expect(log).toContainText(`Moved by ${supervisor.name}`)
    await expect(log).toContainText('A VIP, see the order')
  }
  await expect(second.page.getByRole('form', { name: 'Answer' })).toContainText(supervisor.name)
  await expect(second.field).toHaveValue('Half an answ')
  await expect(desk.page.getByRole('form', { name: 'Answer' })).toContainText(
    'You are talking to somebody outside the company',
  )
  await desk.send('I have it now')

  // The cross closes the window and nothing else.
  await desk.page.getByRole('button', { name: 'Close this conversation' }).click()
  await expect(conversation.getByText('Choose a conversation')).toBeVisible()
  await desk.open(new RegExp(customer, 'u'))
  await desk.page.getByRole('button', { name: /^Account and settings/u }).click()
  await desk.page.getByRole('menuitem', { name: 'Settings' }).click()
  const settings = desk.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Conversation list' }).click()
  // It shows what holds, which comes back from the core: "check" would look for that at once.
  const leaves = settings.getByRole('switch', { name: /after I end the session/u })
  await leaves.click()
  await expect(leaves).toBeChecked()
  await settings.getByRole('button', { name: 'Close' }).click()
  const toasts = await watchTexts(desk.page, '.fy-toast')
  await desk.page.getByRole('button', { name: 'End session' }).click()
  await expect.poll(toasts).toContainEqual(expect.stringContaining(`Ending the session with ${customer}`))
  // Who writes while the end is held back is asked for first.
  const anyway = desk.page.getByRole('button', { name: 'End anyway' })
  await expect(async () => {
    if (await anyway.isVisible()) await anyway.click({ timeout: 5_000 })
    await expect(desk.row(new RegExp(customer, 'u'))).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})

test('R-02-128 waiting customers are found by filter and given to an agent and to an owner', async ({
  server,
  person,
}) => {
  const { page } = await openDesk(await person(), server)
  const [, colleague] = demoAccounts(server)
  if (!colleague) throw new Error('the demonstration has no second account')
  await page.getByRole('button', { name: /^Waiting customers/u }).click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const label = await pool.getByRole('checkbox').first().getAttribute('aria-label')
  const tick = poolTick(pool, (label ?? '').replace('Select ', ''))
  const choose = async (kind: 'Meant for' | 'Owner'): Promise<void> => {
    await tick.click()
    await pool.getByRole('button', { name: 'Assign', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^Assign 1 waiting customer/u })
    await dialog.getByRole('radiogroup', { name: 'What to change' }).getByText(kind).click()
    await dialog
      .getByRole('radio', { name: new RegExp(`^${colleague.name}`, 'u') })
      .first()
      .check()
    await dialog
      .getByRole('button', { name: kind === 'Owner' ? 'Make owner' : 'Assign', exact: true })
      .click()
    await expect(dialog).toBeHidden()
  }
  await choose('Owner')
  await expect(pool.getByRole('row').filter({ hasText: colleague.name })).toHaveCount(1)
  // They are not here now: the customer waits for them.
  await choose('Meant for')
  await expect(pool.getByRole('gridcell', { name: colleague.name })).toHaveCount(2)

  await pool.getByRole('button', { name: 'Filter', exact: true }).click()
  const filters = page.getByRole('dialog', { name: 'Filter waiting customers' })
  await filters.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Nobody' })
  await expect(pool.getByText('Nobody who waits fits the filters')).toBeVisible()
  await filters.getByRole('combobox', { name: 'Owner' }).selectOption({ label: colleague.name })
  await expect(tick).toBeVisible()
})
