import { violations } from './support/axe.ts'
import { openDesk, signIn } from './support/desk.ts'
import { demoAccounts } from './support/shop.ts'
import { expect, test } from './support/test.ts'

test('R-03-012 R-03-043 R-03-057 R-09-064 colleagues find each other, talk in a chat of several, and one is removed', async ({
  server,
  person,
}) => {
  const lin = await openDesk(await person(), server)
  const account = demoAccounts(server).find((one) => one.account === 'zhou.yuan')
  if (!account) throw new Error('the demonstration has no second desk')
  const zhou = await signIn(await person(), server, account)

  const categories = lin.page.getByRole('navigation', { name: 'Categories' })
  await expect(categories.getByRole('button')).toHaveText([
    /^Customers/u,
    /^Groups/u,
    /^Colleagues/u,
    /^All/u,
  ])
  await categories.getByRole('button', { name: /^Colleagues/u }).click()
  await expect(lin.list.getByRole('option')).toHaveCount(3)

  // Nobody to block, nothing to mark.
  await lin.row(/周予安/u).click({ button: 'right' })
  const menu = lin.page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Remove from the list' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /Block|Colour/u })).toHaveCount(0)
  await lin.page.keyboard.press('Escape')

  // From the address book, by pinyin.
  await zhou.page
    .getByRole('contentinfo', { name: 'Status' })
    .getByRole('button', { name: 'Contacts' })
    .click()
  const book = zhou.page.getByRole('region', { name: 'Contacts' })
  await book.getByText('Colleagues', { exact: true }).click()
  await book.getByRole('searchbox').fill('lzx')
  await book.getByRole('button', { name: /林知夏/u }).click()
  await expect(zhou.field).toBeFocused()
  await expect(zhou.page.getByText('You are talking to somebody outside the company')).toHaveCount(0)
  await zhou.send('培训改到四点')
  await lin.open(/周予安.*培训改到四点/u)
  await expect(lin.message('培训改到四点')).toBeVisible()

  await lin.page.getByRole('button', { name: 'Invite colleagues' }).click()
  const dialog = lin.page.getByRole('dialog', { name: 'New chat' })
  await dialog.getByRole('searchbox').fill('陈可')
  await dialog.getByRole('button', { name: /陈可/u }).click()
  await dialog.getByRole('textbox', { name: 'Name of the chat' }).fill('培训')
  await dialog.getByRole('button', { name: 'Start chat' }).click()
  await expect(lin.page.getByRole('heading', { name: '培训' })).toBeVisible()
  await lin.field.fill('请 @周')
  await expect(lin.page.getByRole('option', { name: '周予安 zhou.yuan' })).toBeVisible()
  await lin.field.press('Enter')
  await expect(lin.field).toHaveValue('请 @周予安 ')
  await lin.field.pressSequentially('带投影仪')
  await lin.field.press('Enter')
  expect(await violations(lin.page)).toEqual([])

  await zhou.page.keyboard.press('Alt+2')
  await expect(zhou.row(/培训/u)).toContainText('[Mentioned you]')
  await zhou.open(/培训/u)
  await expect(zhou.message('带投影仪')).toBeVisible()

  await lin.page.getByRole('button', { name: 'Remove 周予安' }).click()
  await lin.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(zhou.page.getByText('You are no longer in this chat')).toBeVisible()
  await expect(zhou.field).toBeDisabled()
  await expect(zhou.message('带投影仪')).toBeVisible()
})
