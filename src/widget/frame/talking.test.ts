/** What is said in the customer’s window: shown, announced, kept, brought. */
import { readFileSync } from 'node:fs'

import { beforeEach, describe, expect, it } from 'vitest'

import { type FrameStage, useFrame } from '../../../tests/support/frameStage.ts'

const LIN = { name: '林溪', avatarUrl: null }

const stage = useFrame()

describe('talking', () => {
  let { server, context, page, open, field, list, write, sent, expectAccessible } = {} as FrameStage
  beforeEach(() => {
    ;({ server, context, page, open, field, list, write, sent, expectAccessible } = stage())
  })

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
})
