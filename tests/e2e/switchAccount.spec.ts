/** Two agents on one computer: what is the one's is never the other's. */
import type { Page } from '@playwright/test'

import { deskIn } from './support/desk.ts'
import { deskOf, expect, isStandIn, test, ticketFor } from './support/desktop.ts'
import { demoAccounts } from './support/shop.ts'

const accountMenu = (page: Page, name = '') =>
  page.getByRole('button', { name: `Account and settings: ${name}` })

test('R-17-053 another account takes over in the desktop program after a word about what waits: its lists, its notes, its drafts; and back again without a password', async ({
  server,
  desktop,
}) => {
  test.skip(!isStandIn, 'notes of the system cannot be counted from outside')
  const [mine, theirs] = demoAccounts(server)
  if (!mine || !theirs) throw new Error('the demonstration has two accounts')
  const program = desktop({ env: await ticketFor(server) })
  const desk = await deskOf(program)
  const { page } = desk
  /** Beside it there may be notes about customers of the demonstration. */
  const notes = () =>
    program.evaluate(
      ({ standIn }) => standIn?.notes.filter(({ content }) => content.title === 'Told to me').length,
    )

  await desk.list.getByRole('option').first().click()
  const id = await desk.list.getByRole('option', { selected: true }).getAttribute('data-id')
  await desk.field.fill('Only mine')
  await page.getByRole('combobox', { name: 'Search' }).fill('looked for by me')
  await page.evaluate((conversationId) => {
    const alert = { conversationId, sessionId: null, title: 'Told to me', text: 'Only to me' }
    const how = { textWhenLocked: false, canReply: true, silent: true }
    window.foyer?.tell({ kind: 'signs.alert', alert: { ...alert, ...how } })
  }, id)
  await expect.poll(notes).toBe(1)

  await accountMenu(page, mine.name).click()
  await page.getByRole('menuitem', { name: 'Add account …' }).click()
  const adding = page.getByRole('dialog', { name: 'Add account' })
  await expect(adding).toContainText('still running')
  await adding.getByLabel('Account').fill(theirs.account)
  await adding.getByLabel('Password').fill(theirs.password)
  await adding.getByRole('button', { name: 'Sign in' }).click()
  await expect(accountMenu(page, theirs.name)).toBeVisible()
  await expect(desk.connection).toHaveText('Connected')
  await expect.poll(notes).toBe(0)
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('')
  await expect(page.getByText('Only mine')).toHaveCount(0)

  await accountMenu(page, theirs.name).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${mine.name}`, 'u') }).click()
  const question = page.getByRole('dialog', { name: 'Switch account' })
  // Asked where something runs or waits; else it is done at once.
  await expect(question.or(accountMenu(page, mine.name))).toBeVisible()
  if (await question.isVisible()) await question.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(accountMenu(page, mine.name)).toBeVisible()
  await deskIn(page).list.locator(`[data-id="${id}"]`).click()
  await expect(desk.field).toHaveValue('Only mine')
})
