/** What an agent reads all day: rows of every kind, lines of the thread, what is found; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { AgentId, ConversationId } from '../../src/protocol/model/index.ts'
import type { WorkbenchStage } from './workbenchStage.ts'

export const showsWhatIsRead = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })
  const list = () => page.getByRole('region', { name: 'Conversations' })
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  const thread = () => page.getByRole('log')
  const panel = () => page.getByRole('complementary', { name: 'Customer', exact: true })
  const openFirst = async (): Promise<void> => {
    await open()
    await row(0).click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  }

  it('R-03-020 “All” mixes customers, groups and colleagues by their latest message, each with the menu of its own list', async () => {
    await open()
    await row(0).waitFor()
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const asChat = {
        customerId: null,
        channel: null,
        customerNumber: 0,
        sessionState: null,
        handlerId: null,
      }
      client.answer(
        'conversations.list',
        [0, 1, 2, 3].map((index) => ({
          ...(found.find(({ id }) => id === `conversation-${index}`) as (typeof found)[number]),
          pinned: false,
          unread: 2,
          ...(index === 1 && { ...asChat, chat: 'adhoc' as const, customerName: 'Tasting' }),
          ...(index === 2 && {
            ...asChat,
            chat: 'direct' as const,
            customerName: '林悦',
            colleagueId: 'agent-lin' as AgentId,
          }),
        })),
      )
    })
    const ids = () =>
      list()
        .getByRole('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))
    await expect.poll(ids).toEqual(['conversation-0', 'conversation-3'])
    await page.keyboard.press('Alt+4')
    await expect.poll(ids).toEqual([0, 1, 2, 3].map((index) => `conversation-${index}`))
    const menuOf = async (index: number): Promise<string[]> => {
      await row(index).click({ button: 'right' })
      const items = page.getByRole('menuitem')
      await items.first().waitFor()
      const names = await items.allTextContents()
      await page.keyboard.press('Escape')
      await items.first().waitFor({ state: 'detached' })
      return names
    }
    await expect
      .poll(() => menuOf(1))
      .toEqual([
        'Pin',
        'Mark as read',
        'Message setting…',
        'View members',
        'Remove from the list',
        'Clear the list…',
      ])
    await expect
      .poll(() => menuOf(2))
      .toEqual(['Pin', 'Mark as read', 'View profile', 'Remove from the list', 'Clear the list…'])
    await expect.poll(() => menuOf(3)).toContain('Favourite into…')
  })

  it('R-03-019 five thousand rows are scrolled through without an empty stretch', async () => {
    await open('size=5000')
    await row(0).waitFor()
    const box = list().locator('.fy-rows')
    await expect.poll(() => list().getByRole('option').first().getAttribute('aria-setsize')).toBe('5000')
    /** Whether rows cover all that is seen, from its upper edge to its lower one. */
    const covered = (): Promise<boolean> =>
      box.evaluate((rows) => {
        const { top, height, left, width } = rows.getBoundingClientRect()
        return [2, height / 2, height - 2].every((y) =>
          document.elementFromPoint(left + width / 3, top + y)?.closest('[role="option"]'),
        )
      })
    for (const share of [0.3, 0.7, 1]) {
      await box.evaluate((rows, at) => {
        rows.scrollTop = rows.scrollHeight * at
      }, share)
      await expect.poll(covered).toBe(true)
    }
    await list().locator('[aria-posinset="5000"]').waitFor()
  })

  it('R-03-027 the line below a name says what kind of message it was (cards and articles apart)', async () => {
    await open()
    await row(0).waitFor()
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const said = { seq: 9, sender: { kind: 'customer' as const, customerId: 'customer-1' as never }, at: 1 }
      const own = { kind: 'agent' as const, agentId: 'agent-me' as AgentId }
      const previews = [
        { ...said, kind: 'text' as const, text: 'not shown beside a draft' },
        { ...said, kind: 'image' as const, text: 'tea.png' },
        { ...said, kind: 'voice' as const, text: 'voice.webm' },
        { ...said, kind: 'file' as const, text: 'offer.pdf' },
        { ...said, kind: 'recalled' as const, text: '' },
        { ...said, kind: 'recalled' as const, text: '', sender: own },
        { ...said, kind: 'unsupported' as const, text: '' },
        { ...said, kind: 'text' as const, text: '@陈涵 look' },
      ]
      client.answer(
        'conversations.list',
        previews.map((preview, index) => ({
          ...(found[index] as (typeof found)[number]),
          pinned: false,
          typing: false,
          preview,
          draft: index === 0 ? 'half an answer' : '',
          mentioned: index === 7,
        })),
      )
    })
    const lines = () => list().getByRole('option').locator('.fy-row-preview').allTextContents()
    await expect
      .poll(lines)
      .toEqual([
        '[Draft] half an answer',
        '[Image]',
        '[Voice message]',
        '[File] offer.pdf',
        'A message was taken back',
        'You took back a message',
        '[Unsupported message]',
        '@陈涵 look',
      ])
    await list().getByRole('option').nth(7).getByText('[Mentioned you]').waitFor()
    const color = await list()
      .locator('.fy-row-draft')
      .evaluate((draft) => {
        const probe = document.createElement('i')
        probe.style.color = 'var(--fy-danger)'
        draft.append(probe)
        const found = [getComputedStyle(draft).color, getComputedStyle(probe).color]
        probe.remove()
        return found
      })
    expect(color[0]).toBe(color[1])
  })

  it('R-03-078 lines of the system stand in the middle, tell their time, are announced, and are never chosen with the messages', async () => {
    await openFirst()
    const line = thread().locator('.fy-line-system').last()
    await line.waitFor()
    const middle = await line.evaluate((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      const [outer, inner] = [one.getBoundingClientRect(), range.getBoundingClientRect()]
      return Math.abs(outer.left + outer.width / 2 - (inner.left + inner.width / 2))
    })
    expect(middle).toBeLessThan(2)
    await expect.poll(() => line.getAttribute('title')).toMatch(/\d{4}.*\d{1,2}:\d{2}/u)
    const said = page.locator('[data-lines][aria-live="polite"]')
    await expect.poll(() => said.textContent()).toBe('')
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        const [one] = first?.messages ?? []
        if (!first || !one) return
        const seq = first.conversation.lastSeq + 1
        const body = {
          kind: 'system' as const,
          code: 'session-ended' as const,
          params: { reason: 'by-customer' },
        }
        const added = { ...one, id: 'line-9' as never, seq, body, sender: { kind: 'system' as const } }
        first.messages = [...first.messages, added]
        first.conversation = { ...first.conversation, lastSeq: seq }
      })
    })
    await expect.poll(() => said.textContent()).not.toBe('')
    await thread()
      .getByText((await said.textContent()) ?? '-')
      .waitFor()
    await thread().getByRole('article').first().hover()
    await thread().getByRole('button', { name: 'Select', exact: true }).first().click()
    await thread().getByRole('checkbox').first().waitFor()
    await expect.poll(() => line.getByRole('checkbox').count()).toBe(0)
  })

  it('R-03-082 whoever takes over sees the words of whoever gave it, what was said before above them, and by a button what was said with others', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (!first) return
        const [one] = first.messages
        const seq = first.conversation.lastSeq + 1
        const body = {
          kind: 'system' as const,
          code: 'session-transferred' as const,
          params: { from: '林悦', to: '陈涵', colleagueNote: 'Wants a new one' },
        }
        if (one) first.messages = [...first.messages, { ...one, id: 'given' as never, seq, body, sender: { kind: 'system' }, at: Date.now() }] // prettier-ignore
        first.conversation = { ...first.conversation, lastSeq: seq }
      })
    })
    await row(0).click()
    await thread().getByText('Note to the colleague: Wants a new one').waitFor()
    await thread().getByText('明白了，谢谢！').waitFor()
    await page.evaluate(() => {
      const thread = {
        conversationId: 'conversation-9',
        channel: 'im',
        faceAgentId: 'agent-lin',
        messages: 4,
        lastAt: 0,
      }
      const hidden = { ...thread, conversationId: 'conversation-8', readable: false }
      const own = { ...thread, conversationId: 'conversation-0', channel: 'web', faceAgentId: null }
      const threads = [{ ...own, readable: true }, { ...thread, readable: true }, hidden]
      window.fake?.answer('customer.threads', { threads, keptAt: null } as never)
    })
    await thread().getByRole('button', { name: 'View earlier messages' }).click()
    await panel().getByRole('list', { name: 'Ways' }).getByRole('button').first().waitFor()
    await panel().getByText('4 messages are not for you to read').waitFor()
  })

  it('R-06-120 what could be kept of a customer is underlined with dots: numbers, addresses and words of tags', async () => {
    await openFirst()
    await fake((client) => {
      client.customerWrites('conversation-0' as ConversationId, 'vip? 13800138000, tea@example.com, 8842')
    })
    const said = thread().locator('.fy-bubble').filter({ hasText: '8842' }).last()
    await said.getByText('13800138000').waitFor()
    const words = said.locator('.fy-mark-word')
    await expect.poll(() => words.allTextContents()).toEqual(['vip', '13800138000', 'tea@example.com'])
    const line = await words.first().evaluate((word) => {
      const { textDecorationLine, textDecorationStyle, borderBottomStyle } = getComputedStyle(word)
      return [textDecorationLine, textDecorationStyle, borderBottomStyle].join(' ')
    })
    expect(line).toMatch(/dotted|dashed/u)
  })

  it('R-03-163 R-06-163 a number that is typed finds the one account that has it; Enter begins to talk, or says what hinders', async () => {
    await open()
    await row(0).waitFor()
    await fake((client) => {
      const person = { customerId: 'customer-77', name: '', number: 7077, conversationId: 'conversation-2' }
      client.answer('contacts.by-number', { person: person as never, hindrance: null })
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
}
