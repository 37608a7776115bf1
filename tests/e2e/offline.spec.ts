import { openDesk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test('R-03-098 R-03-166 R-06-065 R-06-164 without the server one reads, searches and writes; back again it is sent, and the connection is told in words', async ({
  server,
  person,
  guest,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Do you repair kettles?')
  await desk.openSaying('Do you repair kettles')

  await server.kill()
  await expect(desk.connection).toHaveText('Offline')
  await expect(visitor.chat.getByText('No connection. Trying to reconnect…')).toBeVisible()

  // Reading another conversation and searching need no server.
  await desk.openSaying('税号')
  await expect(desk.log).toContainText('税号')
  await desk.search.fill('kettles')
  await expect(desk.page.getByText('Only what is on this device')).toBeVisible()
  await desk.page
    .getByRole('listbox', { name: 'Results' })
    .getByRole('option')
    .filter({ hasText: 'kettles' })
    .first()
    .click()
  await expect(desk.log).toContainText('Do you repair kettles?')

  // What needs the server says so at once and changes nothing.
  await desk.page.getByRole('button', { name: 'End session' }).click()
  await expect(desk.page.getByRole('alert').first()).toContainText(/connect/iu)

  await desk.send('We do, bring it on Monday')
  await expect(desk.message('We do, bring it on Monday')).toContainText('Will be sent when connected')
  await expect(desk.page.getByRole('button', { name: /^Outbox\s*1/u })).toBeVisible()

  await server.start()
  // It tries by itself too: whoever comes too late to ask finds it connected.
  const retry = desk.page.getByRole('button', { name: 'Retry now' })
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 5_000 })
    await expect(desk.connection).toHaveText('Connected', { timeout: 1_000 })
  }).toPass()
  await expect(visitor.message('We do, bring it on Monday')).toHaveCount(1)
  await expect(
    desk.message('We do, bring it on Monday').getByRole('img', { name: /Sent|Delivered|Read/u }),
  ).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /^Outbox\s*0/u })).toBeVisible()
  await shop.close()
})
