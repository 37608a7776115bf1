/** The workbench in English, as an agent finds it: by roles and names. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'

import type { ProductServer } from '../../support/productServer.ts'
import type { DemoAccount } from './shop.ts'

export interface Desk {
  readonly page: Page
  readonly list: Locator
  readonly log: Locator
  readonly field: Locator
  /** Why nothing can be sent; one can write meanwhile, and Enter does nothing. */
  readonly lock: Locator
  readonly search: Locator
  /** The connection in words. */
  readonly connection: Locator
  row(name: string | RegExp): Locator
  /** Messages of the open conversation with this text. */
  message(text: string): Locator
  open(name: string | RegExp): Promise<void>
  /** Opens the conversation in which this was said, by searching for it. */
  openSaying(text: string): Promise<void>
  send(text: string): Promise<void>
}

export const deskIn = (page: Page): Desk => {
  const list = page.getByRole('region', { name: 'Conversations' }).getByRole('listbox')
  const log = page.getByRole('log')
  const field = page.getByRole('form', { name: 'Answer' }).getByRole('textbox', { name: 'Message' })
  const lock = page.locator('#fy-composer-lock')
  const search = page.getByRole('combobox', { name: 'Search' })
  const row = (name: string | RegExp): Locator => list.getByRole('option', { name })
  return {
    page,
    list,
    log,
    field,
    lock,
    search,
    connection: page.getByRole('contentinfo', { name: 'Status' }).getByRole('status'),
    row,
    message: (text) => log.getByRole('article').filter({ hasText: text }),
    open: async (name) => {
      await row(name).click()
      await expect(field).toBeFocused()
    },
    openSaying: async (text) => {
      const hits = page
        .getByRole('listbox', { name: 'Results' })
        .getByRole('option')
        // What offers to look elsewhere for the same words is no hit.
        .filter({ hasText: text, hasNotText: /all agents|全员消息记录/ })
      // What opens by itself just then takes the keyboard, and the results close.
      await expect(async () => {
        await search.fill(text)
        await hits.first().click({ timeout: 5_000 })
      }).toPass()
      await expect(log).toContainText(text)
      await expect(field).toBeFocused()
    },
    send: async (text) => {
      await field.fill(text)
      await expect(lock).toHaveCount(0)
      await field.press('Enter')
      await expect(field).toHaveValue('')
    },
  }
}

/** The cell that selects a waiting customer. */
export const poolTick = (pool: Locator, name: string): Locator =>
  pool.getByRole('gridcell').filter({ has: pool.page().getByRole('checkbox', { name: `Select ${name}` }) })

/** Signed in to the demonstration by a one-time address. */
export const openDesk = async (
  context: BrowserContext,
  server: ProductServer,
  look: { readonly lang?: string; readonly theme?: string } = {},
): Promise<Desk> => {
  const [page = await context.newPage()] = context.pages()
  const url = new URL(await server.ticketUrl())
  url.searchParams.set('lang', look.lang ?? 'en')
  if (look.theme) url.searchParams.set('theme', look.theme)
  await page.goto(url.href)
  const desk = deskIn(page)
  if (look.lang === undefined || look.lang === 'en') await expect(desk.connection).toHaveText('Connected')
  return desk
}

/** Signed in by name and password. */
export const signIn = async (
  context: BrowserContext,
  server: ProductServer,
  { account, password }: DemoAccount,
): Promise<Desk> => {
  const [page = await context.newPage()] = context.pages()
  await page.goto(`${server.url}/?lang=en`)
  await page.getByRole('textbox', { name: 'Account' }).fill(account)
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('Password').press('Enter')
  const desk = deskIn(page)
  await expect(desk.connection).toHaveText('Connected')
  return desk
}
