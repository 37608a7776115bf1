/** The screens as they are shipped, in a browser, under the server's policy, over a made-up desk; anew for each test. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'

import { violationsIn, WCAG_AA } from './accessible.ts'
import { launchChromium } from './chromium.ts'
import type { FakeClient } from './fakeClient.ts'
import { openGallery, type Gallery } from './gallery.ts'

export interface WorkbenchStage {
  readonly url: string
  readonly context: BrowserContext
  readonly page: Page
  /** Opens the workbench anew. */
  readonly open: (query?: string) => Promise<void>
  /** The area of the list, and the rows in it. */
  readonly list: () => Locator
  readonly rows: () => Locator
  /** One conversation in the list. */
  readonly row: (index: number) => Locator
  /** Chooses the first of the desk's conversations, which is running. */
  readonly chooseFirst: () => Promise<void>
  /** The workbench anew, with the first conversation open. */
  readonly openFirst: () => Promise<void>
  /** Where answers are written. */
  readonly field: () => Locator
  readonly thread: () => Locator
  /** A colour as the theme has it, by the name of its variable. */
  readonly colorOf: (name: string) => Promise<string>
  /** Runs in the page: it sees nothing but its argument. */
  readonly fake: <T>(act: (client: FakeClient) => T | Promise<T>) => Promise<T>
  /** What was asked of the core under this name. */
  readonly calls: (name: string) => Promise<unknown[]>
  /** A page is about to complain, as it should. */
  readonly forgive: () => void
  readonly expectAccessible: () => Promise<void>
}

/** The first build compiles everything, beside other tests that want the same processors. */
const LONGEST_BUILD_MS = 240_000

/** All rules over the whole workbench, on a machine with other things to do. */
const LONGEST_CHECK_MS = 60_000

/** To be called once in a file, outside its tests. What a page complains about fails the test. */
export const useWorkbench = (): (() => WorkbenchStage) => {
  let gallery: Gallery | undefined
  let browser: Browser | undefined
  let url: string
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    gallery = await openGallery()
    ;({ url } = gallery)
    browser = await launchChromium()
  }, LONGEST_BUILD_MS)
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })
  beforeEach(async () => {
    if (!browser) throw new Error('there is no browser')
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })
    page = await context.newPage()
    complaints = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text())
    })
  })
  afterEach(async () => {
    await context.close()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${url}?lang=en&${query}`)
  }
  const list = (): Locator => page.getByRole('region', { name: 'Conversations' })
  const row = (index: number): Locator => page.locator(`[data-id="conversation-${index}"]`)
  const field = (): Locator => page.getByRole('textbox', { name: 'Message', exact: true })
  const chooseFirst = async (): Promise<void> => {
    await row(0).click()
    await field().waitFor()
  }

  return () => ({
    ...{ url, page, context, open, list, row, field, chooseFirst },
    rows: () => list().getByRole('option'),
    openFirst: async () => {
      await open()
      await chooseFirst()
    },
    thread: () => page.getByRole('log'),
    colorOf: (name) => {
      const read = `(() => {
        const probe = document.createElement('i')
        probe.style.color = 'var(${name})'
        document.body.append(probe)
        const { color } = getComputedStyle(probe)
        probe.remove()
        return color
      })()`
      return page.evaluate(read) as Promise<string>
    },
    fake: <T>(act: (client: FakeClient) => T | Promise<T>) =>
      page.evaluate(`(${act.toString()})(window.fake)`) as Promise<T>,
    calls: (name) => {
      const wanted = JSON.stringify(name)
      const asked = `window.fake?.calls.filter((call) => call.name === ${wanted}).map(({ args }) => args) ?? []`
      return page.evaluate(asked) as Promise<unknown[]>
    },
    forgive: () => {
      complaints = []
    },
    expectAccessible: async () => {
      // What fades in is judged when it is there.
      await expect
        .poll(() => violationsIn(page, { tags: WCAG_AA }), { interval: 500, timeout: LONGEST_CHECK_MS })
        .toEqual([])
    },
  })
}
