import { rmSync } from 'node:fs'

import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { launchChromium } from '../../tests/support/chromium.ts'
import { startHostPage, type HostPage } from '../../tests/support/hostPage.ts'
import { playWidgetServer, type PlayedWidgetServer } from '../../tests/support/playedServer.ts'
import { buildWidget } from '../../tests/support/widgetBuild.ts'

/** The entry on a page with a strict policy, hostile styles and a broken language. */
describe('the entry on somebody else’s page', () => {
  let root: string
  let browser: Browser
  let server: PlayedWidgetServer
  let host: HostPage
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    root = await buildWidget()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(root, { recursive: true })
  })
  beforeEach(async () => {
    server = await playWidgetServer(root)
    host = await startHostPage({ server: server.url, widget: 'w1' })
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
    page = await context.newPage()
    complaints = []
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
  })
  afterEach(async () => {
    await context.close()
    await host.close()
    await server.close()
  })

  const entry = () => page.getByRole('button', { name: /^Chat with us/u })
  const frame = () => page.frameLocator('iframe')
  const field = () => frame().getByRole('textbox', { name: 'Message' })
  const openPage = async (): Promise<void> => {
    await page.goto(host.url)
    await entry().waitFor()
  }

  it('R-18-075 shows itself under a strict policy, with a clean console, and asks nobody but the server', async () => {
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    await openPage()
    expect(server.connections()).toBe(0)
    await entry().click()
    await field().waitFor()
    await expect.poll(() => server.connections()).toBe(1)
    expect(complaints).toEqual([])
    expect([...hosts].sort()).toEqual([host.url, server.url].sort())
  })

  const openCalmPage = async (snippet?: string): Promise<void> => {
    await host.close()
    host = await startHostPage({
      server: server.url,
      widget: 'w1',
      calm: true,
      ...(snippet === undefined ? {} : { snippet }),
    })
    await page.goto(host.url)
    await page.waitForLoadState('networkidle')
  }
  const namesInPage = async (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(window))

  it('R-18-074 adds one name to the page and moves no layout', async () => {
    await openCalmPage('')
    const before = new Set(await namesInPage())
    await openCalmPage()
    await entry().waitFor()
    expect((await namesInPage()).filter((name) => !before.has(name))).toEqual(['foyer'])
    const shift = await page.evaluate(
      async () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const item of list.getEntries()) sum += (item as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => {
            resolve(sum)
          }, 300)
        }),
    )
    expect(shift).toBe(0)
  })

  it('R-18-063 opens with Enter, takes the focus in, and Esc gives it back to the entry', async () => {
    await openPage()
    await entry().focus()
    await page.keyboard.press('Enter')
    await frame().locator('textarea:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('iframe').waitFor({ state: 'hidden' })
    await page.locator('button.entry:focus').waitFor()
    await page.keyboard.press('Space')
    await page.locator('iframe').waitFor({ state: 'visible' })
    expect(await page.locator('html[data-error]').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is a layer of 380 × 620 on computers and the whole screen on phones', async () => {
    await openPage()
    await entry().click()
    await field().waitFor()
    const box = await page.locator('iframe').boundingBox()
    expect(box).toMatchObject({ width: 380, height: 620 })
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 })
  })

  it('the frame is sandboxed, named, and of another origin', async () => {
    await openPage()
    await entry().click()
    const element = page.locator('iframe')
    expect(await element.getAttribute('sandbox')).toBe(
      'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads',
    )
    expect(await element.getAttribute('title')).toBe('Chat window')
    expect(new URL((await element.getAttribute('src')) ?? '').origin).toBe(server.url)
  })

  it('R-18-078 the page learns how many answers are unread, and forged messages do nothing', async () => {
    await openCalmPage()
    await entry().click()
    await field().fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => server.texts()).toEqual(['hello'])
    await page.keyboard.press('Escape')
    // An answer that comes while the window is still open has been read.
    await page.getByRole('button', { name: 'Chat with us', expanded: false }).waitFor()
    server.say('a secret answer')
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    await page.evaluate(() => {
      for (let number = 0; number < 200; number += 1) {
        window.postMessage({ foyer: 'foyer/1', kind: 'unread', count: 99, talked: true }, '*')
        window.frames[0]?.postMessage({ foyer: 'foyer/1', kind: 'evil' }, '*')
      }
    })
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    // R-18-038: on the next visit the answer is still counted, without opening anything.
    await page.reload()
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('R-18-080 hides when the server is gone, without an error of the page', async () => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await openPage()
    await server.down()
    await entry().click()
    await expect.poll(async () => page.getByRole('button').count(), { timeout: 10_000 }).toBe(0)
    await page.reload()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(errors).toEqual([])
  })

  it('R-18-077 the same line twice makes one entry, another widget a second one', async () => {
    const lines = ['w1', 'w1', 'w2'].map(
      (id) => `<script async src="{{server}}/foyer.js" data-widget="${id}" data-color="#aa3300"></script>`,
    )
    await openCalmPage(lines.join('\n'))
    await entry().first().waitFor()
    await expect.poll(async () => entry().count()).toBe(2)
    const color = await entry()
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(color).toBe('rgb(170, 51, 0)')
  })

  it('opens, closes and forgets when the page says so', async () => {
    await openCalmPage()
    const call = async (instruction: string): Promise<void> => {
      await page.evaluate((name) => {
        const { foyer } = window as unknown as { foyer: (name: string) => void }
        foyer(name)
      }, instruction)
    }
    await call('open')
    await field().fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => server.texts()).toEqual(['hello'])
    await call('close')
    await page.locator('iframe').waitFor({ state: 'hidden' })
    await call('unknown')
    await call('shutdown')
    await page.locator('iframe').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.reload()
    await entry().waitFor()
    await call('open')
    await expect
      .poll(() =>
        server.received.flatMap((frame) => (frame.t === 'hello' && 'after' in frame ? [frame.token] : [])),
      )
      .toEqual([null, null])
  })
})
