/** Three people at three browsers and the real server as a process: a customer in a shop, and two agents at their desks. */
import { join } from 'node:path'

import { chromium, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright'

import { systemClock } from '../../../src/base/clock.ts'
import { silentLogger } from '../../../src/base/logger.ts'
import { sql } from '../../../src/base/sql.ts'
import type { WidgetId } from '../../../src/protocol/model/index.ts'
import { hashPassword } from '../../../src/server/auth/password.ts'
import { openDatabase, type DatabaseAddress } from '../../../src/server/db/open.ts'
import type { Db } from '../../../src/server/db/port.ts'
import { CHROMIUM_ARGS, findChromium, thisMachine } from '../../support/browser.ts'
import { startHostPage } from '../../support/hostPage.ts'
import { startProductServer } from '../../support/productServer.ts'
import { createFolders } from '../lib/folders.ts'
import { seedCompany } from '../walk/seed.ts'
import { expect, PATIENCE_MS } from './expect.ts'
import { saidIn, type Said, type WalkLanguage } from './words.ts'

export interface Look {
  readonly language: WalkLanguage
  readonly theme: 'light' | 'dark'
  readonly viewport: { readonly width: number; readonly height: number }
}

/** A customer on a page of a shop. */
export interface Customer {
  readonly page: Page
  readonly chat: FrameLocator
}

export interface People {
  /** A look past the server. */
  readonly db: Db
  readonly said: Said
  readonly anna: Page
  readonly ben: Page
  /** Somebody new opens the shop that has this entry; whoever was there before has gone. */
  customer(widget: WidgetId): Promise<Customer>
  kill(): Promise<void>
  /** Resolves when the desks say that the server is away. */
  noticed(): Promise<void>
  /** Starts the server again; resolves when everybody says that they are connected. */
  start(): Promise<void>
  /** Takes a picture of each screen into the folder, for whoever looks for a fault. */
  picture(folder: string): Promise<void>
  close(): Promise<void>
}

const BACK_WITHIN_MS = 60_000
const PASSWORD = 'walk-with-me-9'
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** `given`: null for a SQLite file of its own. */
export const openPeople = async (given: DatabaseAddress | null, look: Look): Promise<People> => {
  const said = saidIn(look.language)
  const folders = createFolders()
  const folder = folders.fresh('server')
  const address = given && 'url' in given ? given : { file: `${folder}/foyer.db` }
  await seedCompany(address)
  const db = await openDatabase(address, { clock: systemClock, log: silentLogger })
  const passwordHash = await hashPassword(PASSWORD)
  const list = JSON.stringify({ listMode: { value: 'split', locked: false } })
  await db.transaction(async (tx) => {
    await tx.run(sql`update agents set password_hash = ${passwordHash}`)
    // A list that says how many customers its agent serves.
    await tx.run(sql`
      insert into setting_defaults (organization_id, settings, version)
      select organization_id, ${list}, 1 from organizations`)
  })
  const server = await startProductServer({
    demo: false,
    folder,
    env: { FOYER_LIMIT_SCALE: '1000', ...('url' in address && { DATABASE_URL: address.url }) },
  })
  const executablePath = findChromium(thisMachine(chromium.executablePath()))
  const contexts: BrowserContext[] = []
  const closers: (() => Promise<void>)[] = []
  let present: Customer | null = null

  const browser = async (phone = false): Promise<Page> => {
    const context = await chromium.launchPersistentContext(folders.fresh('profile'), {
      args: CHROMIUM_ARGS,
      ...(executablePath ? { executablePath } : {}),
      locale: look.language,
      colorScheme: look.theme,
      ...(phone ? PHONE : { viewport: look.viewport }),
    })
    context.setDefaultTimeout(PATIENCE_MS)
    contexts.push(context)
    const [page = await context.newPage()] = context.pages()
    return page
  }

  const agent = async (number: number): Promise<Page> => {
    const page = await browser()
    await page.goto(`${server.url}/?lang=${look.language}&theme=${look.theme}`)
    await page.getByRole('textbox', { name: said.desk.signIn.account }).fill(`agent${number}`)
    await page.getByLabel(said.desk.signIn.password).fill(PASSWORD)
    await page.getByLabel(said.desk.signIn.password).press('Enter')
    return page
  }

  const stateOf = (page: Page): Locator =>
    page.getByRole('contentinfo', { name: said.desk.status.region }).getByRole('status')
  /** People press the button rather than wait. */
  const backAtDesk = async (page: Page): Promise<void> => {
    await expect(async () => {
      const again = page.getByRole('button', { name: said.desk.status.retry })
      if (await again.isVisible()) await again.click({ timeout: 500 })
      await expect(stateOf(page)).toHaveText(said.desk.status.connected, { timeout: 1500 })
    }).toPass({ timeout: BACK_WITHIN_MS })
  }
  const backInChat = async ({ chat }: Customer): Promise<void> => {
    const lost = chat.getByText(said.chat.noNetwork)
    await expect(async () => {
      const again = chat.getByRole('button', { name: said.chat.retryNow })
      if (await again.isVisible()) await again.click({ timeout: 500 })
      await expect(lost).toHaveCount(0, { timeout: 1500 })
    }).toPass({ timeout: BACK_WITHIN_MS })
  }
  const everybodyIsBack = async (): Promise<void> => {
    await Promise.all([backAtDesk(anna), backAtDesk(ben), present && backInChat(present)])
  }

  const [anna, ben] = await Promise.all([agent(1), agent(2)])
  await everybodyIsBack()
  return {
    db,
    said,
    anna,
    ben,
    customer: async (widget) => {
      if (present) {
        const gone = contexts.splice(contexts.indexOf(present.page.context()), 1)
        for (const context of gone) await context.close()
      }
      const shop = await startHostPage({ server: server.url, widget, calm: true })
      closers.push(async () => shop.close())
      const page = await browser(true)
      await page.goto(shop.url)
      present = { page, chat: page.frameLocator('iframe') }
      return present
    },
    kill: async () => server.kill(),
    noticed: async () => {
      for (const page of [anna, ben]) await expect(stateOf(page)).not.toHaveText(said.desk.status.connected)
    },
    start: async () => {
      await server.start()
      await everybodyIsBack()
    },
    picture: async (to) => {
      const pages = contexts.flatMap((context) => context.pages())
      await Promise.all(
        pages.map(async (page, index) => page.screenshot({ path: join(to, `${index + 1}.png`) })),
      )
    },
    close: async () => {
      await Promise.all(contexts.map(async (context) => context.close()))
      for (const close of closers) await close()
      await server.dispose()
      await db.close()
      folders.remove()
    },
  }
}

/** Opens the chat by the button on the page unless it is open, in the language of the walk. */
export const openChat = async ({ page, chat }: Customer, said: Said): Promise<void> => {
  const minimise = chat.getByRole('button', { name: /^(?:Minimise|收起)$/u })
  if (!(await minimise.isVisible())) await page.getByRole('button', { name: /chat|咨询|客服/iu }).click()
  await expect(minimise).toBeVisible()
  // The page and the company have languages of their own.
  const menu = chat.getByRole('button', { name: said.other.window, exact: true })
  if (await menu.isVisible()) {
    await menu.click()
    await chat.getByRole('button', { name: said.other.language, exact: true }).click()
  }
  await expect(chat.getByRole('textbox', { name: said.chat.write, exact: true })).toBeVisible()
}
