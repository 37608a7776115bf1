import type { Page } from '@playwright/test'

import type { ProductServer } from '../support/productServer.ts'
import { violations } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
] as const

/** Walks all pages of the account center by the keyboard alone. */
const walk = async (
  { page, server, look }: { readonly page: Page; readonly server: ProductServer; readonly look: string },
  at: (name: string) => Promise<void>,
): Promise<number> => {
  await page.goto(`${await server.ticketUrl()}&${look}#/account-center`)
  const links = page.getByRole('navigation').getByRole('link')
  await expect(links.nth(10)).toBeVisible()
  const count = await links.count()
  for (let index = 0; index < count; index += 1) {
    const link = links.nth(index)
    const name = await link.innerText()
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
    await at(name)
  }
  return count
}

for (const { language, theme } of LOOKS) {
  test(`every page of the account center is reached and left by keyboard, fits a small window and has no WCAG 2 AA violation (${language}, ${theme})`, async ({
    server,
    person,
  }) => {
    const context = await person({ language, theme, viewport: { width: 1024, height: 700 } })
    const [page = await context.newPage()] = context.pages()
    const main = page.getByRole('main')
    const seen = await walk({ page, server, look: `lang=${language}&theme=${theme}` }, async (name) => {
      expect(await violations(page), name).toEqual([])
      const beside = (): Promise<number> =>
        main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      await expect.poll(beside, `${name}: beside the window`).toBeLessThanOrEqual(0)

      // The first control of the page is the next one; what opens a dialog gets the focus back from it.
      await expect(async () => {
        await page.getByRole('navigation').getByRole('link').last().focus()
        await page.keyboard.press('Tab')
        await expect(main.locator(':focus'), name).toHaveCount(1, { timeout: 1000 })
      }).toPass()
      const opener = main.locator('.fy-center-head button').last()
      if ((await opener.count()) === 0) return
      await opener.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      expect(await violations(page), `${name}: dialog`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(opener).toBeFocused()
    })
    expect(seen).toBeGreaterThan(10)
  })
}
