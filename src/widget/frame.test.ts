import { readFileSync } from 'node:fs'

import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { violationsIn } from '../../tests/support/accessible.ts'
import { launchChromium } from '../../tests/support/chromium.ts'
import { playWidgetServer, type PlayedWidgetServer } from '../../tests/support/playedServer.ts'
import { buildWidget } from '../../tests/support/widgetBuild.ts'
import type { SessionId } from '../protocol/model/index.ts'
import { NO_PROFILE } from '../protocol/model/widgetDefaults.ts'

const LIN = { name: '林溪', avatarUrl: null }

/** The window as it is shipped, in a browser, against a server that the test plays. */
describe('the customer’s window', () => {
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
  /** Once it is there the window knows what the company offers. */
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

  it('R-18-064 shows who is there in words, and announces answers with sender and text', async () => {
    await open()
    await page.getByRole('heading', { name: 'Qimu Home' }).waitFor()
    await page.getByText('Welcome!').waitFor()
    await write('Is the kettle in stock?')
    await expect.poll(() => server.texts()).toEqual(['Is the kettle in stock?'])
    server.become({ session: 'active', agent: LIN })
    server.say('It is.')
    await page.getByRole('heading', { name: '林溪' }).waitFor()
    await list().getByText('It is.').waitFor()
    await page.getByText('here for you · Qimu Home').waitFor()
    // Spoken politely, with sender and text.
    await page.locator('div[aria-live=polite]').getByText('林溪: It is.').waitFor({ state: 'attached' })
    // It is gone after six seconds, and is said as often as somebody types.
    await expect
      .poll(async () => {
        server.send({ t: 'typing', on: true })
        return page.getByText('林溪 is typing…').count()
      })
      .toBe(1)
    server.send({ t: 'read', seq: 1 })
    await list().getByText('Read', { exact: true }).waitFor()
  })

  it('R-18-025 R-02-135 every state has words and a symbol of its own; connecting lasts a second, and then it is waiting', async () => {
    await open()
    // Noted by the page itself: a busy machine may look away for longer than a second.
    await page.evaluate(() => {
      const seen: Record<string, string> = {}
      const look = (): void => {
        const line = document.querySelector('.state .words')
        if (line) seen[line.textContent] = line.querySelector('path')?.getAttribute('d') ?? ''
      }
      look()
      const everything = { subtree: true, childList: true, characterData: true, attributes: true }
      new MutationObserver(look).observe(document.body, everything)
      Reflect.set(window, 'seen', seen)
    })
    const seen = async (): Promise<Record<string, string>> => page.evaluate(() => Reflect.get(window, 'seen'))
    const marks = new Set<string>()
    const shows = async (text: string): Promise<void> => {
      const found = async (): Promise<string> =>
        Object.entries(await seen()).find(([words]) => words.includes(text))?.[1] ?? ''
      await expect.poll(found, { message: text }).not.toBe('')
      marks.add(await found())
    }
    await shows('Write to us to start')
    await write('Hello?')
    await list().locator('.mine').getByText('Sent', { exact: true }).waitFor()
    server.become({ session: 'requested' })
    await shows('Connecting…')
    await shows('You are in the queue')
    server.become({ session: 'active', bot: { name: 'Mia' } })
    await shows('With Mia (automatic)')
    server.become({ session: 'active', agent: LIN, bot: undefined })
    await shows('here for you')
    server.become({ session: 'ended', agent: null })
    await shows('Conversation ended')
    await server.down()
    await shows('Not connected')
    expect(marks.size).toBe(7)
  })

  it('shows the place in the queue; leaving is asked first', async () => {
    await open()
    server.become({ session: 'pending', place: 3 })
    await page.getByText('You are number 3 in the queue').first().waitFor()
    server.become({ place: 2 })
    await page.getByText('You are number 2 in the queue').first().waitFor()
    await page.getByRole('button', { name: 'Leave the queue' }).click()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.getByRole('button', { name: 'Leave the queue' }).click()
    expect(server.received.some((frame) => frame.t === 'command' && frame.name === 'customer.leave')).toBe(
      false,
    )
    await page.getByRole('button', { name: 'Yes' }).click()
    await expect
      .poll(() => server.received.some((frame) => frame.t === 'command' && frame.name === 'customer.leave'))
      .toBe(true)
  })

  it('R-18-024 says who ended, keeps the history and lets one begin again', async () => {
    await open()
    await write('first')
    server.become({ session: 'ended', agent: null, endReason: 'by-agent' })
    server.add({
      from: 'system',
      name: null,
      body: { kind: 'system', code: 'session-ended', params: { reason: 'by-agent' } },
    })
    await page.getByText('The agent ended the conversation').waitFor()
    await page.getByText('Write again to start a new one').waitFor()
    await write('second')
    await expect.poll(() => server.texts()).toEqual(['first', 'second'])
  })

  it('R-02-037 R-18-006 who is not known signs in with a code, or chats without an account where that is offered', async () => {
    const wrong = { status: 401, json: { code: 'wrong-code' } }
    const asked: unknown[] = []
    let answers = [wrong, { status: 200, json: { token: 'org.im.t' } }]
    await page.route('**/api/im/*', async (route) => {
      asked.push(route.request().postDataJSON())
      const isCode = route.request().url().endsWith('/code')
      await route.fulfill(isCode ? { status: 200, json: {} } : (answers.shift() ?? wrong))
    })
    server.gate = true
    const offer = { ways: ['email'] as const, anonymous: true, outboxUrl: null }
    server.settings = { ...server.settings, signIn: { ...offer, ways: [...offer.ways] } }
    // Who is not known is not kept connected.
    await page.goto(`${server.url}/chat/w1`)
    const title = page.getByRole('heading', { name: 'Sign in or register' })
    await title.waitFor()
    await page.getByText('Not signed in').waitFor()
    expect(await field().count()).toBe(0)
    await expectAccessible()
    const address = page.getByRole('textbox', { name: 'E-mail' })
    await address.fill('fang')
    await address.press('Enter')
    await page.getByRole('alert').getByText('Not an e-mail address').waitFor()
    await expect.poll(async () => address.getAttribute('aria-invalid')).toBe('true')
    await address.fill('fang@example.com')
    await address.press('Enter')
    const code = page.getByRole('textbox', { name: 'Six-digit code' })
    await expect.poll(() => code.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByRole('button', { name: /^Another code in/u }).isDisabled()).toBe(true)
    await expectAccessible()
    await code.fill('123 456')
    await code.press('Enter')
    await page.getByRole('alert').getByText('This is not the code').waitFor()
    server.welcome = { identity: 'signed', token: 'org.im.t', account: 'fang@example.com' }
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await field().waitFor()
    expect(asked).toEqual([
      { widgetId: 'w1', contact: 'fang@example.com', language: 'en' },
      { widgetId: 'w1', contact: 'fang@example.com', code: '123 456' },
      { widgetId: 'w1', contact: 'fang@example.com', code: '123 456' },
    ])
    // The next visit needs no code.
    await open()
    await field().waitFor()
    await page.getByRole('button', { name: 'Your account' }).click()
    await page.getByText('You are signed in as fang@example.com.').waitFor()
    await expectAccessible()
    server.welcome = {}
    await page.getByRole('button', { name: 'Sign out' }).click()
    await title.waitFor()
    await page.getByRole('button', { name: 'Chat without an account' }).click()
    await field().waitFor()
    await expect
      .poll(() => server.received.findLast(({ t }) => t === 'hello'))
      .toMatchObject({ anonymous: true, token: null })
  })

  it('R-18-021 R-18-022 asks for a message where nobody can receive, marks what is wrong and keeps the rest', async () => {
    await open()
    await write('hello?')
    await expect.poll(() => server.texts()).toEqual(['hello?'])
    server.become({ session: 'ended', endReason: 'refused', askMessage: { cause: 'full', opensAt: null } })
    const form = page.getByRole('form', { name: 'All lines are busy. Please leave a message.' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Li Lei')
    await form.getByRole('textbox', { name: 'Phone' }).fill('none')
    await form.getByRole('textbox', { name: 'Message' }).fill('Where is order 4711?')
    await form.getByRole('button', { name: 'Send message' }).click()
    await form.getByText('Not a phone number, such as +44 20 7946 0000.').waitFor()
    const phone = form.getByRole('textbox', { name: 'Phone' })
    await expect.poll(async () => phone.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Li Lei')
    await expectAccessible()

    // The way back and in again loses nothing; sent by the keyboard.
    await form.getByRole('button', { name: 'Back to the chat' }).click()
    await field().waitFor()
    await page.getByRole('button', { name: 'Leave a message' }).click()
    await phone.fill('+44 20 7946 0000')
    await phone.press('Enter')
    const left = (): unknown =>
      server.received.filter((frame) => frame.t === 'command' && frame.name === 'customer.leave-message')
    await expect
      .poll(left)
      .toMatchObject([
        { args: { name: 'Li Lei', phone: '+44 20 7946 0000', email: '', text: 'Where is order 4711?' } },
      ])
  })

  it('R-18-086 the same page opens with the form by its address', async () => {
    await open('?message')
    await page.getByRole('form', { name: 'Leave a message' }).waitFor()
    await expectAccessible()
    server.become({ session: 'pending', leftMessage: { number: 12, answerBy: Date.UTC(2026, 10, 23, 9) } })
    await page
      .getByText(/We have your message no\. 12 and answer by/u)
      .first()
      .waitFor()
  })

  it('R-18-026 what is written while the server is dead arrives once and in order, even after a reload', async () => {
    await open()
    await write('one')
    await expect.poll(() => server.texts()).toEqual(['one'])
    await server.down()
    await page.getByText('No connection. Trying to reconnect').first().waitFor()
    for (const text of ['two', 'three', 'four']) await write(text)
    await list().getByText('Waiting to be sent').nth(2).waitFor()
    await field().fill('half a sen')
    await server.up()
    await page.reload()
    await expect.poll(() => server.texts()).toEqual(['one', 'two', 'three', 'four'])
    // One whose answer the reload has cut off was sent twice.
    const ids = [...new Set(sent().map((frame) => ('id' in frame ? frame.id : '')))]
    expect(ids).toEqual([...ids].sort())
    await expect.poll(async () => field().inputValue()).toBe('half a sen')
    await expect.poll(async () => list().getByText('Waiting to be sent').count()).toBe(0)
  })

  it('reconnects by itself and shows what was missed', async () => {
    await open()
    await server.down()
    await page.getByRole('button', { name: 'Try now' }).waitFor()
    server.say('missed')
    await server.up()
    await list().getByText('missed').waitFor()
    await page.getByRole('button', { name: 'Try now' }).waitFor({ state: 'detached' })
  })

  it('R-18-034 shows markup as text and links with their real host, without a referrer', async () => {
    await open()
    server.say('<img src=x onerror="document.title=1"> https://bänk.example/login javascript:alert(1)')
    await list().getByText('<img src=x').waitFor()
    const link = list().getByRole('link')
    expect(await link.count()).toBe(1)
    expect(await link.textContent()).toBe('https://bänk.example/login (xn--bnk-qla.example)')
    expect(await link.getAttribute('rel')).toContain('noopener noreferrer')
    expect(await link.getAttribute('target')).toBe('_blank')
    await expect.poll(async () => page.title()).toBe('Qimu Home')
  })

  it('R-18-016 Enter sends, Ctrl+Enter and Shift+Enter break the line, an input method keeps its Enter', async () => {
    await open()
    await field().pressSequentially('a')
    await field().press('Control+Enter')
    await field().pressSequentially('b')
    await field().press('Shift+Enter')
    await field().pressSequentially('c')
    expect(await field().inputValue()).toBe('a\nb\nc')
    await field().evaluate((element) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
    })
    expect(sent()).toEqual([])
    await field().press('Enter')
    await expect.poll(() => server.texts()).toEqual(['a\nb\nc'])
  })

  it('R-18-016 counts from nine tenths of 5,000 and does not send more', async () => {
    await open()
    await field().fill('x'.repeat(4499))
    expect(await page.getByText('/ 5000').count()).toBe(0)
    await field().fill('x'.repeat(4500))
    await page.getByText('4500 / 5000').waitFor()
    await field().fill('x'.repeat(5001))
    await page.getByText('1 characters too many').waitFor()
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
  })

  it('R-18-082 says how long to wait and keeps the text', async () => {
    await open()
    server.refuseWith = { code: 'rate-limited', details: { retryAfterMs: 2500 } }
    await write('too fast')
    await page.getByText(/Sending goes on in [123] s/u).waitFor()
    server.refuseWith = null
    await expect.poll(() => server.texts()).toEqual(['too fast'])
  })

  it('R-18-082 asks for a sum in words when that happens again and again, and keeps the text', async () => {
    await open()
    server.refuseWith = { code: 'rate-limited', details: { retryAfterMs: 0, first: 7, second: 2 } }
    await write('too fast again')
    const question = page.getByRole('textbox', { name: /what is seven plus two\?/u })
    await question.fill('9')
    server.refuseWith = null
    await question.press('Enter')
    await expect.poll(() => server.texts()).toEqual(['too fast again'])
    await question.waitFor({ state: 'detached' })
  })

  it('a refused message keeps its place, says why, and goes out on a tap', async () => {
    await open()
    server.refuseWith = { code: 'not-accepted' }
    await write('hello')
    await page.getByText('Messages are not accepted at present').waitFor()
    server.refuseWith = null
    await page.getByRole('button', { name: 'Not sent – tap to retry' }).click()
    await expect.poll(() => server.texts()).toEqual(['hello'])
    const [first, second] = sent()
    expect(first && 'args' in first && first.args).toEqual(second && 'args' in second && second.args)
  })

  it('R-18-036 loads thirty older messages on scrolling up and keeps the place', async () => {
    for (let number = 1; number <= 75; number += 1) server.say(`message ${number}`)
    await open()
    await list().getByText('message 75', { exact: true }).waitFor()
    expect(await list().getByText('message 45', { exact: true }).count()).toBe(0)
    // Whatever is drawn anew just then holds on to the end, as for a reader who has not scrolled yet.
    await list().evaluate(async (element) => {
      do {
        element.scrollTop = 60
        await new Promise(requestAnimationFrame)
      } while (element.scrollTop > 60)
    })
    await list().getByText('message 16', { exact: true }).waitFor()
    await expect.poll(async () => list().evaluate((element) => element.scrollTop)).toBeGreaterThan(500)
    await page.getByRole('button', { name: 'Newest messages' }).click()
    await list().getByText('message 75', { exact: true }).waitFor()
  })

  it('a picture is sent, shown in its reserved place, and converted when the server would not take it', async () => {
    await open()
    await tool('Send a picture').waitFor()
    const input = page.locator('input[type=file]').first()
    const webp = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 40
      canvas.height = 30
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/webp')
      })
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
    })
    await input.setInputFiles({ name: 'photo.webp', mimeType: 'image/webp', buffer: Buffer.from(webp) })
    await expect
      .poll(() => server.uploads.map(({ name, kind }) => [name, kind]))
      .toEqual([['photo.png', 'image']])
    const picture = list().getByRole('img', { name: 'photo.png' })
    await picture.waitFor()
    expect(await picture.getAttribute('width')).toBe('40')
    expect(await picture.getAttribute('height')).toBe('30')
  })

  it('R-18-030 a picture over 5 MB is offered to be made smaller on the device', async () => {
    await open()
    await tool('Send a picture').waitFor()
    const large = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 1600
      canvas.height = 1200
      const drawing = canvas.getContext('2d')
      const noise = drawing?.createImageData(1600, 1200)
      for (let at = 0; noise && at < noise.data.length; at += 65_536) {
        crypto.getRandomValues(noise.data.subarray(at, at + 65_536) as unknown as Uint8Array<ArrayBuffer>)
      }
      if (noise) drawing?.putImageData(noise, 0, 0)
      const data = new DataTransfer()
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/png')
      })
      data.items.add(new File([blob ?? ''], 'photo.png', { type: 'image/png' }))
      const field = document.querySelector('textarea')
      field?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
      return blob?.size ?? 0
    })
    expect(large).toBeGreaterThan(5 * 1024 * 1024)
    await page.getByText('the limit is 5 MB').waitFor()
    expect(server.uploads).toEqual([])
    await page.getByRole('button', { name: 'Reduce and send' }).click()
    await expect.poll(() => server.uploads.map(({ name }) => name)).toEqual(['photo.jpg'])
    expect(server.uploads[0]?.bytes.length).toBeLessThanOrEqual(5 * 1024 * 1024)
  })

  it('R-18-031 a program is refused before the upload; a file shows its progress and can be cancelled', async () => {
    await open()
    await tool('Send a file').waitFor()
    const input = page.locator('input[type=file]').nth(1)
    await input.setInputFiles({
      name: 'setup.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ'),
    })
    await page.getByText('Files of this type').waitFor()
    server.holdUploads = true
    await input.setInputFiles({ name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('order') })
    await page.getByRole('progressbar').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    server.holdUploads = false
    await input.setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('list') })
    await list()
      .getByRole('link', { name: /list\.txt/u })
      .waitFor()
    await expect
      .poll(() => server.messages.map(({ body }) => body.kind === 'file' && body.name))
      .toEqual(['list.txt'])
  })

  it('R-18-027 a second tab shows the same conversation', async () => {
    await open()
    await write('from the first tab')
    await list().getByText('Sent', { exact: true }).waitFor()
    const second = await context.newPage()
    await second.goto(`${server.url}/chat/w1`)
    await second.getByText('from the first tab').waitFor()
    const tokens = (): unknown[] =>
      server.received.flatMap((frame) => (frame.t === 'hello' && 'after' in frame ? [frame.token] : []))
    await expect.poll(tokens).toEqual([null, 'visitor-token'])
  })

  it('R-18-009 says that the entry is closed', async () => {
    await open()
    server.send({ t: 'bye', code: 'closed-entry' })
    await page.getByRole('heading', { name: 'This entry is closed' }).waitFor()
  })

  it('R-18-052 works without storage and says that the history will be lost', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await open()
    await page.getByText('the history is lost when you close the page').waitFor()
    await write('hello')
    await expect.poll(() => server.texts()).toEqual(['hello'])
  })

  it('R-18-058 says what agents see, and links to the company’s notice', async () => {
    const notice = 'https://shop.example/privacy'
    server.settings = { ...server.settings, profile: { ...NO_PROFILE, privacy: notice } }
    await open()
    const link = page.getByRole('link', { name: 'Privacy notice' })
    await page.getByText('Agents see the page you are on').filter({ has: link }).waitFor()
    expect(await link.getAttribute('href')).toBe(notice)
    const [hello] = server.received
    expect(hello).toMatchObject({ t: 'hello', browser: { visits: 1 } })
    // Whatever is stored: an address that could run is none.
    server.settings = { ...server.settings, profile: { ...NO_PROFILE, privacy: 'javascript:alert(1)' } }
    await page.reload()
    // First as it was last time, then as the server says.
    await page.getByText('Agents see the page you are on').waitFor()
    await expect.poll(async () => page.getByRole('link').count()).toBe(0)
  })

  it('R-18-079 where no connection gets through, the form that needs none is offered', async () => {
    // Time stands still but where it is moved: the offer comes with it alone.
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(1000)
    await page.addInitScript(() => {
      const Blocked = class extends EventTarget {
        onclose: (() => void) | null = null
        constructor() {
          super()
          setTimeout(() => this.onclose?.())
        }
        close(): void {
          this.onclose = null
        }
      }
      Object.assign(globalThis, { WebSocket: Blocked })
    })
    await page.goto(`${server.url}/chat/w1`)
    await page.clock.runFor(1000)
    await page.getByText('No connection').waitFor()
    const link = page.getByRole('link', { name: 'Leave a message' })
    expect(await link.count()).toBe(0)
    await page.clock.runFor(20_000)
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe('/message/w1')
  })

  it('works where the language is that of WebView 80', async () => {
    await page.addInitScript(() => {
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted'])
        Reflect.deleteProperty(Array.prototype, name)
      Reflect.deleteProperty(Object, 'hasOwn')
      Reflect.deleteProperty(String.prototype, 'replaceAll')
    })
    await open()
    await write('hello')
    await expect.poll(() => server.texts()).toEqual(['hello'])
    server.become({ session: 'active', agent: LIN })
    server.say('hello from an old phone')
    await list().getByText('hello from an old phone').waitFor()
    await page.reload()
    await list().getByText('hello from an old phone').waitFor()
  })

  it('R-18-071 switches the language in the window and remembers it', async () => {
    await open()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: '切换到中文' }).click()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
    await page.locator('html[lang=zh-CN]').waitFor()
    await page.reload()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
  })

  it('the company’s language wins over the browser’s', async () => {
    server.settings = { ...server.settings, language: 'zh-CN' }
    await open()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
  })

  it('emoji are chosen with the keyboard and Esc goes one step back', async () => {
    await open()
    await field().fill('ok ')
    await page.getByRole('button', { name: 'Emoji' }).click()
    await page.locator('.emojis button:focus').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(async () => field().inputValue()).toBe('ok 😄')
    await page.locator('textarea:focus').waitFor()
  })

  for (const theme of ['light', 'dark']) {
    for (const language of ['en', 'zh-CN']) {
      it(`R-18-062 has no accessibility violation (${theme}, ${language})`, async () => {
        server.settings = { ...server.settings, color: '#ffcc00' }
        server.become({ session: 'active', agent: LIN })
        server.say('see https://shop.example/')
        server.add({ from: 'me', name: null, body: { kind: 'text', text: 'thanks' } })
        await open(`?theme=${theme}&lang=${language}`)
        await page.getByText('thanks').waitFor()
        await expectAccessible()
        server.become({ session: 'pending', place: 2 })
        server.refuseWith = { code: 'not-accepted' }
        await page.getByRole('textbox').fill('refused')
        await page.getByRole('textbox').press('Enter')
        await page.locator('.failed').waitFor()
        await page.locator('.tools button').first().click()
        await expectAccessible()
        await server.down()
        await page.locator('.banner').waitFor()
        await expectAccessible()
      })
    }
  }

  it('R-18-065 needs no horizontal scrolling at 320 px with text twice as large', async () => {
    server.become({ session: 'pending', place: 12 })
    server.say(`https://shop.example/${'long'.repeat(40)} ${'x'.repeat(200)}`)
    server.add({ from: 'me', name: null, body: { kind: 'text', text: '长'.repeat(200) } })
    server.add({
      body: {
        kind: 'image',
        fileId: 'f1' as never,
        name: 'wide.png',
        mime: 'image/png',
        bytes: 1,
        width: 4000,
        height: 100,
        url: '/files/1',
      },
    })
    await page.setViewportSize({ width: 320, height: 640 })
    await open()
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const name of ['Emoji', 'Leave the queue']) await page.getByRole('button', { name }).click()
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('body *')]
        .filter(
          (element) => !element.closest('.hidden') && element.tagName !== 'svg' && !element.closest('svg'),
        )
        .filter((element) => element.getBoundingClientRect().right > 320.5)
        .map((element) => element.className || element.tagName),
    )
    expect(wide).toEqual([])
  })

  it('R-18-065 targets are large enough for a thumb on a phone', async () => {
    await context.close()
    context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'en',
    })
    page = await context.newPage()
    server.become({ session: 'active', agent: LIN })
    await open()
    await tool('Emoji').waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea')]
        .map((element) => ({
          name: element.ariaLabel ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 40))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    )
    expect(small).toEqual([])
  })

  /** A microphone that always hears the same, or that is refused. */
  const giveMicrophone = async (allowed: boolean): Promise<void> => {
    await page.addInitScript((isAllowed) => {
      navigator.mediaDevices.getUserMedia = async () => {
        if (!isAllowed) throw new DOMException('no', 'NotAllowedError')
        const audio = new AudioContext()
        const tone = audio.createOscillator()
        const end = audio.createMediaStreamDestination()
        tone.connect(end)
        tone.start()
        return end.stream
      }
    }, allowed)
  }
  const microphone = () => page.getByRole('button', { name: 'Voice message', exact: true })

  it('R-18-032 a voice is recorded, heard and sent, with its code fetched on use', async () => {
    await giveMicrophone(true)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await open()
    await field().waitFor()
    expect(fetched.some((url) => url.includes('VoiceRecorder'))).toBe(false)
    await microphone().focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^[1-9]\d* s$/u).waitFor()
    await expectAccessible()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByLabel(/^Voice message, \d+ s$/u).waitFor()
    expect(sent()).toEqual([])
    await page.getByRole('button', { name: 'Send voice' }).click()
    await expect.poll(() => sent().length).toBe(1)
    expect(sent()[0]).toMatchObject({ args: { body: { kind: 'file', seconds: expect.any(Number) } } })
    await list()
      .getByLabel(/^Voice message, \d+ s$/u)
      .waitFor()
  })

  it('R-18-032 a microphone that is refused takes the button away, says how to allow it, and writing goes on', async () => {
    await giveMicrophone(false)
    await open()
    await microphone().click()
    await page
      .getByRole('alert')
      .getByText(/microphone cannot be used/u)
      .waitFor()
    await microphone().waitFor({ state: 'detached' })
    await write('hello')
    await expect.poll(() => sent().length).toBe(1)
  })

  it('R-18-047 a rating is open as long as the company’s clock says, however wrong that of the device is', async () => {
    // The device is three days ahead.
    const at = Date.now() - 3 * 86_400_000
    server.welcome = { serverTime: at }
    await open()
    for (const [name, expiresAt] of [
      ['open', at + 86_400_000],
      ['over', at - 1000],
    ] as const) {
      const stars = Array.from({ length: 5 }, () => ({ word: '', tags: [] }))
      const card = { question: name, stars, asksSolved: false, thanks: '' }
      server.add({
        from: 'system',
        name: null,
        body: { kind: 'survey', sessionId: name as SessionId, card, expiresAt },
      })
    }
    await page.getByRole('region', { name: 'over' }).getByText('This survey has expired').waitFor()
    await page.getByRole('region', { name: 'open' }).getByRole('button', { name: 'Submit' }).waitFor()
  })

  it('R-18-048 the rating is opened from the tools once an agent has answered', async () => {
    await open()
    server.become({ session: 'assigned', agent: LIN })
    await page.getByText('林溪').first().waitFor()
    const rate = page.getByRole('button', { name: 'Rate', exact: true })
    expect(await rate.count()).toBe(0)
    server.become({ session: 'active', agent: LIN })
    await rate.click()
    await expect
      .poll(() => server.received.filter((frame) => frame.t === 'command').map(({ name }) => name))
      .toContain('customer.ask-rating')
  })

  it('R-18-017 the tools that the company has switched off are not there', async () => {
    server.settings = { ...server.settings, tools: ['picture'] }
    await open()
    server.become({ session: 'active', agent: LIN })
    await page.getByRole('button', { name: 'Send a picture' }).waitFor()
    for (const name of ['Emoji', 'Send a file', 'Voice message', 'Rate', 'End conversation'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0)
    await field().evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'note.txt', { type: 'text/plain' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await page.getByRole('alert').getByText('This cannot be sent here').waitFor()
    expect(server.uploads).toEqual([])
  })

  it('R-18-037 the conversation is saved as a file, whole, and forgotten on this device', async () => {
    for (let number = 1; number <= 40; number += 1) server.say(`<b>answer ${number}</b>`)
    await open()
    await list().getByText('<b>answer 40</b>').waitFor()
    const talk = page.getByRole('button', { name: 'This conversation' })
    await talk.click()
    await expectAccessible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('&#60;b&#62;answer 1&#60;/b&#62;')
    expect(text).toContain('&#60;b&#62;answer 40&#60;/b&#62;')
    expect(text).not.toContain('<b>answer')
    await talk.click()
    await page.getByRole('button', { name: 'Delete from this device' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => server.received.filter(({ t }) => t === 'hello').length).toBe(2)
    expect(server.received.findLast(({ t }) => t === 'hello')).toMatchObject({ token: null, after: 0 })
  })

  it('R-18-066 dark, high contrast and reduced motion of the system are followed', async () => {
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' })
    server.say('hello')
    await open()
    await list().getByText('hello').waitFor()
    const look = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
      const { backgroundColor } = getComputedStyle(document.body)
      return {
        backgroundColor,
        moving: shown.filter(
          ({ transitionDuration, animationName, animationDuration }) =>
            Number.parseFloat(transitionDuration) > 0.01 ||
            (animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01),
        ).length,
        bordered: getComputedStyle(document.querySelector('textarea') ?? document.body).borderTopStyle,
      }
    })
    expect(look.moving).toBe(0)
    expect(look.bordered).toBe('solid')
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
    const background = async (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(background).not.toBe('rgb(255, 255, 255)')
    const dark = await background()
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await expect.poll(background).not.toBe(dark)
    await expectAccessible()
  })

  it('R-18-073 from right to left everything is mirrored, and nothing is cut', async () => {
    server.say('hello')
    await open()
    await write('mine')
    await list().getByText('mine').waitFor()
    const left = async (text: string) => (await list().getByText(text).boundingBox())?.x ?? 0
    expect(await left('mine')).toBeGreaterThan(await left('hello'))
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await expect.poll(async () => (await left('mine')) < (await left('hello'))).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380)
  })

  it('R-18-023 a transfer is one line with the company’s text, a pause is asked about, and the window stays', async () => {
    await open()
    server.become({ session: 'active', agent: LIN })
    const line = (code: 'session-transferred' | 'still-there', params: Record<string, string>): void => {
      server.add({ from: 'system', name: null, body: { kind: 'system', code, params } })
    }
    line('session-transferred', { note: 'My colleague knows more.' })
    line('still-there', {})
    await expect
      .poll(async () => list().locator('li.event').allTextContents())
      .toEqual(['My colleague knows more.', 'Are you still there?'])
    await write('yes')
    await expect.poll(() => sent().length).toBe(1)
  })
})
