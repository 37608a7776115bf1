/** Looking for customers, messages and accounts. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('the search', () => {
  let { page, open } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open } = stage())
  })
  const rows = () => page.getByRole('listbox').getByRole('option')

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
})

describe('by keyboard', () => {
  let { page, open, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, open, row } = stage())
    await open()
    await row(0).waitFor()
  })
  const composer = () => page.getByRole('textbox', { name: 'Message' })
  const heading = () =>
    page.getByRole('region', { name: 'Conversation', exact: true }).getByRole('heading', { level: 2 })

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
})

describe('by a number', () => {
  let { page, fake, calls, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible, row } = stage())
  })

  it('R-03-163 R-06-163 a number that is typed finds the one account that has it; Enter begins to talk, or says what hinders', async () => {
    await open()
    await row(0).waitFor()
    await fake((client) => {
      const person = { customerId: 'customer-77', name: '', number: 7077, conversationId: 'conversation-2' }
      client.answer('contacts.by-number', { person: person, hindrance: null })
    })
    const search = page.getByRole('combobox', { name: 'Search' })
    await search.fill('7077')
    const found = page.getByRole('group', { name: 'Account number' }).getByRole('option')
    await expect.poll(() => found.count()).toBe(1)
    await expect.poll(() => found.textContent()).toContain('Visitor 7077')
    await expect.poll(() => found.textContent()).toContain('Start session')
    await expectAccessible()
    await fake((client) => {
      client.refuseNext('conversation.start', 'path-closed')
    })
    await expect.poll(() => found.getAttribute('aria-selected')).toBe('true')
    await search.press('Enter')
    await page.getByRole('search').getByRole('alert').waitFor()
    await expect.poll(() => search.inputValue()).toBe('7077')
    await search.press('Enter')
    await expect.poll(() => search.inputValue()).toBe('')
    await expect
      .poll(() => calls('conversation.start'))
      .toEqual([{ conversationId: 'conversation-2' }, { conversationId: 'conversation-2' }])
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  })
})

describe('in the records of all agents', () => {
  let { page, fake, calls, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible, row } = stage())
  })
  const results = () => page.getByRole('listbox', { name: 'Results' })
  const search = () => page.getByRole('combobox', { name: 'Search' })
  const mayLook = async (): Promise<void> =>
    fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('nobody is signed in')
        const permissions = [...me.permissions, 'records.search-all' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })

  it('R-03-164 the scope is not there without the permission', async () => {
    await open()
    await row(0).waitFor()
    await search().fill('茶')
    await results().getByRole('group', { name: 'Messages' }).waitFor()
    await expect.poll(() => results().getByText('all agents').count()).toBe(0)
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await page.getByRole('combobox', { name: 'Sender' }).waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: 'Whose conversations' }).count()).toBe(0)
  })

  it('R-03-164 R-07-061 they are asked by whoever means it, never while typing, and a hit is read where it stands', async () => {
    await open()
    await row(0).waitFor()
    await mayLook()
    await search().fill('茶杯')
    const door = results().getByRole('option', { name: 'Look for “茶杯” in all agents' })
    await door.click()
    const found = results().getByRole('group', { name: "All agents' records" }).getByRole('option')
    await expect.poll(() => found.allTextContents()).toEqual([expect.stringContaining('茶杯碎了')])
    await expect.poll(() => found.first().textContent()).toContain('贺兰 · 林悦')
    await expectAccessible()

    // What is typed now is another question, and it waits for Enter.
    await search().fill('补发')
    await page.getByText('Each search is written to the audit log.').waitFor()
    await expect.poll(() => found.count()).toBe(0)
    await search().press('Enter')
    await expect.poll(() => found.allTextContents()).toEqual([expect.stringContaining('补发一只')])
    await expect
      .poll(async () => (await calls('records.search')).map((args) => (args as { text: string }).text))
      .toEqual(['茶杯', '补发'])

    await search().press('Enter')
    const record = page.getByRole('region', { name: '贺兰' })
    await record.getByText('Received by 林悦 · read only').waitFor()
    await record.locator('[data-marked]').getByText('补发一只').waitFor()
    await expect.poll(() => record.getByRole('textbox').count()).toBe(0)
    await expectAccessible()
    await page.keyboard.press('Escape')
    await record.waitFor({ state: 'detached' })
    await search().click()
    await results().getByRole('option').first().waitFor({ state: 'detached' })
  })

  it('R-17-049 by keyboard: the scope is chosen above, refusals are told, and the next search is one’s own again', async () => {
    await open()
    await row(0).waitFor()
    await mayLook()
    await page.keyboard.press('Control+Shift+f')
    await page.keyboard.type('茶杯')
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await search().press('ArrowUp')
    const scope = page.getByRole('combobox', { name: 'Whose conversations' })
    await expect.poll(() => scope.evaluate((field) => field === document.activeElement)).toBe(true)
    await scope.selectOption('all')
    await page.keyboard.press('Escape')
    await fake((client) => {
      client.refuseNext('records.search', 'offline')
    })
    await search().press('Enter')
    await page.getByRole('search').getByRole('alert').waitFor()
    await page.getByRole('search').getByRole('button', { name: 'Search', exact: true }).click()
    await results().getByText('茶杯碎了').waitFor()
    await search().press('Escape')
    await search().fill('茶杯')
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await expect.poll(() => scope.inputValue()).toBe('own')
    await expect.poll(() => results().getByText('茶杯碎了').count()).toBe(0)
  })
})
