/** What an agent sees of their list of conversations, over a made-up desk; the gallery and its page are the caller's. */
import { beforeEach, expect, it } from 'vitest'

import type { ConversationId } from '../../src/protocol/model/index.ts'
import type { DeskStage } from './deskStage.ts'

export const showsListOfConversations = (stage: () => DeskStage): void => {
  let { page, fake, calls, open } = {} as DeskStage
  beforeEach(async () => {
    ;({ page, fake, calls, open } = stage())
    await open()
    await rows().first().waitFor()
  })
  const list = () => page.getByRole('region', { name: 'Conversations' })
  const rows = () => list().getByRole('option')
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  /** A colour as the theme has it. */
  const colorOf = async (name: string): Promise<string> =>
    page.evaluate((variable) => {
      const probe = document.createElement('i')
      probe.style.color = `var(${variable})`
      document.body.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }, name)

  it('R-03-021 R-03-022 R-03-023 R-03-024 R-03-026 R-03-029 a row tells who it is, whether they are there, and as much of the rest as the agent wants', async () => {
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const changes: Readonly<Record<string, Partial<(typeof found)[number]>>> = {
        'conversation-0': {
          customerName: '一二三四五六七八九十一二三四五六七八',
          publicName: 'Li Na',
          marks: 'm-red,m-blue,m-green,m-pink',
          unread: 1,
          online: true,
        },
        'conversation-1': { customerName: '', typing: true, unread: 120 },
        'conversation-2': { channel: 'im', online: false, unread: 2 },
        'conversation-3': { channel: 'email', online: true },
      }
      client.change(() => {
        client.desk.agentSettings = {
          ...client.desk.agentSettings,
          colorMarks: (['red', 'blue', 'green', 'pink'] as const).map((color) => ({
            id: `m-${color}`,
            color,
            name: `Is ${color}`,
            rule: null,
          })),
        }
      })
      client.answer(
        'conversations.list',
        found.map((one) => ({ ...one, ...changes[one.id] })),
      )
    })
    const name = (index: number) => row(index).locator('.fy-row-name')
    await expect.poll(() => name(0).textContent()).toBe('一二三四五六七八九十一二三四五六七…')
    await expect
      .poll(() => name(0).getAttribute('title'))
      .toBe('一二三四五六七八九十一二三四五六七八 (Li Na)')
    await expect.poll(() => name(1).textContent()).toBe('Visitor 1025')

    const marks = row(0).getByRole('img', { name: 'Is red · Is blue · Is green · Is pink' })
    await expect.poll(() => marks.locator('.fy-mark').count()).toBe(3)
    await expect.poll(() => marks.getAttribute('title')).toBe('Is red · Is blue · Is green · Is pink')

    const unread = (index: number) => row(index).locator('.fy-unread > [aria-hidden]')
    await expect
      .poll(() => Promise.all([0, 1, 2].map(async (index) => unread(index).textContent())))
      .toEqual(['', '99+', '2'])
    await expect.poll(() => row(3).locator('.fy-unread').count()).toBe(0)

    const told = async (index: number): Promise<readonly (string | null)[]> => {
      const dot = row(index).locator('.fy-avatar-dot')
      const shown = (await dot.count()) === 0 ? null : await dot.getAttribute('data-presence')
      return [await row(index).locator('> span').getAttribute('title'), shown]
    }
    await expect.poll(() => told(0)).toEqual(['Web · Online', 'online'])
    await expect.poll(() => told(2)).toEqual(['IM · Offline', 'offline'])
    await expect.poll(() => told(3)).toEqual(['E-mail', null])

    await row(1).getByText('Typing…').waitFor()
    const source = row(2).locator('.fy-row-source')
    const text = row(2).getByText('白茶礼盒还有货吗')
    await expect
      .poll(async () => [await source.count(), await text.count(), await marks.count()])
      .toEqual([1, 1, 1])
    await fake((client) => {
      client.change(() => {
        const off = { listPreview: false, listSource: false, listMarks: false }
        client.desk.agentSettings = { ...client.desk.agentSettings, ...off }
      })
    })
    await expect
      .poll(async () => [await source.count(), await text.count(), await marks.count()])
      .toEqual([0, 0, 0])
    await row(1).getByText('Typing…').waitFor()
  })

  it('R-03-028 R-03-030 who waits for an answer is seen from the first second, and who is new until they are opened', async () => {
    // Whoever waits waits no longer while the test is at it.
    await page.clock.setFixedTime(Date.now())
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const waited = [15, 45, 75]
      client.answer(
        'conversations.list',
        found.slice(0, 4).map((one, index) => ({
          ...one,
          waitingSince: index < 3 ? Date.now() - (waited[index] ?? 0) * 1000 : null,
          ...(index === 3 && { sessionState: 'assigned' as const }),
        })),
      )
    })
    const wait = (index: number) => rows().nth(index).locator('.fy-waiting')
    await expect.poll(async () => rows().count()).toBe(4)
    const colors = async (): Promise<string[]> =>
      Promise.all([0, 1, 2].map(async (index) => wait(index).evaluate((one) => getComputedStyle(one).color)))
    const [grey, amber, red] = await Promise.all(
      ['--fy-secondary', '--fy-waiting', '--fy-danger'].map(colorOf),
    )
    await expect.poll(colors).toEqual([grey, amber, red])
    await expect.poll(() => wait(0).textContent()).toMatch(/0:\d\d$/u)
    await fake((client) => {
      client.change(() => {
        const seconds = { waitingSoonSeconds: 10, waitingLateSeconds: 30 }
        client.desk.agentSettings = { ...client.desk.agentSettings, ...seconds }
      })
    })
    await expect.poll(colors).toEqual([amber, red, red])

    const newcomer = page.locator('[data-newcomer]')
    const shown = async (): Promise<readonly string[]> =>
      newcomer.evaluate((one) => {
        const { animationName, animationDuration, boxShadow } = getComputedStyle(one)
        return [animationName, animationDuration, boxShadow === 'none' ? '' : 'edge']
      })
    await newcomer.getByText('A customer is waiting for your service').waitFor()
    await expect.poll(shown).toEqual(['fy-newcomer', '0.5s', 'edge'])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(shown).toEqual(['fy-newcomer', '0s', 'edge'])
    await newcomer.click()
    await expect.poll(async () => newcomer.count()).toBe(0)
    await expect.poll(() => list().getByText('A customer is waiting for your service').count()).toBe(0)
  })

  it('R-03-045 R-03-047 R-03-048 R-03-049 R-06-092 a filter shows what matches and what is open, comes again by its name, and goes by Esc', async () => {
    const chips = page.getByRole('group', { name: 'Filter' })
    const tick = async (name: string): Promise<void> => {
      await list().getByRole('button', { name: 'Filter', exact: true }).click()
      await page.getByRole('checkbox', { name }).check()
    }
    await fake((client) => {
      client.change(() => {
        const gift = { id: 'gift', color: 'red', name: 'Gift', rule: null }
        client.desk.agentSettings = { ...client.desk.agentSettings, colorMarks: [gift] }
      })
    })
    await tick('Unread')
    await page.getByRole('textbox', { name: 'Name of the filter' }).fill('Not read yet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await chips.getByText('3 hits').waitFor()
    // Read, and no match any more: it stays for as long as it is open.
    await row(2).click()
    await chips.getByText('2 hits').waitFor()
    await expect.poll(() => rows().count()).toBe(3)
    await row(4).click()
    await page.mouse.move(900, 500)
    await chips.getByText('1 hit').waitFor()
    await expect.poll(async () => row(2).count()).toBe(0)
    await fake((client) => {
      client.customerWrites('conversation-5' as ConversationId, 'Hello again')
    })
    await row(5).waitFor()
    await chips.getByText('2 hits').waitFor()

    await tick('Gift')
    await page.keyboard.press('Escape')
    await chips.getByText('0 hits').waitFor()
    await page.getByRole('button', { name: 'Close this conversation' }).click()
    await page.getByText('No conversation matches').waitFor()
    await list().getByRole('button', { name: 'Clear filter' }).last().click()
    await expect.poll(async () => rows().count()).toBeGreaterThan(9)

    await page.keyboard.press('Control+k')
    await page.keyboard.type('Not read yet')
    await page.getByRole('option', { name: /^Not read yet/u }).waitFor()
    await page.keyboard.press('Enter')
    await chips.getByText('2 hits').waitFor()
    await chips.getByRole('button', { name: 'Without Unread' }).press('Escape')
    await expect.poll(() => chips.count()).toBe(0)
    await row(5).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Mark as read' }).click()
    await expect
      .poll(() => calls('list-entry.mark'))
      .toEqual([{ conversationId: 'conversation-5', unread: false }])
  })

  it('R-03-042 several rows are treated together, and ending several is asked about', async () => {
    await row(0).focus()
    await page.keyboard.press('Shift+ArrowDown')
    const bar = page.getByRole('toolbar', { name: '2 selected' })
    await bar.waitFor()
    await row(3).click({ modifiers: ['Control'] })
    await page.getByRole('toolbar', { name: '3 selected' }).waitFor()
    await row(0).click()
    await bar.waitFor({ state: 'detached' })
    await row(1).click({ modifiers: ['Shift'] })
    await bar.waitFor()
    const names = ['Pin', 'Favourite into…', 'Mark as read', 'Colour marks…', 'Remove from the list']
    for (const name of names) await bar.getByRole('button', { name, exact: true }).waitFor()
    await bar.getByRole('button', { name: 'Pin', exact: true }).click()
    await expect.poll(async () => (await calls('list-entry.pin')).length).toBe(2)
    await bar.getByRole('button', { name: 'End 2 sessions' }).click()
    const dialog = page.getByRole('dialog', { name: 'End 2 sessions' })
    await dialog.getByText('2 running sessions will be ended.').waitFor()
    expect(await calls('ending.hold')).toEqual([])
    await dialog.getByRole('button', { name: 'End 2 sessions' }).click()
    await expect.poll(async () => (await calls('ending.hold')).length).toBe(2)
    await page.getByRole('toolbar', { name: /selected$/u }).waitFor({ state: 'detached' })
  })

  it('R-03-014 R-03-016 R-03-051 in the settings the list is split in two, of which the first counts up to the capacity, and marks are made', async () => {
    await expect.poll(() => page.getByRole('tab').count()).toBe(0)
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'Conversation list' }).click()
    const mode = settings.locator('[data-setting="listMode"]')
    await mode.getByText(/reception capacity and session-length targets/u).waitFor()
    await expect.poll(() => mode.getByRole('radio', { name: 'All sessions' }).isChecked()).toBe(true)
    await mode.getByText('In session and all').click()
    await settings.locator('[data-setting="marks"]').getByRole('button', { name: 'Settings…' }).click()
    const editor = page.getByRole('dialog', { name: 'Colour marks' })
    for (const index of [0, 1]) {
      await editor.getByRole('button', { name: 'Add a mark' }).click()
      const name = editor.getByRole('textbox', { name: 'Name' }).nth(index)
      await name.fill('Eight letters')
      await expect.poll(() => name.inputValue()).toBe('Eight le')
    }
    await expect
      .poll(() => editor.getByRole('combobox', { name: 'Colour' }).first().locator('option').count())
      .toBe(12)
    const rules = editor.getByRole('combobox', { name: 'Rule' }).first().locator('option')
    await expect
      .poll(() => rules.allTextContents())
      .toEqual(['Set by hand', 'Customer type', 'Follow stage', 'Tags'])
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor.getByText('There is a mark of this name already.').waitFor()
    // What was asked for from the settings is closed, and not they with it.
    await page.keyboard.press('Escape')
    await editor.waitFor({ state: 'detached' })
    await settings.getByRole('button', { name: 'Close' }).click()
    await row(0).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Colour marks…' }).click()
    await page.getByRole('button', { name: 'Settings…' }).click()
    await editor.waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'In session 4/10' }).waitFor()
    await expect.poll(async () => rows().count()).toBe(4)
    await page.getByRole('tab', { name: 'All' }).click()
    await expect.poll(async () => rows().count()).toBeGreaterThan(9)
  })

  it('R-03-040 the list is cleared after a question, of nobody who is needed, and not before ten seconds are over', async () => {
    await page.clock.install()
    await row(0).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Clear the list…' }).click()
    // Pinned, running, unread or with a draft stay; so do whoever is below the window's edge.
    const spared = ['0', '1', '2', '3', '4', '6', '7', '11']
    const before = await rows().first().getAttribute('aria-setsize')
    const removed = Number(before) - spared.length
    const clear = page.getByRole('button', { name: `Clear ${removed} rows` })
    await clear.waitFor()
    // The ten seconds are the test's, however slow the machine is.
    await page.clock.pauseAt(Date.now() + 60_000)
    await clear.click()
    await expect.poll(async () => rows().first().getAttribute('aria-setsize')).toBe(String(spared.length))
    await page.clock.fastForward(9000)
    await page.getByText(`The list was cleared of ${removed} conversations`).waitFor()
    expect(await calls('list-entry.clear')).toEqual([])
    await page.keyboard.press('Alt+z')
    await expect.poll(async () => rows().first().getAttribute('aria-setsize')).toBe(before)
    await page.clock.fastForward(2000)
    expect(await calls('list-entry.clear')).toEqual([])
  })

  it('R-03-062 R-03-063 R-03-064 R-06-091 silenced groups stand in the assistant, which is opened, pinned, and taken away with an undo', async () => {
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const groups = (['assistant', 'assistant', 'silent'] as const).map((messageSetting, index) => ({
        ...found[9 + index],
        ...{ id: `group-${index}`, chat: 'adhoc', customerId: null, channel: null, pinned: false },
        ...{ customerName: `Group ${index}`, unread: 2, mentioned: index === 1, at: Date.now() - index },
        messageSetting,
      }))
      client.answer('conversations.list', [...found, ...groups] as never)
    })
    const assistant = page.locator('[data-id="group-assistant"]')
    await page.locator('.fy-rows').evaluate((box) => {
      box.scrollTop = 40
    })
    await assistant.getByText('[Mentioned you]').waitFor()
    await assistant.getByText('New messages in 2 groups').waitFor()
    await expect.poll(() => assistant.locator('.fy-unread').textContent()).toBe('New messages in 2 groups')
    await assistant.click()
    await expect
      .poll(async () => rows().locator('.fy-row-name').allTextContents())
      .toEqual(['Group 0', 'Group 1'])
    await page.keyboard.press('Escape')
    await assistant.waitFor()
    await expect.poll(async () => page.locator('.fy-rows').evaluate((box) => box.scrollTop)).toBe(40)
    await expect.poll(async () => assistant.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await list().getByRole('button', { name: 'Back', exact: true }).click()

    await assistant.click({ button: 'right' })
    await page.getByRole('menuitem').first().waitFor()
    await expect
      .poll(() => page.getByRole('menuitem').allTextContents())
      .toEqual(['Pin group assistant', 'Remove group assistant'])
    await page.getByRole('menuitem', { name: 'Pin group assistant' }).click()
    await assistant.getByRole('img', { name: 'Pinned' }).waitFor()

    await page.getByRole('button', { name: 'Groups', exact: true }).click()
    const color = await colorOf('--fy-secondary')
    const badge = page.locator('[data-id="group-2"]').locator('.fy-unread')
    await expect.poll(() => badge.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(color)
    await assistant.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Remove group assistant' }).click()
    const set = (messageSetting: string) =>
      [0, 1].map((index) => ({ conversationId: `group-${index}`, messageSetting }))
    await expect.poll(() => calls('chat.set-messages')).toEqual(set('silent'))
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const groups = found.filter(({ chat }) => chat !== null)
      const silent = groups.map((one) => ({ ...one, messageSetting: 'silent' }))
      client.answer('conversations.list', silent as never)
    })
    await assistant.waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+z')
    await expect.poll(() => calls('chat.set-messages')).toEqual([...set('silent'), ...set('assistant')])
  })
}
