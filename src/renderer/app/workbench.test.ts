import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { showsPagesOfAccountCenter } from '../../../tests/support/accountCenterScreens.ts'
import { launchChromium } from '../../../tests/support/chromium.ts'
import type { FakeClient } from '../../../tests/support/fakeClient.ts'
import { openGallery, type Gallery } from '../../../tests/support/gallery.ts'

/** The screens as they are shipped, in a browser, under the server's policy, over a made-up desk. */
describe('the workbench', () => {
  let gallery: Gallery
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    gallery = await openGallery()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await gallery.close()
  })
  beforeEach(async () => {
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
    await page.goto(`${gallery.url}?lang=en&${query}`)
  }
  const fake = <T>(act: (client: FakeClient) => T): Promise<T> =>
    page.evaluate(`(${act.toString()})(window.fake)`) as Promise<T>
  const calls = (name: string): Promise<unknown[]> =>
    page.evaluate(
      (wanted) => window.fake?.calls.filter((call) => call.name === wanted).map(({ args }) => args) ?? [],
      name,
    )
  const rows = () => page.getByRole('listbox').getByRole('option')
  const openFirst = async (): Promise<void> => {
    await rows().first().click()
    await field().waitFor()
  }
  const field = () => page.getByRole('textbox', { name: 'Message' })
  const thread = () => page.getByRole('log')

  const expectAccessible = async (): Promise<void> => {
    // No page of its own for the result, which would cost a fifth more: nothing here is in a foreign frame.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
  }

  describe.each(['light', 'dark'])('in the %s theme', (theme) => {
    it.each(['signed-out', 'setup', 'elsewhere', 'loading'])(
      '%s can be used by everybody (WCAG AA)',
      async (scene) => {
        await open(`theme=${theme}&scene=${scene}`)
        await page.locator('main').waitFor()
        await expectAccessible()
      },
    )

    it('the whole workbench can be used by everybody (WCAG AA), in each of its states', async () => {
      await open(`theme=${theme}&scene=offline`)
      await openFirst()
      await page.getByRole('complementary', { name: 'Customer profile' }).waitFor()
      await field().fill('On my way')
      await field().press('Enter')
      await page.getByText('Will be sent when connected').waitFor()
      await expectAccessible()
      await page.keyboard.press('Alt+w')
      await page.getByRole('grid', { name: 'Waiting customers' }).waitFor()
      await expectAccessible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Account and settings/u }).click()
      await page.getByRole('menu').waitFor()
      await expectAccessible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('茶')
      await page.getByRole('option', { name: /白茶/u }).first().waitFor()
      await expectAccessible()
    })
  })

  it('the account stays when the password is wrong, and the reason is a sentence', async () => {
    await open('scene=signed-out')
    await fake((client) => {
      client.refuseNext('account.sign-in', 'wrong-credentials')
    })
    await page.getByLabel('Account').fill('chenhan')
    await page.getByLabel('Password').fill('nope')
    await page.getByLabel('Password').press('Enter')
    await page.getByText('The account or the password is wrong.').waitFor()
    expect(await page.getByLabel('Account').inputValue()).toBe('chenhan')
    await page.getByLabel('Password').fill('right')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: '青石茶舍' }).waitFor()
    expect(await calls('account.sign-in')).toHaveLength(2)
  })

  it('an answer goes out by Enter, the field is empty then, and the text stays when it is refused', async () => {
    await open()
    await openFirst()
    await field().fill('Hello')
    await field().press('Control+Enter')
    await field().pressSequentially('second line')
    await field().press('Enter')
    await thread().getByText('Hello second line').waitFor()
    await expect.poll(() => field().inputValue()).toBe('')
    await fake((client) => {
      client.refuseNext('message.send', 'disk-full')
    })
    await field().fill('kept')
    await field().press('Enter')
    await page.getByText('The disk is full').waitFor()
    expect(await field().inputValue()).toBe('kept')
  })

  it('R-03-089 Enter inside a composition never sends', async () => {
    await open()
    await openFirst()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 })
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    expect(await calls('message.send')).toEqual([])
    await cdp.send('Input.insertText', { text: '你好' })
    await field().press('Enter')
    await thread().getByText('你好', { exact: true }).last().waitFor()
    expect(await calls('message.send')).toHaveLength(1)
  })

  it('a draft is kept when another conversation is opened, and marked in the list', async () => {
    await open()
    await openFirst()
    await field().fill('half a sentence')
    await rows().nth(1).click()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('option', { name: /half a sentence/u }).waitFor()
    await page.getByRole('option', { name: /half a sentence/u }).click()
    await expect.poll(() => field().inputValue()).toBe('half a sentence')
  })

  it('R-03-187 when a colleague answered meanwhile, the agent decides: send anyway, edit or delete', async () => {
    await open()
    await openFirst()
    await fake((client) => {
      client.change(() => {
        client.desk.outbox = [
          {
            id: 'late' as never,
            conversationId: 'conversation-0' as never,
            body: { kind: 'text', text: 'My late answer' },
            state: 'failed',
            reason: 'answered-meanwhile',
            createdAt: Date.now(),
          },
        ]
      })
    })
    await page.getByText('A colleague answered while you were typing.').waitFor()
    await expectAccessible()
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect.poll(() => field().inputValue()).toBe('My late answer')
    expect(await calls('outbox.discard')).toEqual([{ id: 'late' }])
  })

  it('the thread opens at its end, loads older messages without a jump and stays put when new ones come', async () => {
    await open()
    await openFirst()
    const gap = () =>
      thread().evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight))
    await expect.poll(gap).toBeLessThanOrEqual(1)
    expect(await calls('history.load')).toEqual([])
    await thread().hover()
    for (let step = 0; step < 12; step += 1) await page.mouse.wheel(0, -700)
    await expect.poll(async () => (await calls('history.load')).length).toBeGreaterThan(0)
    const top = () =>
      thread().evaluate((box) => {
        const edge = box.getBoundingClientRect().top
        const row = [...box.querySelectorAll<HTMLElement>('[data-key]')].find(
          (one) => one.getBoundingClientRect().bottom > edge + 40,
        )
        return [row?.dataset['key'], Math.round((row?.getBoundingClientRect().top ?? 0) - edge)]
      })
    // Until the reading and loading of this scroll is over.
    let before = await top()
    await expect
      .poll(
        async () => {
          const now = await top()
          const same = JSON.stringify(now) === JSON.stringify(before)
          before = now
          return same
        },
        { interval: 300 },
      )
      .toBe(true)
    await fake((client) => {
      client.customerWrites('conversation-0' as never, 'Are you there?')
    })
    await page.getByRole('button', { name: '1 new message' }).waitFor()
    expect(await top()).toEqual(before)
    await page.getByRole('button', { name: '1 new message' }).click()
    await thread().getByText('Are you there?').waitFor()
    expect(await thread().locator('[data-key]').count()).toBeLessThan(60)
  })

  it('R-03-050 what was seen in a window with focus counts as read, once', async () => {
    await open()
    await page.getByRole('option', { name: /李明轩/u }).click()
    await expect.poll(() => calls('read.advance')).toHaveLength(1)
  })

  it('R-03-035 the list does not move under the pointer', async () => {
    await open()
    const names = () => rows().evaluateAll((all) => all.map((row) => row.id))
    await rows().nth(1).hover()
    const before = await names()
    await fake((client) => {
      client.customerWrites('conversation-3' as never, 'Hello?')
    })
    await page.getByRole('button', { name: '1 update' }).waitFor()
    expect(await names()).toEqual(before)
    await page.mouse.move(900, 500)
    await expect.poll(names).not.toEqual(before)
  })

  it('R-02-118 R-02-121 ticked customers are accepted in order; who was faster is said and nothing else is lost', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+w')
    const grid = page.getByRole('grid')
    await grid.getByRole('row').nth(1).click()
    await grid.getByRole('row').nth(2).click()
    await fake((client) => {
      client.refuseNext('session.accept', 'already-taken', { agentName: 'Lin' })
    })
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText('Accepted 1, 1 not: Lin was faster and took this customer.').waitFor()
    expect(await calls('session.accept')).toEqual([{ sessionId: 'pool-0' }, { sessionId: 'pool-1' }])
  })

  it('R-02-129 a pool that cannot be loaded says so, tries again and keeps the filters; an empty one says so too', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+w')
    const pool = page.getByRole('region', { name: 'Waiting customers' })
    await pool.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Nobody' })
    await page.keyboard.press('Escape')
    await fake((client) => {
      client.setStatus({ state: 'offline', since: 1 })
    })
    await pool.getByText('Could not load the pool').waitFor()
    await pool.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(async () => (await calls('connection.confirm')).length).toBe(1)
    await pool.getByRole('button', { name: '1 filter' }).waitFor()
    await fake((client) => {
      client.change(() => {
        client.desk.pool = []
      })
      client.setStatus({ state: 'connected', since: 2 })
    })
    await pool.getByRole('button', { name: 'Clear filters' }).click()
    await pool.getByText('No waiting customers').waitFor()
  })

  it('R-03-113 a key accepts the next customer, one’s own first, and opens the conversation', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+a')
    await page.getByRole('heading', { name: '何美玲' }).first().waitFor()
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('ending asks again when the customer has just written', async () => {
    await open()
    await openFirst()
    await fake((client) => {
      client.refuseNext('session.end', 'new-message')
    })
    await page.keyboard.press('Alt+e')
    await page.getByRole('button', { name: 'End anyway' }).click()
    await expect.poll(() => rows().count()).toBe(3)
    expect(await calls('session.end')).toHaveLength(2)
  })

  it('R-03-126 when somebody else saved first both values are shown and nothing is overwritten', async () => {
    await open()
    await openFirst()
    await fake((client) => {
      client.refuseNext('customer.edit', 'conflict')
    })
    const company = page.getByRole('textbox', { name: 'Company' })
    await company.fill('Mingshan Ltd')
    await company.press('Enter')
    await page.getByText('Somebody else has just changed this customer.').waitFor()
    await page.getByRole('button', { name: 'Keep “茗山茶业”' }).waitFor()
    await page.getByRole('button', { name: 'Change to “Mingshan Ltd”' }).click()
    await expect.poll(async () => (await calls('customer.edit')).length).toBe(2)
    await expect.poll(() => company.inputValue()).toBe('Mingshan Ltd')
  })

  it('an invalid value stays in its field with the reason and is not sent', async () => {
    await open()
    await openFirst()
    const email = page.getByRole('textbox', { name: 'E-mail' })
    await email.fill('not an address')
    await email.press('Enter')
    await page.getByText('Not an e-mail address').waitFor()
    expect(await email.inputValue()).toBe('not an address')
    expect(await calls('customer.edit')).toEqual([])
  })

  it('a removed conversation can be taken back, and is removed for good only after that', async () => {
    await open()
    await page.getByRole('tab', { name: 'All' }).click()
    await page.getByRole('option', { name: /刘洋/u }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Remove from the list' }).click()
    await expect.poll(() => page.getByRole('option', { name: /刘洋/u }).count()).toBe(0)
    await page.keyboard.press('Alt+z')
    await page.getByRole('option', { name: /刘洋/u }).waitFor()
    expect(await calls('list-entry.remove')).toEqual([])
  })

  it('search goes to a message and marks it', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('闻香杯')
    await page.getByText('Nothing found').waitFor()
    await page.getByRole('combobox', { name: 'Search' }).fill('保存比较好')
    await page
      .getByRole('option', { name: /保存比较好/u })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-marked]').getByText('保存比较好').waitFor()
  })

  it('signing out names what would be lost', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('dialog').getByText('Draft to 陈思涵').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await calls('account.sign-out')).toEqual([])
  })

  it('R-02-069 signing out asks what becomes of running sessions, and ends them where one says so', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/sessions are still running/u).waitFor()
    await dialog.getByText('Transfer', { exact: true }).click()
    expect(await dialog.getByRole('button', { name: 'Sign out anyway' }).isDisabled()).toBe(true)
    await expectAccessible()
    await dialog.getByText('End', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await expect.poll(async () => (await calls('account.sign-out')).length).toBe(1)
    expect((await calls('session.end')).length).toBeGreaterThan(1)
  })

  it('theme and language change at once and are remembered', async () => {
    await page.goto(gallery.url)
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: '中文' }).click()
    await page.getByRole('tab', { name: '全部会话' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await calls('setting.save')).toEqual([
      { key: 'theme', value: 'dark' },
      { key: 'language', value: 'zh-CN' },
    ])
  })

  it('R-03-002 R-03-003 columns are resized by keyboard, no further than their least width, and remembered', async () => {
    await open()
    await openFirst()
    const width = () =>
      page.getByRole('region', { name: 'Conversations' }).evaluate((element) => element.clientWidth)
    const before = await width()
    await page.getByRole('separator', { name: 'Width of the list' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(width).toBeGreaterThan(before)
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft')
    await expect.poll(width).toBeGreaterThanOrEqual(199)
    await expect.poll(async () => (await calls('setting.save')).length).toBeGreaterThan(0)
  })

  it('the emoji picker speaks the language and asks no other host', async () => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(gallery.url) && !/^(?:data|blob):/u.test(request.url()))
        foreign.push(request.url())
    })
    await open()
    await openFirst()
    await page.getByRole('button', { name: 'Emoji' }).click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('red apple')
    await page.getByText('🍎').click()
    await expect.poll(() => field().inputValue()).toBe('🍎')
    expect(foreign).toEqual([])
  })

  it('files that are dropped or chosen wait beside the text; those that cannot go are named', async () => {
    await open()
    await openFirst()
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles([
        { name: 'guide.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pdf') },
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      ])
    await page.getByText('“empty.txt” is empty and was not added.').waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await thread().getByText('guide.pdf').last().waitFor()
    expect(await calls('file.send')).toHaveLength(1)
  })

  describe('R-02-041 pages of the account center', () => {
    showsPagesOfAccountCenter(() => ({
      url: gallery.url,
      page,
      forgive: () => {
        complaints = []
      },
    }))
  })
})
