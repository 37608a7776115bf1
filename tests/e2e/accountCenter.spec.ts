import type { Locator } from '@playwright/test'

import { saveForm } from './support/accountCenter.ts'
import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test('R-02-041 R-02-050 R-02-051 R-02-053 a reception group is made, changed and deleted in the account center', async ({
  server,
  person,
}) => {
  const { page } = await openDesk(await person(), server)
  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitem', { name: 'Account center' }).click()
  const groups = page.getByRole('table')
  await expect(page.getByRole('heading', { name: 'Reception groups' })).toBeVisible()
  // The main group is the first and has no way to be deleted.
  await expect(groups.getByRole('row').nth(1)).toContainText('在线客服')
  await expect(page.getByRole('button', { name: 'Delete 在线客服' })).toHaveCount(0)

  await page.getByRole('button', { name: 'New group' }).click()
  const editor = page.getByRole('dialog')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByRole('alert')).toHaveText('Give the group a name.')
  // What is wrong is where one is led, and marked.
  const name = editor.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  const edgeOf = async (field: Locator): Promise<string> =>
    field.evaluate((element) => getComputedStyle(element).borderColor)
  expect(await edgeOf(name)).not.toBe(await edgeOf(editor.getByRole('searchbox')))
  await editor.getByRole('textbox', { name: 'Name' }).fill('夜班')
  await editor.getByRole('searchbox', { name: 'Search colleagues' }).fill('周')
  await editor.getByRole('checkbox', { name: '周予安' }).check()
  await expect(editor.getByRole('checkbox', { name: /^Timeout transfer/u })).toBeDisabled()
  await editor.getByRole('searchbox', { name: 'Search colleagues' }).fill('')
  await editor.getByRole('checkbox', { name: '吴桐' }).check()
  await editor.getByRole('checkbox', { name: /^Timeout transfer/u }).check()
  await editor.getByRole('textbox', { name: 'Minutes without an answer' }).fill('3')

  // Esc asks before it throws anything away.
  await page.keyboard.press('Escape')
  await expect(editor).toContainText('There are unsaved changes.')
  await editor.getByRole('button', { name: 'Go on editing' }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  const row = groups.getByRole('row', { name: /夜班/u })
  await expect(row).toContainText('after 3 min')

  await page.getByRole('button', { name: 'Edit 夜班' }).click()
  await editor.getByRole('textbox', { name: 'Name' }).fill('在线客服')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByRole('alert')).toContainText('There is a group of this name already.')
  await editor.getByRole('textbox', { name: 'Name' }).fill('晚班')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(groups.getByRole('row', { name: /晚班/u })).toBeVisible()

  // Its own address, also after a reload.
  await expect(page).toHaveURL(/#\/account-center$/u)
  await page.getByRole('link', { name: 'Reception groups' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Delete 晚班' }).click()
  await editor.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(groups.getByRole('row', { name: /晚班/u })).toHaveCount(0)

  // What entries point to is not deleted, and says why.
  await page.getByRole('button', { name: 'Delete 售前顾问' }).click()
  await expect(editor.getByRole('listitem').first()).toContainText('Entry “')
  await expect(editor.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled()
  await editor.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'To the desk' }).click()
  await expect(page.getByRole('listbox').first()).toBeVisible()
})

test('R-02-066 R-02-101 how customers are given to agents is decided in one place, with capacities of single agents', async ({
  server,
  person,
}) => {
  const { page } = await openDesk(await person(), server)
  await page.goto(`${server.url}/?lang=en#/account-center/reception/assignment`)
  const capacity = page.getByRole('textbox', { name: /^Customers per agent/u })
  const save = page.getByRole('button', { name: 'Save' })
  await expect(capacity).toHaveValue('10')
  await expect(save).toBeDisabled()
  await capacity.fill('500')
  await expect(save).toBeDisabled()
  await capacity.fill('12')

  // What is not saved is still there after a look at another page.
  await page.getByRole('link', { name: 'Reception groups' }).click()
  await page.getByRole('link', { name: 'Agent assignment' }).click()
  await expect(capacity).toHaveValue('12')
  await saveForm(page)
  await expect(save).toBeDisabled()
  await page.reload()
  await expect(capacity).toHaveValue('12')

  await page.getByRole('button', { name: 'Set for agents' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '吴桐' }).check()
  await dialog.getByRole('checkbox', { name: '周予安' }).check()
  await dialog.getByRole('textbox', { name: /^Serves at most/u }).fill('4')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const table = page.getByRole('table')
  await expect(table.getByRole('row', { name: /吴桐/u })).toContainText('4')
  await page.getByRole('button', { name: 'Edit 吴桐' }).click()
  await dialog.getByRole('button', { name: /^Back to everybody/u }).click()
  await expect(table.getByRole('row', { name: /吴桐/u })).toHaveCount(0)
})
