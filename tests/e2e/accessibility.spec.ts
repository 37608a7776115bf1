import type { Locator } from '@playwright/test'

import { violations } from './support/axe.ts'
import { openShop } from './support/shop.ts'
import { expect, test } from './support/test.ts'
import { visit } from './support/visitor.ts'

const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
] as const

for (const { language, theme } of LOOKS) {
  test(`sign-in, set-up, workbench, pool, search, menus and dialogs have no WCAG 2 AA violation (${language}, ${theme})`, async ({
    server,
    person,
  }) => {
    const context = await person()
    const [page = await context.newPage()] = context.pages()
    const look = `lang=${language}&theme=${theme}`
    const clean = async (what: string): Promise<void> => {
      expect(await violations(page), what).toEqual([])
    }
    /** What was on top is gone, and the keyboard is where it was before. */
    const leave = async (what: Locator): Promise<void> => {
      await page.keyboard.press('Escape')
      await expect(what).toHaveCount(0)
    }
    const dialog = page.getByRole('dialog')
    for (const place of ['', 'setup']) {
      await page.goto(`${server.url}/${place}?${look}&token=none`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await clean(place === '' ? 'sign-in' : place)
    }

    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${server.url}/contact/qimu-home?${look}`)
    await clean('official contacts')

    await page.goto(`${await server.ticketUrl()}&${look}`)
    await page.getByRole('option').first().click()
    await page.getByRole('log').getByRole('article').first().waitFor()
    await clean('workbench')

    await page.keyboard.press('Alt+W')
    await page.getByRole('grid').waitFor()
    await clean('pool')
    await leave(page.getByRole('grid'))

    await page.keyboard.press('Alt+V')
    await page.locator('[data-area="visitors"]').getByRole('combobox').first().waitFor()
    await clean('visitors')
    await leave(page.locator('[data-area="visitors"]'))

    await page.getByRole('complementary').getByRole('button').last().click()
    await dialog.waitFor()
    await clean('block')
    await leave(dialog)

    const row = page.getByRole('option').first()
    await row.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem').last().waitFor()
    await clean('menu of a row')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await expect(page.locator('[role="option"]:focus')).toHaveCount(1)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^(?:Private remark|编辑私人备注名)/u }).click()
    await dialog.waitFor()
    await clean('private remark')
    await leave(dialog)

    const results = page.getByRole('listbox', { name: /^(?:Results|搜索结果)$/u })
    await page.getByRole('combobox').first().fill('e')
    await results.getByRole('option').first().waitFor()
    await clean('search')
    await leave(results)

    await page.keyboard.press('Control+K')
    await dialog.getByRole('option').first().waitFor()
    await clean('palette')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await page.keyboard.insertText(language === 'en' ? 'hot keys' : '热键')
    await dialog
      .getByRole('option')
      .filter({ hasNot: page.locator('kbd') })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-page="keys"]').waitFor()
    await clean('hot keys')
    await leave(dialog)

    await page.keyboard.press('Control+/')
    await dialog.waitFor()
    await clean('keyboard shortcuts')
    await leave(dialog)

    await page.keyboard.press('Alt+T')
    await dialog.getByRole('radio').first().waitFor()
    await clean('transfer')
    await leave(dialog)

    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('menuitem').last().waitFor()
    await clean('account menu')
    await page.getByRole('menuitem').last().click()
    await dialog.waitFor()
    await clean('sign-out')
  })
}

test('R-18-062 the chat in a conversation has no WCAG 2 AA violation in both themes and languages', async ({
  server,
  guest,
}) => {
  // The test's own code runs in the page, so the page leaves the language whole.
  const shop = await openShop(server, { calm: true })
  const visitor = await visit(await guest(), shop.url)
  await visitor.openChat()
  await visitor.send('Hello')
  expect(await violations(visitor.page, { foreignFrames: true })).toEqual([])
  for (const { language, theme } of LOOKS) {
    await visitor.page.goto(`${server.url}/chat/qimu-shop?lang=${language}&theme=${theme}`)
    await visitor.page.getByRole('textbox').waitFor()
    expect(await violations(visitor.page), `${language} ${theme}`).toEqual([])
  }
  await shop.close()
})
