import type { Desk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { gone, openTwoDesks } from './support/twoDesks.ts'
import { visit } from './support/visitor.ts'

test('R-17-035 R-03-018 an agent in two browsers: sessions accepted, ended and given away, blocked customers and the order of the list are the same in both', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const { here, there, follows, figures } = await openTwoDesks(server, person)
  const { keyboard } = here.page
  const openThere = there.list.getByRole('option', { selected: true })
  await there.list.getByRole('option').nth(3).click()
  const elsewhere = (await openThere.getAttribute('data-id')) ?? ''

  // Accepted in one, there in the other, which stays where it is.
  await follows(
    'accept',
    async () => {
      await keyboard.press('Alt+A')
      await expect(here.field).toBeFocused()
    },
    there.page.getByRole('button', { name: 'Waiting customers 0' }),
  )
  const openHere = here.list.getByRole('option', { selected: true })
  const accepted = (await openHere.getAttribute('data-id')) ?? ''
  await expect(there.list.locator(`[data-id="${accepted}"]`)).toBeVisible()
  await expect(openThere).toHaveAttribute('data-id', elsewhere)

  // A customer who does nothing by themselves.
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('The lid is loose')
  const newcomer = here.row(/The lid is loose|waiting for your service/u)
  const theirs = `[data-id="${(await newcomer.getAttribute('data-id')) ?? ''}"]`
  await here.list.locator(theirs).click()
  // Opened here, they are not new there any more: the row shows what was said last.
  await expect(there.list.locator(theirs)).not.toContainText('waiting for your service')
  await there.list.locator(theirs).click()
  for (const { page, message } of [here, there]) {
    await expect(message('The lid is loose')).toBeVisible()
    await expect(page.getByRole('button', { name: 'End session' })).toBeVisible()
  }

  await here.page.getByRole('button', { name: /^Account and settings/u }).click()
  await here.page.getByRole('menuitem', { name: 'Settings' }).click()
  const settings = here.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Conversation window' }).click()
  await settings
    .getByRole('combobox', { name: 'Time to take back the end of a session' })
    .selectOption('Ends at once')
  await settings.getByRole('button', { name: 'Close' }).click()
  await follows(
    'end',
    async () => here.page.getByRole('button', { name: 'End session' }).click(),
    there.page.getByRole('button', { name: 'Reopen' }),
  )
  await follows(
    'reopened',
    async () => there.page.getByRole('button', { name: 'Reopen' }).click(),
    here.page.getByRole('button', { name: 'End session' }),
  )
  await follows(
    'transfer',
    async () => {
      await here.page.getByRole('button', { name: 'Transfer', exact: true }).click()
      const dialog = here.page.getByRole('dialog', { name: /^Transfer/u })
      await dialog.getByRole('radiogroup', { name: 'To whom' }).getByText('Group').click()
      await dialog
        .getByRole('radio', { name: /0\/\d+ can receive/u })
        .first()
        .check()
      await dialog.getByRole('button', { name: 'Let the customer wait' }).click()
      await expect(dialog).toBeHidden()
    },
    there.page.getByRole('button', { name: 'Waiting customers 1' }),
  )
  await expect(there.lock).toContainText('waiting')
  await follows(
    'accepted again',
    async () => there.page.getByRole('button', { name: 'Accept', exact: true }).click(),
    here.page.getByRole('button', { name: 'End session' }),
  )

  // Blocked.
  for (const { page } of [here, there])
    await page
      .getByRole('complementary', { name: 'Customer', exact: true })
      .getByRole('tab', { name: 'Profile' })
      .click()
  await follows(
    'blocked',
    async () => {
      await here.page.getByRole('button', { name: 'Block', exact: true }).click()
      const dialog = here.page.getByRole('dialog', { name: /^Block/u })
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Advertises')
      await dialog.getByRole('button', { name: 'Block', exact: true }).click()
    },
    there.page.getByRole('complementary').getByText('Advertises'),
  )
  await follows(
    'unblocked',
    async () => there.page.getByRole('complementary').getByRole('button', { name: 'Unblock' }).click(),
    gone(here.page.getByRole('complementary').getByText('Advertises')),
  )

  // The list: who is served stays in it.
  const idOf = async (index: number): Promise<string> =>
    (await here.list.getByRole('option').nth(index).getAttribute('data-id')) ?? ''
  /** It can be taken back for some seconds, and is done after that. */
  const unlessUndone = async ({ page }: Desk): Promise<void> => {
    await expect(page.getByRole('button', { name: /^Undo/u })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Undo/u })).toHaveCount(0)
  }
  const removed = await idOf(6)
  await follows(
    'removed from the list',
    async () => {
      await here.list.locator(`[data-id="${removed}"]`).click({ button: 'right' })
      await here.page.getByRole('menuitem', { name: 'Remove from the list' }).click()
      await unlessUndone(here)
    },
    gone(there.list.locator(`[data-id="${removed}"]`)),
  )
  await here.page.getByRole('button', { name: /^Account and settings/u }).click()
  await here.page.getByRole('menuitem', { name: 'Blocked customers' }).click()
  const blocked = here.page.getByRole('dialog', { name: 'Customers you have blocked' })
  await expect(blocked).toContainText('You have blocked nobody')
  const kept = there.list.getByRole('option', { name: 'Samuel Keller' })
  await follows(
    'blocked for oneself',
    async () => {
      await kept.click({ button: 'right' })
      await there.page.getByRole('menuitem', { name: 'Block for me…' }).click()
      const dialog = there.page.getByRole('dialog', { name: /^Block Samuel Keller/u })
      await dialog.getByRole('button', { name: 'Block', exact: true }).click()
    },
    blocked.getByText('Samuel Keller'),
  )
  await here.page.keyboard.press('Escape')
  await follows(
    'list cleared',
    async () => {
      await there.list.getByRole('option').first().click({ button: 'right' })
      await there.page.getByRole('menuitem', { name: 'Clear the list…' }).click()
      await there.page.getByRole('button', { name: /^Clear \d+ rows$/u }).click()
      await unlessUndone(there)
    },
    gone(here.list.getByRole('option', { name: 'Samuel Keller' })),
  )
  console.info(figures())
})
