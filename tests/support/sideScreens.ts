/** What stands around the list and the thread: the right side, the line below, the search, narrow windows; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { ConversationId, CustomerId, SessionId } from '../../src/protocol/model/index.ts'
import type { WorkbenchStage } from './workbenchStage.ts'

export const showsTheSides = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
    await open()
    await row(0).waitFor()
  })
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  const list = () => page.getByRole('region', { name: 'Conversations' })
  const composer = () => page.getByRole('textbox', { name: 'Message' })
  const customer = () => page.getByRole('complementary', { name: 'Customer', exact: true })
  const heading = () =>
    page.getByRole('region', { name: 'Conversation', exact: true }).getByRole('heading', { level: 2 })

  it('R-03-001 R-03-004 three areas stand side by side; in a narrow window the right one lies over the thread, in a narrower one each stands alone with a way back', async () => {
    await row(0).click()
    await composer().waitFor()
    await customer().waitFor()
    const left = async (area: string): Promise<number> =>
      page.locator(`[data-area="${area}"]`).evaluate((one) => one.getBoundingClientRect().left)
    const inTurn = async (...areas: readonly string[]): Promise<boolean> => {
      const places = await Promise.all(areas.map(left))
      return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
    }
    await expect.poll(() => inTurn('list', 'thread', 'customer')).toBe(true)

    await page.setViewportSize({ width: 1000, height: 800 })
    await customer().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Customer profile', exact: true }).click()
    await customer().waitFor()
    await expect.poll(() => inTurn('thread', 'customer')).toBe(true)
    await page.keyboard.press('Escape')
    await customer().waitFor({ state: 'detached' })

    await page.setViewportSize({ width: 720, height: 800 })
    await list().waitFor({ state: 'hidden' })
    await expect.poll(() => composer().isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Customer profile', exact: true }).click()
    await customer().waitFor()
    await expect.poll(() => composer().isVisible()).toBe(false)
    await expectAccessible()
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
    await composer().waitFor()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await list().waitFor()
    await expect.poll(() => composer().count()).toBe(0)
    await row(1).click()
    await composer().waitFor()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
      .toBe(true)
  })

  it('R-03-115 the ratings of today stand below and are listed by a click; with ratings off nothing is there', async () => {
    const today = page.getByRole('button', { name: /^Your rating today/u })
    await fake((client) => {
      client.answer('ratings.own', { count: 2, stars: 4.5 })
      client.answer('ratings.list', [
        {
          sessionId: 'rated' as SessionId,
          conversationId: 'conversation-1' as ConversationId,
          customerId: 'customer-1' as CustomerId,
          name: 'Emma Clarke',
          number: 1025,
          rating: { stars: 5, tags: ['Fast'], solved: 'yes', comment: 'Thank you!', at: client.desk.now },
        },
      ])
    })
    await expect.poll(() => today.count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { organization } = client.desk
        client.desk.organization = { ...organization, survey: { ...organization.survey, on: true } }
      })
    })
    await today.getByText('4.5 (2)').waitFor()
    await today.click()
    const rated = page.getByRole('dialog', { name: 'Ratings of today' })
    await rated.getByText('Thank you!').waitFor()
    await expectAccessible()
    await rated.getByRole('button', { name: /^Emma Clarke/u }).click()
    await rated.waitFor({ state: 'detached' })
    await expect.poll(async () => heading().textContent()).toBe('Emma Clarke')
  })

  it('R-03-114 R-03-142 whoever was waiting is opened with the timeline, on top of which stands what they wrote, until they are answered', async () => {
    await page.keyboard.press('Alt+a')
    await expect
      .poll(async () => customer().getByRole('tab', { selected: true }).textContent())
      .toBe('Timeline')
    const written = customer().getByRole('region', { name: 'Written while waiting' })
    await written.getByText('上次的茶很好，想再来两盒').waitFor()
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (first?.session) first.session = { ...first.session, firstReplyAt: client.desk.now }
      })
    })
    await written.waitFor({ state: 'detached' })
    await expect.poll(() => calls('session.accept')).toHaveLength(1)
  })

  it('R-03-076 R-03-105 the header and a row under the accepting line tell how the session came, and on which page the visitor is', async () => {
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (!first?.session) return
        const source = { kind: 'search', host: 'search.example', words: 'white tea', campaign: {} } as const
        first.session = { ...first.session, source }
      })
      client.answer('visitor.of', {
        title: 'Gift boxes',
        url: 'https://shop.example/gifts',
        pages: 3,
        address: '',
        mobile: false,
        browser: '',
        visits: 2,
        source: { kind: 'search', host: 'search.example', words: 'white tea', campaign: {} },
      } as never)
    })
    await row(0).click()
    await page
      .locator('.fy-thread-head')
      .getByText(/search.example · .*white tea/u)
      .waitFor()
    const line = page.locator('.fy-line-source')
    // Rows far above what is seen are not there yet: who looks for the line scrolls up to it.
    const lookFor = async (): Promise<number> => {
      const found = await line.count()
      if (found === 0) await page.mouse.wheel(0, -200)
      return found
    }
    await page.getByRole('log').hover()
    await expect.poll(lookFor).toBe(1)
    await line.getByText('now on “Gift boxes”').waitFor()
    await expect.poll(() => line.textContent()).toContain('white tea')
    await expect.poll(() => line.getByRole('link').getAttribute('href')).toBe('https://shop.example/gifts')
  })

  it('R-03-162 R-03-167 R-03-168 the search is walked through with the keyboard, opens behind itself, and remembers what was looked for until it is told not to', async () => {
    const field = page.getByRole('combobox', { name: 'Search' })
    const results = page.getByRole('listbox', { name: 'Results' })
    const chosen = () => results.getByRole('option', { selected: true })
    await row(3).click()
    await composer().waitFor()
    await composer().focus()
    await page.keyboard.press('Control+Shift+f')
    await page.keyboard.type('茶')
    await results.getByRole('group', { name: 'Customers' }).waitFor()
    await results.getByRole('group', { name: 'Messages' }).getByText('More').waitFor()
    await expect
      .poll(() => results.getByRole('group', { name: 'Messages' }).getByRole('option').count())
      .toBe(6)
    await expect.poll(() => chosen().textContent()).toContain('吴彤')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => heading().textContent()).toBe('吴彤')
    await expect.poll(() => field.inputValue()).toBe('茶')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chosen().count()).toBe(1)
    const categories = page.getByRole('group', { name: 'Where to look' })
    const category = () => categories.getByRole('button', { pressed: true })
    await page.keyboard.press('Tab')
    await expect.poll(() => category().textContent()).toBe('Customers')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => category().textContent()).toBe('All')

    await field.fill('nothing has this in it')
    await page.getByText('Nothing found').waitFor()
    await page.getByRole('button', { name: 'Look in messages' }).click()
    await expect.poll(async () => category().textContent()).toBe('Messages')
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Message')

    await page.keyboard.press('Control+Shift+f')
    const recent = results.getByRole('group', { name: 'Recent searches' })
    await recent.getByText('茶', { exact: true }).waitFor()
    await page.keyboard.press('Delete')
    await recent.waitFor({ state: 'detached' })
  })

  it('R-03-013 R-03-044 R-03-197 the categories tell how many have unread messages, are ticked and moved, and one always stays', async () => {
    const bar = page.getByRole('navigation', { name: 'Categories' })
    const names = () => bar.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent))
    await list().getByText('3 unread', { exact: true }).waitFor()
    await expect
      .poll(names)
      .toEqual(['Customers33 unread messages', 'Groups', 'Colleagues', 'All33 unread messages'])
    await page.getByRole('button', { name: /Account and settings/u }).click()
    // One mode is all a browser has.
    await expect.poll(() => page.getByRole('menuitem', { name: /traditional/iu }).count()).toBe(0)
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'Conversation list' }).click()
    const ticks = settings.getByRole('list', { name: 'Categories beside the list' })
    await ticks.getByRole('button', { name: 'Move “All” up' }).click()
    await ticks
      .getByRole('listitem')
      .filter({ hasText: 'Groups' })
      .dragTo(ticks.getByRole('listitem').first())
    for (const name of ['Customers', 'Colleagues', 'All']) await ticks.getByRole('checkbox', { name }).click()
    await ticks.getByRole('checkbox', { name: 'Groups' }).click()
    await settings.getByText('At least one has to stay.').waitFor()
    await expect.poll(() => ticks.getByRole('checkbox', { name: 'Groups' }).isChecked()).toBe(true)
    await ticks.getByRole('checkbox', { name: 'All' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(names).toEqual(['Groups', 'All33 unread messages'])
  })

  it('R-03-041 (of customers) the menu of a row holds what makes sense of it and what its agent may do', async () => {
    const entries = async (index: number) => {
      await row(index).click({ button: 'right' })
      const items = page.getByRole('menuitem')
      await items.first().waitFor()
      const names = await items.allTextContents()
      await page.keyboard.press('Escape')
      await items.first().waitFor({ state: 'detached' })
      return names
    }
    const always = ['Pin', 'Favourite into…', 'Mark as unread']
    const looks = ['Colour marks…', 'View profile']
    const away = ['Block for me…', 'Remove from the list', 'Clear the list…']
    await expect.poll(() => entries(5)).toEqual([...always, ...looks, ...away])
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) return
        const permissions = [...me.permissions, 'remark.private' as const, 'block.company' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await expect
      .poll(() => entries(0))
      .toEqual([
        ...always,
        'Private remark…',
        ...looks,
        'Transfer…',
        'End session',
        'Block for me…',
        'Block for the company…',
        'Clear the list…',
      ])
  })

  it('R-03-144 R-06-140 R-06-142 R-06-150 all ways on which the customer has messages are listed, those of agents by their names; one click shows one, empty or not', async () => {
    await fake((client) => {
      const thread = (index: number, channel: 'im' | 'web', faceAgentId: string | null) =>
        ({
          conversationId: `conversation-${index}` as ConversationId,
          channel,
          faceAgentId: faceAgentId as never,
          messages: index,
          lastAt: 0,
          readable: true,
        }) as const
      const threads = [thread(0, 'web', null), thread(1, 'im', null), thread(2, 'im', 'agent-lin')]
      client.answer('customer.threads', { threads, keptAt: null })
      client.answer('thread.page', { messages: [], more: false })
    })
    await row(0).click()
    await composer().waitFor()
    await page.keyboard.press('Alt+h')
    const ways = customer().getByRole('list', { name: 'Ways' }).getByRole('button')
    await expect.poll(async () => ways.count()).toBe(3)
    await expect.poll(() => ways.nth(2).textContent()).toContain('林悦')
    await ways.nth(2).click()
    await expect.poll(() => ways.nth(2).getAttribute('aria-pressed')).toBe('true')
    await customer().getByText('No messages on this channel').waitFor()
    await expectAccessible()
  })

  it('R-06-124 whoever may not edit customers copies what could be kept of them', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await fake((client) => {
      client.customerWrites('conversation-0' as ConversationId, 'Call 13800138000')
    })
    await row(0).click()
    const word = page.getByRole('button', { name: '13800138000', exact: true })
    await word.waitFor()
    await expect.poll(() => word.getAttribute('aria-haspopup')).toBe('menu')
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) return
        const permissions = me.permissions.filter((one) => one !== 'customer.edit')
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await expect.poll(async () => word.getAttribute('aria-haspopup')).toBe(null)
    await word.click()
    await expect.poll(async () => page.evaluate(() => navigator.clipboard.readText())).toBe('13800138000')
  })

  it('R-03-171 each kind of sound is off, built in or an own file, which is not too large and can be played', async () => {
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'Sound', exact: true }).click()
    for (const name of ['soundNewSession', 'soundMessage', 'soundGroup', 'soundColleague', 'soundWaiting'])
      await expect.poll(() => settings.locator(`[data-setting="${name}"]`).getByRole('radio').count()).toBe(3)
    const group = settings.locator('[data-setting="soundGroup"]')
    await group.getByText('Own').click()
    const file = settings.locator('input[type="file"]')
    const given = (bytes: number) => ({
      name: 'gong.wav',
      mimeType: 'audio/wav',
      buffer: Buffer.alloc(bytes),
    })
    await file.setInputFiles(given(1024 * 1024 + 1))
    await settings.getByText('The file is larger than 1 MB').waitFor()
    await file.setInputFiles(given(100))
    await settings.getByText('This file cannot be played').waitFor()
    await file.setInputFiles({ ...given(0), buffer: SILENCE })
    await settings.getByText('gong.wav').waitFor()
    await expectAccessible()
  })
}

/** A sound file: a header and ten samples. */
const SILENCE = ((): Buffer => {
  const bytes = Buffer.alloc(44 + 20)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + 20, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(16_000, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(20, 40)
  return bytes
})()
