import type { Page } from '@playwright/test'

import { openDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

const openListSettings = async (page: Page) => {
  await page.getByRole('button', { name: /^Account and settings/u }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Conversation list' }).click()
  return settings
}

test('R-03-031 R-03-056 an agent arranges the list, marks rows, finds them by a filter, and clears the rest', async ({
  server,
  person,
}) => {
  const desk = await openDesk(await person(), server)
  const other = await openDesk(await person(), server)
  const { page, list } = desk
  const rows = list.getByRole('option')
  const idsIn = async (where: typeof list): Promise<(string | null)[]> =>
    where.getByRole('option').evaluateAll((found) =>
      found
        .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
        .slice(0, 6)
        .map((row) => row.dataset['id'] ?? null),
    )

  const settings = await openListSettings(page)
  await settings.getByText('In session and all').click()
  await settings.getByText('Order of entry', { exact: true }).click()
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('tab', { name: /^In session \d+\/\d+$/u })).toBeVisible()
  await page.keyboard.press('Alt+Q')
  await expect(page.getByRole('tab', { name: 'All', exact: true })).toHaveAttribute('aria-selected', 'true')

  // The row is dragged to the top; the agent's other browser shows it there too.
  await expect.poll(async () => (await idsIn(list)).length).toBe(6)
  const [first, second, third, fourth] = await idsIn(list)
  const dragged = list.locator(`[data-id="${fourth ?? ''}"]`)
  await dragged.hover()
  await page.mouse.down()
  await list.locator(`[data-id="${second ?? ''}"]`).hover()
  await rows.first().hover({ position: { x: 40, y: 4 } })
  await page.mouse.up()
  await expect.poll(async () => (await idsIn(list)).slice(0, 4)).toEqual([fourth, first, second, third])
  await dragged.click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(async () => (await idsIn(list)).slice(0, 4)).toEqual([first, fourth, second, third])
  await other.page.getByRole('tab', { name: 'All', exact: true }).click()
  await expect.poll(async () => (await idsIn(other.list)).slice(0, 4)).toEqual([first, fourth, second, third])

  // A mark is made, and set by its digit.
  await page.keyboard.press('Alt+C')
  await page.getByRole('button', { name: 'Settings…' }).click()
  const editor = page.getByRole('dialog', { name: 'Colour marks' })
  for (const name of ['Later', 'Gift']) {
    await editor.getByRole('button', { name: 'Add a mark' }).click()
    await editor.getByRole('textbox', { name: 'Name' }).last().fill(name)
  }
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Gift' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  await expect(dragged.getByRole('img', { name: 'Later · Gift' })).toBeVisible()
  await expect(other.list.getByRole('img', { name: 'Later · Gift' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(dragged.getByRole('img', { name: 'Gift', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('region', { name: 'Conversations' }).getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('checkbox', { name: 'Gift' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 hit', { exact: true })).toBeVisible()
  await expect(rows).toHaveCount(1)
  // It matches no more, and stays for as long as it is open.
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('menuitemcheckbox', { name: 'Gift' })).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByText('0 hits')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear filter' }).click()

  await expect.poll(async () => rows.count()).toBeGreaterThan(5)
  await rows.first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Clear the list…' }).click()
  const clear = page.getByRole('dialog', { name: 'Clear the list…' })
  await clear.getByRole('button', { name: /^Clear \d+ rows$/u }).click()
  await expect(page.getByText(/^The list was cleared of \d+ conversations/u)).toBeVisible()
  await page.keyboard.press('Alt+Z')
  await expect.poll(async () => (await idsIn(list)).slice(0, 4)).toEqual([first, fourth, second, third])
})
