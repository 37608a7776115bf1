import { deskIn } from './support/desk.ts'
import { demoAccounts } from './support/shop.ts'
import { expect, test } from './support/test.ts'

test('R-17-052 a wrong password is told in a sentence and keeps the account; the right one signs in, also after a reload', async ({
  server,
  person,
  complaints,
}) => {
  // The refusal itself is an answer that browsers log.
  complaints.serverMayBeAway()
  const [me] = demoAccounts(server)
  if (!me) throw new Error('the demonstration has no account')
  const context = await person()
  const [page = await context.newPage()] = context.pages()
  await page.goto(`${server.url}/?lang=en`)
  const account = page.getByRole('textbox', { name: 'Account' })
  const password = page.getByLabel('Password')
  await expect(page.getByRole('heading', { name: 'Sign in to Foyer' })).toBeVisible()
  await account.fill(me.account)
  await password.fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText(/wrong/iu)
  await expect(account).toHaveValue(me.account)

  await password.fill(me.password)
  await password.press('Enter')
  const desk = deskIn(page)
  await expect(desk.connection).toHaveText('Connected')
  await expect(desk.list.getByRole('option').first()).toBeVisible()

  // The page loaded again needs no password.
  await page.reload()
  await expect(desk.list.getByRole('option').first()).toBeVisible()
})

test('R-17-059 R-06-097 signing out names what would be lost before it erases it; a draft the server knows comes back', async ({
  server,
  person,
  complaints,
}) => {
  complaints.serverMayBeAway()
  const [me] = demoAccounts(server)
  if (!me) throw new Error('the demonstration has no account')
  const context = await person()
  const [page = await context.newPage()] = context.pages()
  const account = page.getByRole('textbox', { name: 'Account' })
  const password = page.getByLabel('Password')
  const desk = deskIn(page)
  const signIn = async (): Promise<void> => {
    await account.fill(me.account)
    await password.fill(me.password)
    await password.press('Enter')
    await expect(desk.connection).toHaveText('Connected')
    await expect(desk.list.getByRole('option').first()).toBeVisible()
  }
  const signOut = async (named: string): Promise<void> => {
    await page.getByRole('button', { name: /^Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign out' })
    await expect(dialog).toContainText(named)
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Foyer' })).toBeVisible()
    await expect(password).toHaveValue('')
  }
  await page.goto(`${server.url}/?lang=en`)
  await signIn()
  await desk.list.getByRole('option').first().click()
  await desk.field.fill('A draft that is nobody else’s business')
  await expect(desk.list.getByRole('option', { name: /\[Draft\]/u })).toHaveCount(1)
  await signOut('A draft that is nobody else’s business')

  await signIn()
  const kept = desk.list.getByRole('option', { name: /\[Draft\] A draft that is nobody/u })
  await kept.click()
  await expect(desk.field).toHaveValue('A draft that is nobody else’s business')

  await server.kill()
  await expect(desk.connection).toHaveText('Offline')
  await desk.field.fill('Written where no server was')
  await expect(desk.list.getByRole('option', { name: /\[Draft\] Written where/u })).toHaveCount(1)
  await signOut('Written where no server was')
  await server.start()
  await signIn()
  await expect(kept).toHaveCount(1)
})
