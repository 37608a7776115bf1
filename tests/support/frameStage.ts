/** The customer's window as it is shipped, in a browser, against a server that the test plays; anew for each test. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'

import { violationsIn } from './accessible.ts'
import { launchChromium } from './chromium.ts'
import { playWidgetServer, type PlayedWidgetServer } from './playedServer.ts'
import { buildWidget } from './widgetBuild.ts'

export interface FrameStage {
  readonly server: PlayedWidgetServer
  readonly context: BrowserContext
  readonly page: Page
  /** The same on another device; it is the page of the stage from then on. */
  readonly lookFrom: (device: BrowserContextOptions) => Promise<Page>
  readonly open: (query?: string) => Promise<void>
  readonly field: () => Locator
  readonly list: () => Locator
  /** Once it is there the window knows what the company offers. */
  readonly tool: (name: string) => Locator
  readonly write: (text: string) => Promise<void>
  /** What was written, as it came to the server. */
  readonly sent: () => PlayedWidgetServer['received']
  readonly expectAccessible: () => Promise<void>
}

/** To be called once in a file, outside its tests. What a page complains about fails the test. */
export const useFrame = (): (() => FrameStage) => {
  let root: string
  let browser: Browser
  let server: PlayedWidgetServer
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    root = await buildWidget()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
  })
  beforeEach(async () => {
    server = await playWidgetServer(root)
    context = await browser.newContext({ viewport: { width: 380, height: 620 }, locale: 'en' })
    page = await context.newPage()
    complaints = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy/u.test(message.text())) complaints.push(message.text())
    })
  })
  afterEach(async () => {
    await context.close()
    await server.close()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })

  const field = () => page.getByRole('textbox', { name: 'Message' })
  const list = () => page.getByRole('region', { name: 'Messages' })
  const tool = (name: string) => page.getByRole('button', { name, exact: true })
  const open = async (query = ''): Promise<void> => {
    await page.goto(`${server.url}/chat/w1${query}`)
    await expect.poll(() => server.connections()).toBeGreaterThan(0)
  }
  const write = async (text: string): Promise<void> => {
    await field().fill(text)
    await field().press('Enter')
  }
  const sent = () =>
    server.received.filter((frame) => frame.t === 'command' && frame.name === 'customer.write')
  const expectAccessible = async (): Promise<void> => {
    expect(await violationsIn(page)).toEqual([])
  }
  const lookFrom = async (device: BrowserContextOptions): Promise<Page> => {
    await context.close()
    context = await browser.newContext(device)
    page = await context.newPage()
    return page
  }

  return () => ({
    ...{ server, context, page, lookFrom, open },
    ...{ field, list, tool, write, sent, expectAccessible },
  })
}
