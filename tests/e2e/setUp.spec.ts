import { startHostPage } from '../support/hostPage.ts'
import { deskIn } from './support/desk.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

test.use({ demo: false })

test('a fresh server: no default password works, the one-time link makes the organisation once, its first agent receives a customer through the line shown', async ({
  server,
  person,
  guest,
  complaints,
}) => {
  // Refused attempts are answers that browsers log.
  complaints.serverMayBeAway()
  for (const [account, password] of [
    ['admin', 'admin'],
    ['admin', 'password'],
    ['root', ''],
    ['foyer', 'foyer'],
  ]) {
    const answer = await fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password, device: { id: 'd', kind: 'web', name: 'n', version: '1' } }),
    })
    expect(answer.ok).toBe(false)
  }

  const context = await person()
  const [page = await context.newPage()] = context.pages()
  const link = new URL(await server.ticketUrl())
  link.searchParams.set('lang', 'en')
  await page.goto(link.href)
  await page.getByRole('textbox', { name: /^Name of the organisation/u }).fill('Crane & Sons')
  const admin = page.getByRole('group', { name: 'Administrator' })
  const agent = page.getByRole('group', { name: 'First agent' })
  await admin.getByRole('textbox', { name: 'Account' }).fill('boss')
  await admin.getByLabel('Password').fill('a long password 1')
  await agent.getByRole('textbox', { name: 'Name' }).fill('Alice Crane')
  await agent.getByRole('textbox', { name: 'Account' }).fill('alice')
  await agent.getByLabel('Password').fill('a long password 2')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Crane & Sons is ready' })).toBeVisible()
  const code = page.getByRole('textbox', { name: 'Code for your page' })
  await expect(code).toHaveValue(/^<script async src="http[^"]+\/foyer\.js" data-widget="[^"]+"><\/script>$/u)
  const snippet = await code.inputValue()

  // The link is used up.
  const [other = await context.newPage()] = (await person()).pages()
  await other.goto(link.href)
  await other.getByRole('textbox', { name: /^Name of the organisation/u }).fill('Somebody else')
  await expect(other.getByRole('button', { name: 'Create' })).toBeVisible()

  await page.getByRole('button', { name: 'Go to sign-in' }).click()
  await page.getByRole('textbox', { name: 'Account' }).fill('alice')
  await page.getByLabel('Password').fill('a long password 2')
  await page.getByLabel('Password').press('Enter')
  const desk = deskIn(page)
  await expect(desk.connection).toHaveText('Connected')
  await expect(page.getByText('No conversations yet')).toBeVisible()

  const shop = await startHostPage({ server: server.url, widget: '', snippet })
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Are you new here?')
  await desk.openSaying('Are you new here')
  await desk.send('We opened this minute')
  await expect(visitor.message('We opened this minute')).toHaveCount(1)
  await shop.close()
})
