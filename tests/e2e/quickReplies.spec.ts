import type { Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { watchTexts } from './support/passing.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

/** What an input method shows before the word is chosen, and the word. */
const compose = async (page: Page, typed: string, word: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { length } = typed
  await session.send('Input.imeSetComposition', { text: typed, selectionStart: length, selectionEnd: length })
  // Of the list that is open, or of the field: the key belongs to the input method.
  await page.keyboard.press('ArrowDown')
  await session.send('Input.insertText', { text: word })
  await session.detach()
}

test('R-03-094 R-06-101 R-06-103 R-06-112 a reply is made, found behind # in Chinese, by initials and behind /, asks for what is not known, and is sent; the company imports many and takes a deletion back', async ({
  server,
  person,
  guest,
}) => {
  const shop = await openShop(server)
  const desk = await openDesk(await person(), server)
  const { page } = desk
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('How do I send it back?')
  await desk.openSaying('How do I send it back?')

  const tools = page.getByRole('toolbar', { name: 'Writing tools' })
  await tools.getByRole('button', { name: 'Quick replies' }).click()
  await page.getByRole('button', { name: 'New and import' }).click()
  await page.getByRole('menuitem', { name: 'New quick reply' }).click()
  const editor = page.getByRole('dialog', { name: 'New quick reply' })
  await editor.getByRole('combobox', { name: /^Group/u }).fill('退换')
  await editor.getByRole('textbox', { name: 'Title' }).fill('退货流程')
  await editor.getByRole('textbox', { name: 'Message 1' }).fill('Hello ')
  await editor.getByRole('button', { name: 'Customer name' }).click()
  await editor.getByRole('button', { name: 'Another message' }).click()
  await editor.getByRole('textbox', { name: 'Message 2' }).fill('Please use the label in the parcel.')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  const panel = page.getByRole('dialog', { name: 'Quick replies' })
  await panel.getByRole('combobox', { name: 'Search quick replies' }).fill('thlc')
  await expect(panel.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  // Behind a #, as an input method writes it; Enter sends both messages, once the name is known.
  await desk.field.focus()
  await page.keyboard.type('#')
  const offered = page.getByRole('listbox', { name: 'Quick replies' })
  await expect(offered.getByRole('option').first()).toBeVisible()
  await compose(page, "tui'huo", '退货流')
  await expect(offered.getByRole('option')).toHaveCount(1)
  await expect(offered.getByRole('option')).toContainText('Own · 退换')
  await page.keyboard.press('Escape')
  await expect(offered).toBeHidden()
  await expect(desk.field).toHaveValue('#退货流')
  await page.keyboard.type('程')
  await expect(offered).toBeHidden()
  await desk.field.fill('')
  await page.keyboard.type('#thlc')
  await expect(offered.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(desk.field).toHaveValue('')
  const ask = page.getByRole('group', { name: /^Not known/u })
  await expect(ask.getByRole('textbox', { name: 'Customer name' })).toBeFocused()
  await page.keyboard.type('Li Lei')
  await page.keyboard.press('Enter')
  await expect(visitor.messages).toContainText('Hello Li Lei')
  await expect(visitor.messages).toContainText('Please use the label in the parcel.')
  await expect(desk.field).toBeFocused()
  await page.keyboard.type('#thlc')
  await expect(offered.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(desk.field).toHaveValue('Hello {customer name}\n\nPlease use the label in the parcel.')
  await desk.field.fill('')

  // Behind a "/" they stand above the commands; nothing there sends by itself.
  await page.keyboard.type('/thlc')
  const offeredBoth = page.getByRole('listbox', { name: 'Quick replies and commands' })
  await expect(offeredBoth.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(desk.field).toHaveValue('Hello {customer name}\n\nPlease use the label in the parcel.')
  await desk.field.fill('')

  // The company's library: a check report first, then the import; a deletion is taken back.
  await page.goto(`${server.url}/?lang=en#/account-center/reception/quick-replies`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const importing = page.getByRole('dialog', { name: 'Import company quick replies' })
  const table = '分组,标题,内容\r\n海外,Customs,"We pay the customs, always."\r\n,Nothing,here\r\n'
  await importing
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'replies.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await expect(importing.getByRole('status')).toContainText('Can be imported: 1 reply')
  await expect(importing.getByRole('status')).toContainText('Row 3 NothingNo group')
  await importing.getByRole('button', { name: 'Import 1 reply' }).click()
  await expect(importing).toBeHidden()
  await page.getByRole('textbox', { name: 'Search', exact: true }).fill('customs')
  const row = page.getByRole('row', { name: /Customs/u })
  await expect(row).toContainText('We pay the customs, always.')
  const rows = await watchTexts(page, 'main')
  // It can be taken back for a moment only: the hand is there before.
  const undo = page.getByRole('button', { name: /Undo/u })
  await expect(undo).toHaveCount(0)
  await Promise.all([undo.click(), row.getByRole('button', { name: 'Delete “Customs”' }).click()])
  await expect.poll(rows).toContainEqual(expect.not.stringContaining('We pay the customs, always.'))
  await expect(row).toHaveCount(1)
})
