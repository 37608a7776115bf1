import type { Browser, BrowserContext, ConsoleMessage, FrameLocator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { launchChromium } from '../../tests/support/chromium.ts'
import { startHostPage, type HostPage } from '../../tests/support/hostPage.ts'
import { playWidgetServer, publicEntry, type PlayedWidgetServer } from '../../tests/support/playedServer.ts'
import { buildWidget } from '../../tests/support/widgetBuild.ts'
import type { InvitationId } from '../protocol/model/index.ts'
import type { VisitAnswer } from '../protocol/wire/index.ts'

const invitedTo = (
  more: Partial<NonNullable<VisitAnswer['invitation']>>,
  style: 'card' | 'bar' = 'card',
): VisitAnswer => ({
  on: true,
  nextMs: 60_000,
  invitation: {
    id: 'i1' as InvitationId,
    look: { style, title: 'Hello', text: '', color: '#7a1f4b', accept: '', acceptIm: '', decline: '' },
    pictureUrl: null,
    web: true,
    imUrl: null,
    agentName: null,
    ...more,
  },
})

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
  /** The window is there, and the page has given it the focus: what it does by itself is over. */
  const focused = async (): Promise<void> => frame().locator('textarea:focus').waitFor()
  /** The window is closed, and the focus is where it was before. */
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await page.locator('iframe').waitFor({ state: 'hidden' })
    await page.locator('button.entry:focus').waitFor()
  }
  /** What the page tells the window arrives in order: with this all of it is there. */
  const windowHasHeard = async (): Promise<void> => {
    const inside = frame().locator('body')
    await inside.evaluate(() => {
      const heard = new Promise((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data === 'heard') resolve(true)
        })
      })
      Reflect.set(window, 'heardAll', heard)
    })
    await page.locator('iframe').evaluate((element: HTMLIFrameElement) => {
      element.contentWindow?.postMessage('heard', '*')
    })
    await inside.evaluate(async () => Reflect.get(window, 'heardAll') as Promise<unknown>)
  }
  const boxOf = async (): Promise<unknown> => page.locator('iframe').boundingBox()
  const openPage = async (): Promise<void> => {
    await page.goto(host.url)
    await entry().waitFor()
  }

  it('R-18-075 R-18-083 R-02-033 is one script line that shows itself under a strict policy, with a clean console, and asks nobody but the server', async () => {
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
  }
  const namesInPage = async (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(window))

  it('R-18-074 R-18-068 R-02-033 adds one name to the page, is isolated from its styles and moves no layout', async () => {
    await openCalmPage('')
    await page.waitForLoadState('networkidle')
    const before = new Set(await namesInPage())
    await openCalmPage()
    await entry().waitFor()
    await page.waitForLoadState('networkidle')
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
    await focused()
    await close()
    await page.keyboard.press('Space')
    await focused()
    // Also from where nothing can have the focus.
    await frame().getByRole('heading').click()
    await close()
    expect(await page.locator('html[data-error]').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is a layer of 380 × 620 on computers and the whole screen on phones', async () => {
    await openPage()
    await entry().click()
    await field().waitFor()
    await expect.poll(boxOf).toMatchObject({ width: 380, height: 620 })
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(boxOf).toEqual({ x: 0, y: 0, width: 360, height: 740 })
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
    // An answer that comes while the window is still open has been read.
    await close()
    await windowHasHeard()
    server.say('a secret answer')
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    await page.locator('iframe').evaluate((element: HTMLIFrameElement) => {
      for (let number = 0; number < 200; number += 1) {
        window.postMessage({ foyer: 'foyer/1', kind: 'unread', count: 99, talked: true }, '*')
        element.contentWindow?.postMessage({ foyer: 'foyer/1', kind: 'evil' }, '*')
      }
    })
    await windowHasHeard()
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    // R-18-038: on the next visit the answer is still counted, without opening anything.
    await page.reload()
    await page.getByRole('button', { name: 'Chat with us, 1 unread' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('R-18-038 whoever has agreed in the window is notified of an answer while they look elsewhere, without its words', async () => {
    await page.addInitScript(() => {
      const scope = globalThis as unknown as Record<string, unknown>
      scope.shown = []
      scope.asked = 0
      scope.Notification = class extends EventTarget {
        static requestPermission = async () => {
          scope.asked = Number(scope.asked) + 1
          return Promise.resolve('granted')
        }
        constructor(title: string, { body }: { body: string }) {
          super()
          ;(scope.shown as string[]).push(`${title}: ${body}`)
        }
      }
      Object.defineProperty(document, 'visibilityState', {
        get: () => (scope.isHidden === true ? 'hidden' : 'visible'),
      })
    })
    await openCalmPage()
    await entry().click()
    await field().fill('hello')
    await page.keyboard.press('Enter')
    server.become({ session: 'active' })
    const answered = frame().getByRole('group', { name: 'Be notified of new answers' })
    await answered.waitFor()
    expect(await page.evaluate('asked')).toBe(0)
    await answered.getByRole('button', { name: 'Notify me' }).click()
    await frame().getByText('You are notified of new answers').waitFor()
    expect(await page.evaluate('asked')).toBe(1)
    server.say('seen')
    await frame().getByText('seen', { exact: true }).waitFor()
    for (const one of page.frames()) await one.evaluate('isHidden = true')
    server.say('a secret answer')
    await expect
      .poll(async () => page.evaluate('shown'))
      .toEqual(['Qimu Home: There is a new answer for you'])
  })

  it('R-18-043 an invitation shows its picture and its entries, and one with an account is taken along to its page', async () => {
    server.visit = invitedTo({ pictureUrl: '/widget/picture/w1/p1', imUrl: '/chat/members' })
    await openCalmPage()
    const invitation = page.locator('section[aria-label="Hello"]')
    await invitation.locator('canvas').waitFor()
    await expect
      .poll(async () => invitation.getByRole('button').allTextContents())
      .toEqual(['Chat now', 'Chat with an account', 'No, thanks', '×'])
    const opened = context.waitForEvent('page')
    await invitation.getByRole('button', { name: 'Chat with an account' }).click()
    const other = await opened
    await expect.poll(() => other.url()).toContain('/chat/members')
    const answer = () => server.visits.find((told) => told.has('answer'))
    await expect.poll(() => String(answer())).toContain('answer=i1&accepted=1&elsewhere=1')
    await expect
      .poll(() => server.received.find((frame) => frame.t === 'hello'))
      .toMatchObject({ widgetId: 'members', visit: answer()?.get('key') })
    // The key of the visit is nobody's who is given the address.
    await expect.poll(() => other.url()).not.toContain('visit')
    expect(await frame().locator('body').count()).toBe(0)
  })

  it('R-18-045 an invitation leaves when the chat is opened: whoever has it open is there already', async () => {
    server.visit = invitedTo({})
    await openCalmPage()
    const invitation = page.getByRole('region', { name: 'Hello' })
    await invitation.waitFor()
    await entry().click()
    await focused()
    expect(await invitation.count()).toBe(0)
  })

  it('R-18-045 on a phone no button of an invitation lies under an entry with words', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    const texts = { title: 'Kettle help', text: 'We answer at once' }
    server.entry = { state: 'active', entry: publicEntry({ style: 'card', ...texts }) }
    server.visit = invitedTo({}, 'bar')
    await openCalmPage()
    const card = page.getByRole('button', { name: /Kettle help/u })
    await card.waitFor()
    const invitation = page.getByRole('region', { name: 'Hello' })
    await invitation.waitFor()
    const covered = await card.boundingBox()
    for (const button of await invitation.getByRole('button').all()) {
      const box = await button.boundingBox()
      if (!covered || !box) throw new Error('not on the screen')
      const isBeside = box.x + box.width <= covered.x || box.y + box.height <= covered.y
      expect(isBeside, (await button.textContent()) ?? '').toBe(true)
    }
  })

  it('R-18-051 the page remembers the visitor as the company has set, from the first talk on', async () => {
    const kept = async (): Promise<string | null> =>
      page.evaluate(() => localStorage.getItem('foyer:w1:visit'))
    const things = async (): Promise<unknown[]> =>
      Promise.all(
        page.frames().map(async (one) => one.evaluate('localStorage.length + sessionStorage.length')),
      )
    await openCalmPage()
    await entry().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await kept()).toBeNull()
    await entry().click()
    await field().fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => server.texts()).toEqual(['hello'])
    await expect.poll(kept).toMatch(/^[\da-f]{32} 1 \d{13}$/u)
    server.settings = { ...server.settings, cookies: 'none' }
    server.entry = { state: 'active', entry: publicEntry({ cookies: 'none' }) }
    await page.reload()
    await entry().click()
    await frame().getByText('the history is lost when you close the page').waitFor()
    await field().fill('again')
    await page.keyboard.press('Enter')
    await expect.poll(() => server.texts()).toContain('again')
    await expect.poll(things).toEqual([0, 0])
  })

  it('R-18-080 R-02-033 hides when the server is gone, without an error of the page', async () => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await openPage()
    await server.down()
    await entry().click()
    await expect.poll(async () => page.getByRole('button').count()).toBe(0)
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
    const color = async (): Promise<string> =>
      entry()
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    await expect.poll(color).toBe('rgb(170, 51, 0)')
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
    await expect.poll(async () => page.evaluate(() => localStorage.length)).toBe(0)
    await page.reload()
    await entry().waitFor()
    await call('open')
    await expect
      .poll(() =>
        server.received.flatMap((frame) => (frame.t === 'hello' && 'after' in frame ? [frame.token] : [])),
      )
      .toEqual([null, null])
  })

  it('R-18-055 who signs out of the page is forgotten, whatever the window still says and however early they do', async () => {
    const nothing = async (): Promise<void> => {
      await page.locator('iframe').waitFor({ state: 'detached' })
      await expect.poll(async () => page.evaluate(() => localStorage.length)).toBe(0)
    }
    await openCalmPage()
    await entry().click()
    await field().fill('hello')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => localStorage.getItem('foyer:w1:talked'))
    await frame()
      .locator('body')
      .evaluate(() => {
        addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
          if (data.kind !== 'erase') return
          parent.postMessage({ foyer: 'foyer/1', kind: 'unread', count: 0, talked: true }, '*')
        })
      })
    await page.evaluate('foyer("shutdown")')
    await nothing()
    // Before the window was needed on the next page: it is loaded only to forget.
    server.entry = { state: 'active', entry: publicEntry({ opens: 'page' }) }
    await page.evaluate(() => {
      localStorage.setItem('foyer:w1:talked', '1')
    })
    const hellos = server.received.filter(({ t }) => t === 'hello').length
    await page.reload()
    await entry().waitFor()
    const loading = page.waitForRequest((request) => request.url().includes('/widget/frame.html'))
    await page.evaluate('foyer("shutdown")')
    await loading
    await nothing()
    // What only forgets talks to nobody.
    expect(server.received.filter(({ t }) => t === 'hello')).toHaveLength(hellos)
  })

  it('R-18-009 R-02-029 a closed entry, and one of another site, shows nothing and says so in one line', async () => {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    for (const state of ['closed', 'foreign'] as const) {
      server.entry = state === 'closed' ? { state, company: 'Qimu', others: [] } : { state }
      said.length = 0
      await openCalmPage()
      await expect.poll(() => said).toEqual([expect.stringContaining('w1')])
      expect(await page.getByRole('button').count()).toBe(0)
    }
    expect(complaints).toEqual([])
  })

  it('R-02-030 a card says what the company wrote, at the spot and in the colour it chose', async () => {
    const spot = { anchor: 'bottom-left', x: 40, y: 60 } as const
    server.entry = {
      state: 'active',
      entry: publicEntry({
        style: 'card',
        title: 'Advice',
        text: 'We answer now',
        color: '#15803d',
        web: { spot, pictureUrl: null },
      }),
    }
    await openCalmPage()
    const card = page.getByRole('button', { name: 'Chat with us · Advice We answer now' })
    await expect
      .poll(async () => card.evaluate((button) => getComputedStyle(button).backgroundColor))
      .toBe('rgb(21, 128, 61)')
    const place = async (): Promise<unknown> => {
      const box = await card.boundingBox()
      return [box?.x, 800 - (box?.y ?? 0) - (box?.height ?? 0)]
    }
    await expect.poll(place).toEqual([40, 60])
    // R-02-031: on a narrow screen it has a spot of its own.
    await page.setViewportSize({ width: 500, height: 800 })
    await expect.poll(async () => Math.round((await card.boundingBox())?.x ?? 0)).toBeGreaterThan(200)
  })

  it('R-18-003 R-18-004 R-02-032 elements of the page open the chat, also those that appear later, by keyboard too', async () => {
    server.entry = {
      state: 'active',
      entry: publicEntry({ style: 'element', title: 'Help', selectors: ['#help', '.later'] }),
    }
    await openCalmPage(`<p id="help"></p><script async src="{{server}}/foyer.js" data-widget="w1"></script>`)
    const trigger = page.getByRole('button', { name: 'Help' })
    await trigger.focus()
    await page.keyboard.press('Space')
    await focused()
    await page.keyboard.press('Escape')
    await page.locator('#help:focus').waitFor({ state: 'attached' })
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.className = 'later'
      link.href = '#own'
      link.textContent = 'Contact'
      link.addEventListener('click', () => {
        document.title = 'own handler'
      })
      document.body.append(link)
    })
    await expect
      .poll(async () => {
        await page.getByRole('link', { name: 'Contact' }).evaluate((link: HTMLElement) => {
          link.click()
        })
        return page.locator('iframe').isVisible()
      })
      .toBe(true)
    await expect.poll(async () => page.title()).toBe('own handler')
    expect(complaints).toEqual([])
  })

  it('R-18-012 the layer is moved and resized by pointer and keyboard, and never leaves the screen', async () => {
    await openPage()
    await entry().click()
    await focused()
    const box = async () =>
      (await page.locator('iframe').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const before = await box()
    await page.getByRole('button', { name: /^Move the window/u }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await box()).x).toBe(before.x - 20)
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await box()).y).toBe(0)
    await page.getByRole('button', { name: /^Resize the window/u }).focus()
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await box()).height).toBe(400)
    const grip = await page.getByRole('button', { name: /^Move the window/u }).boundingBox()
    await page.mouse.move((grip?.x ?? 0) + 40, (grip?.y ?? 0) + 6)
    await page.mouse.down()
    await page.mouse.move(300, 200, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await box()).y).toBeGreaterThan(150)
  })

  it('R-18-026 an open chat stays, with what is written in it, while the page cannot ask for its entry', async () => {
    await page.clock.install()
    await openCalmPage()
    await entry().click()
    await field().fill('half a question')
    await page.route('**/widget/entry/*', async (route) => route.abort())
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/widget/entry/'))
    await page.clock.fastForward(51_000)
    await failed
    await page.clock.runFor(1000)
    expect(await field().inputValue()).toBe('half a question')
  })

  it('R-18-080 while the server is away the company can show its phone and mail', async () => {
    const away = { phone: '400-000-0000', email: 'help@qimu.example' }
    server.entry = { state: 'active', entry: publicEntry({ away }) }
    await openCalmPage()
    await entry().waitFor()
    await server.down()
    await entry().click()
    await page.getByRole('link', { name: away.phone }).waitFor()
    expect(await entry().count()).toBe(0)
  })

  it('R-18-005 R-02-034 a link entry opens the chat as a window of its own, with the campaign it came from; others stay on the page', async () => {
    server.entry = {
      state: 'active',
      entry: publicEntry({ opens: 'page', style: 'card', title: 'Elsewhere' }),
    }
    await page.goto(`${host.url}/?utm_source=mail&token=secret`)
    const [opened] = await Promise.all([context.waitForEvent('page'), entry().click()])
    await expect.poll(() => opened.url()).toBe(`${server.url}/chat/w1?utm_source=mail`)
    expect(await page.locator('iframe').count()).toBe(0)
    server.entry = { state: 'active', entry: publicEntry({ style: 'card', title: 'Here' }) }
    await openPage()
    // Until the server has answered it is the entry of last time.
    await page.getByRole('button', { name: 'Chat with us · Here' }).click()
    await field().waitFor()
    expect(context.pages()).toHaveLength(2)
  })

  it('R-18-002 the line may stand anywhere and come late, as tag managers bring it', async () => {
    await openCalmPage('<p>Nothing yet</p>')
    await page.evaluate((src) => {
      const script = document.createElement('script')
      script.async = true
      script.src = src
      script.dataset['widget'] = 'w1'
      document.body.append(script)
    }, `${server.url}/foyer.js`)
    await entry().waitFor()
  })

  it('R-18-013 a new colour reaches a window that is open within a minute, on the page and as a page of its own', async () => {
    const brand = async (shown: FrameLocator | Page): Promise<string> =>
      shown.locator('html').evaluate((root) => root.style.getPropertyValue('--brand'))
    await page.clock.install()
    await openCalmPage()
    await entry().click()
    await field().waitFor()
    const own = await context.newPage()
    await own.clock.install()
    await own.goto(`${server.url}/chat/w1`)
    await own.getByRole('textbox', { name: 'Message' }).waitFor()
    server.entry = { state: 'active', entry: publicEntry({ color: '#15803d' }) }
    for (const shown of [page, own]) {
      await shown.bringToFront()
      await expect.poll(async () => shown.evaluate(() => document.visibilityState)).toBe('visible')
      await shown.clock.runFor(55_000)
    }
    await expect.poll(async () => brand(frame())).toBe('#15803d')
    await expect.poll(async () => brand(own)).toBe('#15803d')
  })

  it('R-02-038 a page of its own has the company on the right; Enter sends, Ctrl+Enter breaks the line', async () => {
    const profile = {
      introduction: 'Kettles since 1890',
      address: '',
      phone: '',
      email: '',
      site: '',
      privacy: '',
    }
    server.settings = { ...server.settings, profile }
    await page.goto(`${server.url}/chat/w1`)
    const written = page.getByRole('textbox', { name: 'Message' })
    const company = page.getByRole('complementary', { name: 'About the company' })
    await company.getByText('Kettles since 1890').waitFor()
    const [left, right] = [await written.boundingBox(), await company.boundingBox()]
    expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0))
    await written.fill('Two')
    await written.press('Control+Enter')
    await written.pressSequentially('lines')
    await written.press('Enter')
    await expect.poll(() => server.texts()).toEqual(['Two\nlines'])
  })

  it('R-18-053 R-16-143 what the page says reaches the chat, and it learns of what happens but of no words', async () => {
    server.welcome = { identity: 'refused' }
    await openCalmPage()
    await entry().waitFor()
    await page.evaluate(() => {
      const scope = window as unknown as {
        foyer: (name: string, first: unknown, second?: unknown) => void
        heard: unknown[]
      }
      scope.heard = []
      for (const name of ['opened', 'closed', 'messages', 'session-started', 'session-ended', 'rating'])
        scope.foyer('on', name, (news: object) => scope.heard.push([name, news]))
      scope.foyer('identify', { token: 'head.claims.seal', name: 'Wang', phone: 7 })
      scope.foyer('language', 'zh')
    })
    await entry().click()
    await frame().getByRole('textbox', { name: '输入消息' }).waitFor()
    await focused()
    await expect
      .poll(() => server.received.find(({ t }) => t === 'hello'))
      .toMatchObject({ identity: 'head.claims.seal', said: { name: 'Wang', email: '', phone: '' } })
    await expect.poll(() => complaints).toEqual([expect.stringMatching(/^Foyer: the identity/u)])
    server.become({ session: 'active', agent: { name: '林溪', avatarUrl: null } })
    await close()
    await windowHasHeard()
    server.say('secret')
    server.become({ session: 'ended', agent: null })
    const heard = async (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'heard'))
    await expect.poll(heard).toEqual(
      expect.arrayContaining([
        ['opened', { widget: 'w1' }],
        ['session-started', { widget: 'w1' }],
        ['closed', { widget: 'w1' }],
        ['messages', { widget: 'w1', count: 1 }],
        ['session-ended', { widget: 'w1' }],
      ]),
    )
    expect(JSON.stringify(await heard())).not.toContain('secret')
  })

  it('R-18-081 print shows nothing of it, and the page keeps its own shortcuts', async () => {
    await openCalmPage()
    await entry().waitFor()
    await entry().click()
    await focused()
    await close()
    await page.evaluate(() => {
      document.body.dataset.keys = ''
      addEventListener('keydown', ({ key, defaultPrevented }) => {
        document.body.dataset.keys += `${key}:${String(defaultPrevented)} `
      })
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    for (const key of ['/', 'k', 'Escape', 'Control+f']) await page.keyboard.press(key)
    const keys = async (): Promise<string> => page.evaluate(() => document.body.dataset.keys ?? '')
    for (const key of ['/', 'k', 'Escape', 'f']) await expect.poll(keys).toContain(`${key}:false`)
    expect(await keys()).not.toContain('true')
    await page.emulateMedia({ media: 'print' })
    await entry().waitFor({ state: 'hidden' })
  })
})
