/** How a customer comes to the chat, and what there is where no chat is. */
import { beforeEach, describe, expect, it } from 'vitest'

import { type FrameStage, useFrame } from '../../../tests/support/frameStage.ts'
import { NO_PROFILE } from '../../protocol/model/widgetDefaults.ts'

const stage = useFrame()

describe('entering', () => {
  let { server, page, open, field, write, expectAccessible } = {} as FrameStage
  beforeEach(() => {
    ;({ server, page, open, field, write, expectAccessible } = stage())
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
})
