/** What the customer’s window says of the session, from the wait to the rating. */
import { beforeEach, describe, expect, it } from 'vitest'

import { type FrameStage, useFrame } from '../../../tests/support/frameStage.ts'
import type { SessionId } from '../../protocol/model/index.ts'

const LIN = { name: '林溪', avatarUrl: null }

const stage = useFrame()

describe('the session', () => {
  let { server, page, open, list, write, sent } = {} as FrameStage
  beforeEach(() => {
    ;({ server, page, open, list, write, sent } = stage())
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

  it('R-18-047 a half-filled rating is as it was after a reload, until it is sent', async () => {
    await open()
    const stars = Array.from({ length: 5 }, (_, at) => ({ word: '', tags: at === 1 ? ['Slow'] : [] }))
    server.add({
      from: 'system',
      name: null,
      body: {
        kind: 'survey',
        sessionId: 'half' as SessionId,
        card: { question: 'How was it?', stars, asksSolved: true, thanks: '' },
        expiresAt: Date.now() + 86_400_000,
      },
    })
    const card = page.getByRole('region', { name: 'How was it?' })
    await card.getByRole('radio', { name: '2 stars' }).check({ force: true })
    await card.getByRole('checkbox', { name: 'Slow' }).check({ force: true })
    await card.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
    await card.getByRole('textbox').fill('Nobody knew the kett')
    await page.reload()
    await expect.poll(() => card.getByRole('textbox').inputValue()).toBe('Nobody knew the kett')
    expect(await card.getByRole('radio', { name: '2 stars' }).isChecked()).toBe(true)
    expect(await card.getByRole('checkbox', { name: 'Slow' }).isChecked()).toBe(true)
    expect(await card.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
    await card.getByRole('button', { name: 'Submit' }).click()
    await expect
      .poll(() => server.received.filter((frame) => frame.t === 'command' && frame.name === 'customer.rate'))
      .toHaveLength(1)
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('rating'))))
      .toEqual([])
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
