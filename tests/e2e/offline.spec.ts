import { openDesk, type Desk } from './support/desk.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

/** It tries by itself too: whoever comes too late to ask finds it connected. */
const connectedAgain = async ({ page, connection }: Desk): Promise<void> => {
  const retry = page.getByRole('button', { name: 'Retry now' })
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 5_000 })
    await expect(connection).toHaveText('Connected', { timeout: 1_000 })
  }).toPass()
}

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
    .filter({ hasText: 'kettles', hasNotText: 'all agents' })
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
  await connectedAgain(desk)
  await expect(visitor.message('We do, bring it on Monday')).toHaveCount(1)
  await expect(
    desk.message('We do, bring it on Monday').getByRole('img', { name: /Sent|Delivered|Read/u }),
  ).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /^Outbox\s*0/u })).toBeVisible()
  await expect(note.getByRole('img', { name: 'Not sent yet' })).toHaveCount(0)
  await expect(note).toContainText('Brings it on Monday')
  await shop.close()
})

test('R-17-019 R-17-022 without the server a customer gets a private name, a quick reply is made and a contact filed in a new group; back again the server has them', async ({
  server,
  person,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const outbox = page.getByRole('button', { name: /^Outbox/u })
  await desk.openSaying('税号')
  await server.kill()

  // Nobody has noticed yet that the server is away.
  await desk.list.getByRole('option', { selected: true }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Private remark…' }).click()
  const remark = page.getByRole('dialog', { name: /^What you call/u })
  await remark.getByRole('textbox', { name: 'Private remark' }).fill('Tax man')
  await remark.getByRole('button', { name: 'Save' }).click()
  await expect(remark).toBeHidden()
  await expect(desk.row(/Tax man/u)).toBeVisible()
  await expect(outbox).toHaveText(/1/u)
  await expect(desk.connection).toHaveText('Offline')

  await page
    .getByRole('toolbar', { name: 'Writing tools' })
    .getByRole('button', { name: 'Quick replies' })
    .click()
  await page.getByRole('button', { name: 'New and import' }).click()
  await page.getByRole('menuitem', { name: 'New quick reply' }).click()
  const editor = page.getByRole('dialog', { name: 'New quick reply' })
  await editor.getByRole('combobox', { name: /^Group/u }).fill('Away')
  await editor.getByRole('textbox', { name: 'Title' }).fill('Back soon')
  await editor.getByRole('textbox', { name: 'Message 1' }).fill('I will be back soon.')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  const replies = page.getByRole('dialog', { name: 'Quick replies' })
  await expect(replies.getByRole('row', { name: /Back soon/u })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(replies).toBeHidden()

  await page.getByRole('button', { name: 'Add to favourites' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('Regulars')
  await page.keyboard.press('Enter')
  const filed = page.getByRole('button', { name: 'Favourite in “Regulars”' })
  await expect(filed).toBeVisible()
  const contacts = page.getByRole('region', { name: 'Contacts' })
  const openContacts = page
    .getByRole('contentinfo', { name: 'Status' })
    .getByRole('button', { name: 'Contacts' })
  await openContacts.click()
  await expect(contacts.getByText('only those this device knows')).toBeVisible()
  await expect(contacts.getByRole('region', { name: 'Regulars' }).getByText('Tax man')).toBeVisible()
  await page.keyboard.press('Escape')

  // The name, the reply, the group and who is in it.
  await outbox.click()
  await expect(page.getByRole('list', { name: 'Not sent yet' }).getByRole('listitem')).toHaveCount(4)
  await page.keyboard.press('Escape')

  await server.start()
  await connectedAgain(desk)
  await expect(outbox).toHaveText(/0/u)
  // Nothing of it is only on this device.
  const elsewhere = await openDesk(await person(), server)
  await elsewhere.openSaying('税号')
  await expect(elsewhere.row(/Tax man/u)).toBeVisible()
  await expect(elsewhere.page.getByRole('button', { name: 'Favourite in “Regulars”' })).toBeVisible()
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
