import { signIn } from './support/desk.ts'
import { meet } from './support/meet.ts'
import { demoAccounts } from './support/shop.ts'
import { expect, test } from './support/test.ts'

test('R-02-200 R-02-211 R-02-212 R-06-149 a session is given to a colleague with a word to each side, who goes on with it and gives it back when asked', async ({
  server,
  person,
  guest,
}) => {
  const { desk, visitor } = await meet({ server, person, guest }, 'The kettle leaks, order 8812')
  await desk.send('Let me see')

  const [, colleague] = demoAccounts(server)
  if (!colleague) throw new Error('the demonstration has no second account')
  const second = await signIn(await person(), server, colleague)

  // By the keyboard alone: the colleague is looked for by name and chosen, both notes are written.
  const { keyboard } = desk.page
  await keyboard.press('Alt+T')
  const dialog = desk.page.getByRole('dialog', { name: /^Transfer/u })
  await dialog.getByRole('searchbox', { name: 'Search by name' }).fill(colleague.name)
  const choice = dialog.getByRole('radio', { name: new RegExp(`^${colleague.name}`, 'u') }).first()
  await choice.focus()
  await keyboard.press('Space')
  await expect(choice).toBeChecked()
  await keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Note to the customer' })).toBeFocused()
  await keyboard.insertText('My colleague knows kettles')
  await keyboard.press('Tab')
  await keyboard.insertText('Wants a new one')

  // A reload brings the dialog back as it was.
  await desk.page.reload()
  await expect(choice).toBeChecked()
  await expect(dialog.getByRole('textbox', { name: 'Note to the colleague' })).toHaveValue('Wants a new one')

  // A dialog that is closed by mistake loses nothing.
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await desk.page.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Note to the customer' })).toHaveValue(
    'My colleague knows kettles',
  )
  await expect(choice).toBeChecked()
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(dialog).toBeHidden()

  await expect(desk.log).toContainText(`transferred the customer to ${colleague.name}`)
  await expect(desk.log).toContainText('Note sent to the customer: My colleague knows kettles')
  await expect(visitor.messages).toContainText('My colleague knows kettles')
  await expect(visitor.messages).not.toContainText('Wants a new one')

  await second.openSaying('The kettle leaks')
  await expect(second.log).toContainText('Note to the colleague: Wants a new one')
  await second.send('I take over from here')
  await expect(visitor.message('I take over from here')).toHaveCount(1)

  // What the first agent writes now is kept, not sent; they can ask for the customer.
  await desk.field.fill('One more thing')
  await expect(desk.page.getByRole('form', { name: 'Answer' })).toContainText(colleague.name)
  await desk.page.getByRole('button', { name: 'Ask for transfer' }).click()
  const asked = second.page.getByText(/asks you for the session/u)
  await expect(asked).toBeVisible()
  await second.page.getByRole('button', { name: 'Hand over' }).click()
  await expect(asked).toBeHidden()
  await expect(desk.lock).toHaveCount(0)
  await desk.field.press('Enter')
  await expect(visitor.message('One more thing')).toHaveCount(1)
})

test('R-02-209 R-02-113 somebody who cannot receive is named, the customer waits for them, and the number of those who wait flashes', async ({
  server,
  person,
  guest,
}) => {
  const { desk, visitor } = await meet({ server, person, guest }, 'Somebody from accounting, please')
  // Who waits already has been seen.
  const waiting = desk.page.getByRole('button', { name: /^Waiting customers/u })
  const pool = desk.page.getByRole('region', { name: 'Waiting customers' })
  await waiting.click()
  await expect(pool).toBeVisible()
  await waiting.click()
  await expect(waiting).not.toHaveAttribute('data-fresh')
  await desk.page.getByRole('button', { name: 'Transfer', exact: true }).click()
  const dialog = desk.page.getByRole('dialog', { name: /^Transfer/u })
  await dialog.getByRole('radiogroup', { name: 'To whom' }).getByText('Group').click()
  await dialog
    .getByRole('radio', { name: /0\/\d+ can receive/u })
    .first()
    .check()
  await expect(dialog.getByRole('status')).toContainText('cannot receive right now')
  await dialog.getByRole('button', { name: 'Let the customer wait' }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.log).toContainText('The customer is waiting in the queue')
  await expect(visitor.chat.getByText(/place|waiting|queue/iu).first()).toBeVisible()
  await expect(waiting).toHaveAttribute('data-fresh')
  await waiting.click()
  await expect(pool).toBeVisible()
  await expect(waiting).not.toHaveAttribute('data-fresh')
})
