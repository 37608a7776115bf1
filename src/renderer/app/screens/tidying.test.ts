/** What is done with the rows of the list: filtered, treated together, taken away, given on. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('tidying the list', () => {
  let { page, fake, calls, open, row, list, rows, colorOf } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, calls, open, row, list, rows, colorOf } = stage())
    await open()
    await rows().first().waitFor()
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
      const [one] = found
      if (!one) throw new Error('there are conversations')
      const groups = (['assistant', 'assistant', 'silent'] as const).map((messageSetting, index) => ({
        ...(found[9 + index] ?? one),
        ...{ id: `group-${index}`, chat: 'adhoc' as const, customerId: null, channel: null, pinned: false },
        ...{ customerName: `Group ${index}`, unread: 2, mentioned: index === 1, at: Date.now() - index },
        messageSetting,
      }))
      client.answer('conversations.list', [...found, ...groups])
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
      const silent = groups.map((one) => ({ ...one, messageSetting: 'silent' as const }))
      client.answer('conversations.list', silent)
    })
    await assistant.waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+z')
    await expect.poll(() => calls('chat.set-messages')).toEqual([...set('silent'), ...set('assistant')])
  })
})

describe('the menu of a row', () => {
  let { page, fake, open, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, open, row } = stage())
    await open()
    await row(0).waitFor()
  })

  it('R-03-191 a key of the workbench closes the menu, which belongs to what was there before', async () => {
    await row(0).click({ button: 'right' })
    const items = page.getByRole('menuitem')
    await items.first().waitFor()
    await page.keyboard.press('Alt+2')
    await expect.poll(() => items.count()).toBe(0)
    await expect.poll(() => row(0).count()).toBe(0)
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
})

describe('taken away', () => {
  let { page, open, calls } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, calls } = stage())
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
})

describe('given on', () => {
  let { page, fake, calls, open } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open } = stage())
  })
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text })

  it('R-03-037 whom one gives on leaves the list where that is wanted, once the transfer is confirmed', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, removeTransferred: true }
        const [group, ...others] = client.desk.organization.groups
        if (!group) throw new Error('no group')
        const members = client.desk.organization.agents.map(({ id }) => id)
        const groups = [{ ...group, memberIds: members }, ...others]
        client.desk.organization = { ...client.desk.organization, groups }
      })
      const there = { presence: 'online', reception: true, load: 1, capacity: 10 } as const
      client.answer('presence.all', [{ agentId: 'agent-lin' as AgentId, ...there }])
      client.holdNext('session.transfer')
    })
    const row = page.locator('[data-id="conversation-0"]')
    await row.click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
    await page.keyboard.press('Alt+t')
    const dialog = page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByRole('radio', { name: /^林悦/u }).check()
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    await expect.poll(async () => (await calls('session.transfer')).length).toBe(1)
    await expect.poll(() => row.count()).toBe(1)
    await fake((client) => {
      client.letGo()
    })
    await expect.poll(async () => row.count()).toBe(0)
    await toast('removed from the list').waitFor()
  })
})

describe('given on by mistake', () => {
  let { page, fake, calls, open, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, row, field } = stage())
  })

  it('R-03-194 (of a transfer) who was given on by mistake is taken back with a key, or it is said why not', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const [group, ...others] = client.desk.organization.groups
        if (!group) throw new Error('no group')
        const members = client.desk.organization.agents.map(({ id }) => id)
        const groups = [{ ...group, memberIds: members }, ...others]
        client.desk.organization = { ...client.desk.organization, groups }
      })
      const there = { presence: 'online', reception: true, load: 1, capacity: 10 } as const
      client.answer('presence.all', [{ agentId: 'agent-lin', ...there }])
    })
    await row(0).click()
    await field().waitFor()
    await page.keyboard.press('Alt+t')
    const dialog = page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByRole('radio', { name: /^林悦/u }).check()
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: '吴彤 was transferred' }).waitFor()
    await fake((client) => {
      client.refuseNext('session.take-back', 'transfer-stands')
    })
    await page.keyboard.press('Alt+z')
    await expect.poll(() => calls('session.take-back')).toEqual([{ sessionId: 'session-0', version: 3 }])
    await page.getByRole('alert').getByText('The transfer cannot be taken back any more').waitFor()
  })
})
