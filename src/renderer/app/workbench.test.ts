import type { BrowserContext, Page } from 'playwright'
import { beforeEach, describe, expect, it } from 'vitest'

import { atRest } from '../../../tests/support/atRest.ts'
import { useWorkbench, type WorkbenchStage } from '../../../tests/support/workbenchStage.ts'

describe('the workbench', () => {
  const stage = useWorkbench()
  let page: Page
  let context: BrowserContext
  let { open, fake, calls, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, context, open, fake, calls, expectAccessible } = stage())
  })

  const rows = () => page.getByRole('listbox').getByRole('option')
  /** The first of the desk's conversations, which is running. */
  const openFirst = async (): Promise<void> => {
    await page.locator('[data-id="conversation-0"]').click()
    await field().waitFor()
  }
  const field = () => page.getByRole('textbox', { name: 'Message' })
  const thread = () => page.getByRole('log')

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
      await page.getByRole('complementary', { name: 'Customer', exact: true }).waitFor()
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
    await expect.poll(() => page.getByLabel('Account').inputValue()).toBe('chenhan')
    await page.getByLabel('Password').fill('right')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: '青石茶舍' }).waitFor()
    await expect.poll(() => calls('account.sign-in')).toHaveLength(2)
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
    await expect.poll(() => field().inputValue()).toBe('kept')
  })

  it('R-06-064 whoever writes faster than the disk sends each message by its Enter, in order, and what stands behind them stays', async () => {
    await open()
    await openFirst()
    await fake((client) => {
      client.holdNext('message.send')
    })
    for (const word of ['one', 'two', 'three']) {
      await field().pressSequentially(word)
      await field().press('Enter')
    }
    await field().pressSequentially('four')
    await fake((client) => {
      client.letGo()
    })
    const sent = async (): Promise<unknown[]> =>
      ((await calls('message.send')) as { body: { text: string } }[]).map(({ body }) => body.text)
    await expect.poll(sent).toEqual(['one', 'two', 'three'])
    await expect.poll(() => field().inputValue()).toBe('four')
  })

  it('R-03-089 Enter inside a composition never sends', async () => {
    await open()
    await openFirst()
    await field().focus()
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
    await expect.poll(() => calls('message.send')).toHaveLength(1)
  })

  it('R-06-070 Enter and Ctrl+Enter change places by a setting, in the field, its hint and the keys that are told', async () => {
    await open()
    await openFirst()
    await expect.poll(() => field().getAttribute('placeholder')).toContain('Enter sends, Ctrl+Enter breaks')
    await field().fill('one')
    await field().press('Control+Enter')
    await field().pressSequentially('two')
    await expect.poll(() => field().inputValue()).toBe('one\ntwo')
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, sendKey: 'mod-enter' }
      })
    })
    await page.getByPlaceholder('Ctrl+Enter sends, Enter breaks the line').waitFor()
    await field().press('Enter')
    await field().pressSequentially('three')
    expect(await calls('message.send')).toEqual([])
    await expect
      .poll(() => page.getByRole('button', { name: 'Send', exact: true }).getAttribute('title'))
      .toBe('Ctrl+Enter')
    await field().press('Control+Enter')
    await thread().getByText('one two three').last().waitFor()
  })

  it('R-03-096 a draft keeps text, quote, files and caret while another conversation is open, and takes news of another device', async () => {
    await open()
    await openFirst()
    await thread().locator('article').last().hover()
    await thread().locator('article').last().getByRole('button', { name: 'Quote' }).click()
    await field().fill('half a sentence')
    await field().press('Home')
    for (let step = 0; step < 4; step += 1) await field().press('ArrowRight')
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') }
    await page.locator('.fy-composer input[type=file]').last().setInputFiles(notes)
    await page.getByText('notes.txt').waitFor()
    await page.locator('[data-id="conversation-1"]').click()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('option', { name: /half a sentence/u }).click()
    await expect.poll(() => field().inputValue()).toBe('half a sentence')
    await expect
      .poll(() => field().evaluate((element: HTMLTextAreaElement) => element.selectionStart))
      .toBe(4)
    await page.getByText('notes.txt').waitFor()
    await page.getByRole('button', { name: 'Do not quote' }).waitFor()
    await fake(async (client) => {
      const conversationId = 'conversation-0' as never
      await client.run('draft.save', { conversationId, text: 'from the phone', writer: 'phone', base: 7 })
    })
    await expect.poll(() => field().inputValue()).toBe('from the phone')
    await field().press('End')
    await field().pressSequentially('!')
    await expect
      .poll(async () => (await calls('draft.save')).at(-1))
      .toMatchObject({ text: 'from the phone!', base: 7 })
  })

  it('R-03-098 R-03-100 R-03-187 when a colleague answered meanwhile, the agent decides: send anyway, edit or delete', async () => {
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
            heldUntil: null,
          },
        ]
      })
    })
    await page.getByText('A colleague answered while you were typing.').waitFor()
    await expectAccessible()
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect.poll(() => field().inputValue()).toBe('My late answer')
    await expect.poll(() => calls('outbox.discard')).toEqual([{ id: 'late' }])
  })

  it('R-03-107 R-06-134 the thread opens at its end, loads older messages without a jump, stays put when new ones come and leads to the first of them', async () => {
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
    const before = await atRest(top)
    await fake((client) => {
      for (const text of ['Are you there?', ...Array.from({ length: 30 }, (_, at) => `More ${at}`)])
        client.customerWrites('conversation-0' as never, text)
    })
    await page.getByRole('button', { name: '31 new messages' }).waitFor()
    await expect.poll(top).toEqual(before)
    await page.getByRole('button', { name: '31 new messages' }).click()
    await expect.poll(() => thread().getByText('Are you there?').isVisible()).toBe(true)
    await expect.poll(gap).toBeGreaterThan(100)
    await page.getByRole('button', { name: 'To the newest' }).click()
    await expect.poll(gap).toBeLessThanOrEqual(1)
    await expect.poll(() => thread().locator('[data-key]').count()).toBeLessThan(60)
  })

  it('R-03-106 messages are selected by pointer and by keys, copied, and forwarded to others (favourites apart)', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open()
    await openFirst()
    const texts = thread().locator('article')
    const said = await texts.last().locator('.fy-text').textContent()
    await thread().focus()
    await page.keyboard.press('Shift+ArrowUp')
    await page.getByText('1 message selected').waitFor()
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(said)
    await texts.last().hover()
    await texts.last().getByRole('button', { name: 'Select' }).click()
    await texts.nth(-3).click({ modifiers: ['Shift'], position: { x: 4, y: 4 } })
    await page.getByText('3 messages selected').waitFor()
    await page
      .getByRole('toolbar', { name: 'Selected messages' })
      .getByRole('button', { name: 'Forward' })
      .click()
    await expectAccessible()
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('王建国')
    await page
      .getByRole('checkbox', { name: /王建国/u })
      .first()
      .check()
    await page.getByRole('button', { name: 'Forward to 1 conversation' }).click()
    await page.getByText('Forwarded to 1 conversation').waitFor()
    const sent = [...(await calls('message.send')), ...(await calls('stored-file.send'))]
    expect(sent).toHaveLength(3)
    await expect.poll(() => page.getByRole('toolbar', { name: 'Selected messages' }).count()).toBe(0)
  })

  it('R-03-189 a note to colleagues is unmistakable, never an answer, stands in the thread, and is over when it is saved (names apart)', async () => {
    await open()
    await openFirst()
    await field().fill('for the customer')
    await page.keyboard.press('Alt+i')
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('asks for a discount each time')
    await expectAccessible()
    await expect.poll(() => field().count()).toBe(0)
    await note.press('Enter')
    await thread()
      .getByRole('article', { name: /Internal note by/u })
      .getByText('asks for a discount')
      .waitFor()
    await expect.poll(() => field().inputValue()).toBe('for the customer')
    expect(await calls('message.send')).toEqual([])
    await page.getByRole('button', { name: 'Internal note' }).click()
    await expect.poll(() => note.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await field().waitFor()
  })

  it('R-03-102 R-06-084 what was taken back is written again, with what it quoted, behind what is there', async () => {
    await open()
    await openFirst()
    const last = thread().locator('article').last()
    await last.hover()
    await last.getByRole('button', { name: 'Quote' }).click()
    await field().fill('Wednesday')
    await field().press('Enter')
    await thread().getByText('Wednesday').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Do not quote' }).count()).toBe(0)
    await field().fill('Sorry:')
    await thread().locator('article').last().hover()
    await thread().locator('article').last().getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('button', { name: 'Edit again' }).click()
    await expect.poll(() => field().inputValue()).toBe('Sorry:\nWednesday')
    await page.getByRole('button', { name: 'Do not quote' }).waitFor()
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
    await expect.poll(names).toEqual(before)
    await page.mouse.move(900, 500)
    await expect.poll(names).not.toEqual(before)
  })

  it('R-02-118 R-02-121 ticked customers are accepted in order; who was faster is said and nothing else is lost', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+w')
    const grid = page.getByRole('grid')
    // Arrows and Enter mean the first row at once.
    const isFocused = (one: Element): boolean => one === document.activeElement
    await expect.poll(async () => grid.getByRole('row').nth(1).evaluate(isFocused)).toBe(true)
    await grid.getByRole('row').nth(1).click()
    await grid.getByRole('row').nth(2).click()
    await fake((client) => {
      client.refuseNext('session.accept', 'already-taken', { agentName: 'Lin' })
    })
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText('Accepted 1, 1 not: Lin was faster and took this customer.').waitFor()
    await expect
      .poll(() => calls('session.accept'))
      .toEqual([{ sessionId: 'pool-0' }, { sessionId: 'pool-1' }])
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

  it('a key that is heard while the line is down says so until there is an answer, and counts once', async () => {
    await open()
    await rows().first().waitFor()
    await fake((client) => {
      client.holdNext('session.accept')
    })
    await page.keyboard.press('Alt+a')
    await page.getByRole('status').getByText('Accepting…').waitFor()
    await page.keyboard.press('Alt+a')
    await fake((client) => {
      client.letGo()
    })
    await page.getByRole('heading', { name: '何美玲' }).first().waitFor()
    await expect.poll(() => page.getByText('Accepting…').count()).toBe(0)
    await expect.poll(() => calls('session.accept')).toHaveLength(1)
  })

  it('ending asks again when the customer has just written', async () => {
    await open()
    await openFirst()
    await fake((client) => {
      client.refuseNext('session.end', 'new-message')
    })
    await page.keyboard.press('Alt+e')
    await page.getByRole('button', { name: 'End anyway' }).click()
    await expect.poll(async () => (await calls('ending.hold')).length).toBe(2)
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
    await page.getByText('Somebody else has just changed this.').waitFor()
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
    await expect.poll(() => email.inputValue()).toBe('not an address')
    expect(await calls('customer.edit')).toEqual([])
  })

  it('a removed conversation can be taken back, and is removed for good only after that', async () => {
    await open()
    await page.getByRole('option', { name: /刘洋/u }).click({ button: 'right' })
    const remove = page.getByRole('menuitem', { name: 'Remove from the list' })
    await remove.waitFor()
    // It can be taken back for five seconds: the test's, however slow the machine is.
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 60_000)
    await remove.click()
    await expect.poll(() => page.getByRole('option', { name: /刘洋/u }).count()).toBe(0)
    await page.keyboard.press('Alt+z')
    await page.getByRole('option', { name: /刘洋/u }).waitFor()
    expect(await calls('list-entry.remove')).toEqual([])
  })

  it('search goes to a message and marks it', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Control+Shift+f')
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

  it('R-02-069 R-03-157 signing out asks what becomes of running sessions, and ends them where one says so', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/sessions are still running/u).waitFor()
    await dialog.getByText('Transfer', { exact: true }).click()
    await expect.poll(() => dialog.getByRole('button', { name: 'Sign out anyway' }).isDisabled()).toBe(true)
    await expectAccessible()
    await dialog.getByText('End', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await expect.poll(async () => (await calls('account.sign-out')).length).toBe(1)
    await expect.poll(async () => (await calls('session.end')).length).toBeGreaterThan(1)
  })

  it.each([
    ['light', 'en', 'plain', 100],
    ['dark', 'zh-CN', 'plain', 150],
    ['light', 'en', 'tide', 150],
    ['contrast', 'zh-CN', 'plain', 100],
  ])(
    'R-03-179 the design page in %s, %s, skin %s, text %i: nothing is cut, everybody can use it',
    async (theme, language, skin, size) => {
      await page.goto(`${stage().url}?scene=design&theme=${theme}&lang=${language}&skin=${skin}&text=${size}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const cut = (): Promise<string[]> =>
        page
          .locator('[data-box], section, button, label, .fy-empty, html')
          .evaluateAll((boxes) =>
            boxes
              .filter((box) => !box.classList.contains('fy-cut') && box.scrollWidth > box.clientWidth)
              .map(({ outerHTML }) => outerHTML.slice(0, 120)),
          )
      await expect.poll(cut).toEqual([])
      await expectAccessible()
    },
  )

  describe('the settings', () => {
    const openSettings = async (): Promise<void> => {
      await page.getByRole('button', { name: /Account and settings/u }).click()
      await page.getByRole('menuitem', { name: 'Settings' }).click()
    }
    const dialog = () => page.getByRole('dialog', { name: 'Settings' })

    it('R-03-180 are found by label, R-03-179 R-03-176 change everything at once, R-03-184 and go back to the defaults, or not', async () => {
      await open()
      await openSettings()
      await dialog().getByRole('searchbox').fill('size text')
      await page.keyboard.press('Enter')
      const size = dialog().getByRole('combobox', { name: 'Text size' })
      await expect.poll(() => size.evaluate((element) => element === document.activeElement)).toBe(true)
      await size.selectOption('150 %')
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('24px')
      await dialog().getByRole('combobox', { name: 'Skin' }).selectOption('Tide')
      await expect.poll(() => page.locator('html').getAttribute('data-skin')).toBe('tinted')
      await dialog().getByRole('searchbox').fill('')
      await expectAccessible()
      await dialog().getByRole('button', { name: 'Restore defaults' }).click()
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('16px')
      await dialog().getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('24px')
    })

    it('R-03-185 what the company locked is shown with its value, and cannot be chosen', async () => {
      await open()
      await fake((client) => {
        client.change(() => {
          client.desk.settingDefaults = { settings: { textSize: { value: 125, locked: true } }, version: 1 }
        })
      })
      await openSettings()
      const row = dialog().locator('[data-setting="textSize"]')
      await row.getByText('Set by the company').waitFor()
      await expect.poll(() => row.getByRole('combobox').isDisabled()).toBe(true)
      await expect.poll(() => row.getByRole('combobox').inputValue()).toBe('125')
    })

    it('R-03-101 R-06-130 messages in lines or in bubbles, at once and at the same place', async () => {
      await open()
      await openFirst()
      await thread().getByRole('article').first().waitFor()
      const style = () => page.locator('html').getAttribute('data-messages')
      await expect.poll(style).toBe('lines')
      const last = thread().getByRole('article').last()
      await last.waitFor()
      const below = () =>
        last.evaluate((row) => {
          const log = row.closest('[role="log"]')
          return (log?.getBoundingClientRect().bottom ?? 0) - row.getBoundingClientRect().bottom
        })
      const before = await atRest(below)
      await fake((client) => {
        client.change(() => {
          client.desk.agentSettings = { ...client.desk.agentSettings, bubbles: true }
        })
      })
      await expect.poll(style).toBe('bubbles')
      await expect.poll(async () => Math.abs((await below()) - before)).toBeLessThan(8)
    })
  })

  it('a first look around is offered once, shows what is there, and leaves by Esc', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = {}
      })
    })
    await page.getByRole('button', { name: 'Show me around' }).click()
    const step = page.getByRole('dialog', { name: 'Your conversations' })
    await step.waitFor()
    await expectAccessible()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Reception and presence' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'Show me around' }).count()).toBe(0)
    await expect.poll(() => calls('agent-setting.save')).toEqual([{ changes: { toured: true } }])
  })

  it('theme and language change at once and are remembered', async () => {
    await page.goto(stage().url)
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: '中文' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: /^账号与设置/u }).waitFor()
    await expect
      .poll(() => calls('agent-setting.save'))
      .toEqual([{ changes: { theme: 'dark' } }, { changes: { language: 'zh-CN' } }])
  })

  it('R-03-002 R-03-003 columns are resized by keyboard, no further than their least width, and remembered', async () => {
    await open()
    await openFirst()
    const width = () =>
      page.getByRole('region', { name: 'Conversations' }).evaluate((element) => element.clientWidth)
    const before = await atRest(width)
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
      if (!request.url().startsWith(stage().url) && !/^(?:data|blob):/u.test(request.url()))
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

  it('R-03-090 R-06-035 a text over the limit is counted, never cut, and goes in parts at the ends of paragraphs', async () => {
    await open()
    await openFirst()
    await field().fill('a'.repeat(4500))
    await page.getByText('4,500 / 5,000').waitFor()
    await field().fill(`${'a'.repeat(3000)}\n\n${'b'.repeat(3000)}`)
    await expect.poll(() => page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Split and send (2 messages)' }).click()
    await expect.poll(() => field().inputValue()).toBe('')
    await expect
      .poll(() => calls('message.send'))
      .toMatchObject([{ body: { text: 'a'.repeat(3000) } }, { body: { text: 'b'.repeat(3000) } }])
  })

  it('R-06-031 a picture over 5 MB goes as a file or is made smaller, as its sender likes', async () => {
    await open()
    await openFirst()
    await page.evaluate(async () => {
      const side = 1500
      const canvas = new OffscreenCanvas(side, side)
      const context2d = canvas.getContext('2d')
      const noise = new ImageData(side, side)
      for (let at = 0; at < noise.data.length; at += 65_536)
        crypto.getRandomValues(noise.data.subarray(at, at + 65_536))
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255
      context2d?.putImageData(noise, 0, 0)
      const data = new DataTransfer()
      data.items.add(new File([await canvas.convertToBlob()], 'noise.png', { type: 'image/png' }))
      const input = document.querySelector<HTMLInputElement>('.fy-composer input[type=file]')
      if (!input) throw new Error('no field for pictures')
      input.files = data.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.getByText('Over 5 MB, will be sent as a file').waitFor()
    await page.getByRole('button', { name: 'Make smaller' }).click()
    await page.getByRole('textbox', { name: /^What noise\.jpg shows/u }).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.poll(() => calls('file.send')).toMatchObject([{ name: 'noise.jpg', as: 'image' }])
  })

  it('R-03-093 cells of a spreadsheet are asked about, everything else is pasted as plain text or a file', async () => {
    await open()
    await openFirst()
    const paste = (html: string): Promise<void> =>
      field().evaluate((element, pasted) => {
        const data = new DataTransfer()
        data.setData('text/plain', 'A1\tB1')
        data.setData('text/html', pasted)
        data.items.add(new File([new Uint8Array([1])], 'cells.png', { type: 'image/png' }))
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      }, html)
    const ask = page.getByRole('group', { name: 'Insert the cells as' })
    await paste('<b>A1</b>')
    await expect.poll(() => ask.count()).toBe(0)
    await paste('<table><tr><td>A1</td></tr></table>')
    await ask.getByRole('button', { name: 'Text' }).click()
    await expect.poll(() => field().inputValue()).toBe('A1\tB1')
    await paste('<table><tr><td>A1</td></tr></table>')
    await ask.getByRole('button', { name: 'Picture' }).click()
    await page.getByRole('button', { name: 'Remove cells.png' }).waitFor()
  })

  it('R-03-097 what was sent or thrown away comes back with the arrow key in an empty field', async () => {
    await open()
    await openFirst()
    await field().fill('first answer')
    await field().press('Enter')
    await expect.poll(() => field().inputValue()).toBe('')
    await field().fill('never sent')
    await field().press('Control+A')
    await field().press('Delete')
    await field().press('ArrowUp')
    await expect.poll(() => field().inputValue()).toBe('never sent')
    await field().press('ArrowUp')
    await expect.poll(() => field().inputValue()).toBe('first answer')
    await field().press('ArrowDown')
    await expect.poll(() => field().inputValue()).toBe('never sent')
    await field().press('ArrowDown')
    await expect.poll(() => field().inputValue()).toBe('')
  })

  it('R-06-009 quick replies (R-06-100 of texts): a click inserts, a double click sends instead, and everybody can use them (WCAG AA)', async () => {
    await open()
    await openFirst()
    await field().fill('您好 ')
    await page
      .getByRole('toolbar', { name: 'Writing tools' })
      .getByRole('button', { name: 'Quick replies' })
      .click()
    const panel = page.getByRole('dialog', { name: 'Quick replies' })
    const reply = panel.getByRole('button', { name: /^运费/u })
    await expectAccessible()
    await reply.click()
    await expect.poll(() => field().inputValue()).toBe('您好 满 99 元包邮，偏远地区除外。')
    await panel.getByRole('combobox').fill('tkzq')
    await panel.getByRole('button', { name: /^退款周期/u }).dblclick()
    await thread().getByText('退款提交后').last().waitFor()
    await expect.poll(() => field().inputValue()).toBe('您好 满 99 元包邮，偏远地区除外。')
    await expect.poll(() => calls('quick-reply.count-use')).toHaveLength(2)
    await field().fill('')
    await field().pressSequentially('#')
    await page.getByRole('listbox', { name: 'Quick replies' }).waitFor()
    await expectAccessible()
    await field().fill('/zzz')
    await expect.poll(() => page.getByRole('listbox', { name: 'Commands' }).count()).toBe(0)
    await field().fill('/')
    await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first().waitFor()
    await expectAccessible()
  })

  it('R-06-050 files that are dropped or chosen wait beside the text and are kept by the server; those that cannot go are named', async () => {
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
    await page.getByRole('region', { name: 'Conversation', exact: true }).evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }))
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.getByRole('button', { name: 'Remove dropped.txt' }).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await thread().getByText('guide.pdf').last().waitFor()
    await expect.poll(async () => (await calls('file.send')).length).toBe(2)
  })
})
