import { openDesk, poolTick } from './support/desk.ts'
import { meet } from './support/meet.ts'
import { watchTexts } from './support/passing.ts'
import { expect, test } from './support/test.ts'

test('R-02-301 R-02-302 a blocked customer reaches nobody until the block is taken back', async ({
  server,
  person,
  guest,
}) => {
  const { desk, visitor } = await meet({ server, person, guest }, 'Buy cheap watches')

  const { page } = desk
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Block/u })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Advertises')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(dialog).toBeHidden()
  const panel = page.getByRole('complementary')
  await expect(panel).toContainText('Blocked by')
  await expect(panel).toContainText('Advertises')
  await expect(desk.log).toContainText('the customer was blocked')

  await visitor.send('And more of them')
  await expect(visitor.message('And more of them')).toContainText('not accepted')
  await panel.getByRole('button', { name: 'Unblock' }).click()
  await expect(panel).not.toContainText('Blocked by')
  await visitor.send('I am sorry')
  await expect(desk.message('I am sorry')).toHaveCount(1)
})

test('R-15-042 whom the company blocked is on the list of the account center with the reason, found and let in again', async ({
  server,
  person,
  guest,
}) => {
  const { desk, visitor } = await meet({ server, person, guest }, 'Buy cheap pans')
  const { page } = desk
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Block/u })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Sells pans')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(desk.log).toContainText('the customer was blocked')

  await page.goto(`${server.url}/?lang=en#/account-center/reception/block-list`)
  const row = page.getByRole('row').filter({ hasText: 'Sells pans' })
  await expect(row).toContainText('For good')
  await expect(row).toContainText('林知夏')
  const search = page.getByRole('searchbox', { name: 'Search by name or reason' })
  await search.fill('kettles')
  await expect(page.getByText('Nobody here fits “kettles”')).toBeVisible()
  await search.fill('pans')
  await row.getByRole('button', { name: /^Unblock/u }).click()
  await expect(page.getByText('Nobody is blocked')).toBeVisible()
  await visitor.send('May I stay?')
  await expect(visitor.message('May I stay?')).not.toContainText('not accepted')
})

test('R-02-122 a waiting customer is deleted from the pool after a question, and undone for a moment', async ({
  server,
  person,
}) => {
  const { page } = await openDesk(await person(), server)
  await page.getByRole('button', { name: /^Waiting customers/u }).click()
  const pool = page.getByRole('region', { name: 'Waiting customers' })
  const label = await pool.getByRole('checkbox').first().getAttribute('aria-label')
  const tick = poolTick(pool, (label ?? '').replace('Select ', ''))
  const shown = await watchTexts(page, '[data-area="pool"], .fy-toast')
  await tick.click()
  await pool.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete 1 waiting customer/u })
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(pool.getByRole('checkbox').first()).toBeChecked()
  await pool.getByRole('button', { name: 'Delete', exact: true }).click()
  // It can be undone for a moment only: the hand is there before.
  const undo = page.getByRole('button', { name: /^Undo/u })
  await Promise.all([undo.click(), dialog.getByRole('button', { name: 'Delete', exact: true }).click()])
  await expect(dialog).toBeHidden()
  const texts = await shown()
  expect(texts).toContainEqual(expect.stringContaining('1 waiting customer deleted'))
  expect(texts).toContainEqual(expect.stringContaining('No waiting customers'))
  await expect(undo).toBeHidden()
  await tick.click()
  await pool.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Waiting customers 0' })).toBeVisible()
  await expect(undo).toBeHidden()
})

test('R-02-300 from the menu of a row a customer is blocked for oneself alone, and let in again from the list of those', async ({
  server,
  person,
  guest,
}) => {
  const { desk } = await meet({ server, person, guest }, 'You again, you robbers')
  const { page } = desk
  const row = desk.list.getByRole('option', { selected: true })
  const name = await page
    .getByRole('region', { name: 'Conversation', exact: true })
    .getByRole('heading')
    .innerText()
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Block for me…' }).click()
  const dialog = page.getByRole('dialog', { name: `Block ${name} for yourself` })
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.log).toContainText('The customer is waiting in the queue')

  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitem', { name: 'Blocked customers' }).click()
  const list = page.getByRole('dialog', { name: 'Customers you have blocked' })
  await list.getByRole('button', { name: `Unblock ${name}` }).click()
  await expect(list).toContainText('You have blocked nobody.')
})
