/** A desk as an agent finds it: by roles and names, in the language of the walk. */
import type { Locator, Page } from 'playwright'

import { expect, PATIENCE_MS } from './expect.ts'
import type { Told } from './step.ts'
import { like, type Said } from './words.ts'

export interface DeskScreen {
  readonly page: Page
  readonly list: Locator
  readonly log: Locator
  readonly field: Locator
  readonly pool: Locator
  /** Opens the conversation whose row shows this. */
  open(text: string | RegExp): Promise<void>
  message(text: string): Locator
  /** A button of the head of the conversation, or of the bar. */
  button(name: string | RegExp): Locator
  openPool(): Promise<void>
  /** How many wait, as the status bar says. */
  waiting(count: number): Promise<void>
  /** How many customers the agent serves, as the list says. */
  serves(count: number): Promise<void>
  /** Something failed for want of a connection, and it says so. */
  saysOffline(): Promise<Told>
}

export const deskOn = (page: Page, { desk }: Said): DeskScreen => {
  const list = page.getByRole('region', { name: desk.conversations.region }).getByRole('listbox')
  const log = page.getByRole('log')
  const field = page
    .getByRole('form', { name: desk.composer.region })
    .getByRole('textbox', { name: desk.composer.field })
  const pool = page.getByRole('region', { name: desk.pool.title })
  return {
    page,
    list,
    log,
    field,
    pool,
    open: async (text) => {
      // A pointer over the rows holds them.
      await page.mouse.move(700, 20)
      const row = list.getByRole('option').filter({ hasText: text }).first()
      // People see whom they have opened, and click again.
      await expect(async () => {
        await row.click({ timeout: 5000 })
        await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 1500 })
      }).toPass({ timeout: PATIENCE_MS })
      await expect(log).toBeVisible()
    },
    message: (text) => log.getByRole('article').filter({ hasText: text }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    openPool: async () => {
      if (!(await pool.isVisible())) await page.keyboard.press('Alt+W')
      await expect(pool).toBeVisible()
    },
    waiting: async (count) => {
      // How long the first of them has waited may follow.
      const name = new RegExp(`^${desk.status.pool}\\s*${count}(?!\\d)`, 'u')
      await expect(page.getByRole('button', { name })).toBeVisible()
    },
    serves: async (count) => {
      await expect(page.getByRole('tab').first()).toContainText(`${count}/1`)
    },
    saysOffline: async () => {
      await expect(page.getByText(like(desk.errors.offline)).first()).toBeVisible()
      return 'again'
    },
  }
}
