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
  await desk.page.keyboard.press('Alt+I')
  const writing = desk.page.getByRole('textbox', { name: 'Internal note' })
  await writing.fill('Brings it on Monday')
  await writing.press('Enter')
  const note = desk.log.getByRole('article', { name: /^Internal note by/u })
  await expect(note).toContainText('Brings it on Monday')
  await expect(note.getByRole('img', { name: 'Not sent yet' })).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /^Outbox\s*2/u })).toBeVisible()

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
  await expect(note.getByRole('img', { name: 'Not sent yet' })).toHaveCount(0)
  await expect(note).toContainText('Brings it on Monday')
  await shop.close()
})

test('R-17-079 a newer page is offered when the server comes back with one, never takes over by itself, and keeps what was written', async ({
  server,
  person,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const desk = await openDesk(await person(), server)
  const offer = desk.page.getByText('The server has a newer version of this page')
  await desk.list.getByRole('option').first().click()
  await desk.field.fill('A half written answer')
  await desk.page.route(`${server.url}/`, async (route) => {
    // The page itself is the old one until somebody wants the new one.
    if (route.request().resourceType() === 'document') return route.fallback()
    const body = (await (await route.fetch()).text()).replace('index-', 'index-newer')
    return route.fulfill({ body, contentType: 'text/html' })
  })
  await server.kill()
  // As long as it is away, the tries come less and less often.
  await server.start()
  await expect(offer).toBeVisible()
  await expect(desk.field).toHaveValue('A half written answer')
  await desk.page.getByRole('button', { name: 'Reload now' }).click()
  await expect(desk.connection).toHaveText('Connected')
  await desk.list.getByRole('option').first().click()
  await expect(desk.field).toHaveValue('A half written answer')
})
