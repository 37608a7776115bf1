/** What helps an agent answer, and what the window says of itself; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { TopicId } from '../../src/protocol/model/index.ts'
import type { WorkbenchStage } from './workbenchStage.ts'

export const helpsToAnswer = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  const field = () => page.getByRole('textbox', { name: 'Message', exact: true })
  const answer = () => page.getByRole('form', { name: 'Answer' })
  const openFirst = async (): Promise<void> => {
    await open()
    await row(0).click()
    await field().waitFor()
  }
  /** Sent in whatever way. */
  const sent = async (): Promise<number> =>
    (await Promise.all(['message.send', 'file.send'].map(calls))).flat().length
  /** Lets go of so many small pictures over the conversation. */
  const drop = (count: number): Promise<void> =>
    page.evaluate((many) => {
      const data = new DataTransfer()
      for (let at = 0; at < many; at += 1)
        data.items.add(new File([`picture ${at}`], `tea-${at}.png`, { type: 'image/png' }))
      const more = { bubbles: true, cancelable: true, dataTransfer: data }
      document.querySelector('.fy-conversation')?.dispatchEvent(new DragEvent('drop', more))
    }, count)

  it('R-06-112 fifty pictures are dropped at once and brought in turn; emoji, “/” and the keyboard’s spelling help, and none of it sends', async () => {
    await openFirst()
    await field().fill('All of them:')
    await drop(60)
    const tray = answer().locator('.fy-tray')
    await tray.getByText(/^50 files, /u).waitFor()
    await expect.poll(() => tray.getByRole('alert').count()).toBe(10)
    await expect.poll(() => field().inputValue()).toBe('All of them:')
    // The files do not push the text out of sight.
    const inside = await field().evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)
    expect(inside).toBe(true)
    await tray.getByText('50 of 50 uploaded').waitFor()
    await expect.poll(() => tray.getByRole('progressbar').getAttribute('value')).toBe('50')
    await tray.getByRole('button', { name: 'Remove all' }).click()
    await tray.getByText(/^50 files/u).waitFor({ state: 'detached' })
    await tray.getByRole('button', { name: 'OK', exact: true }).click()
    await expect.poll(() => field().evaluate((one) => (one as HTMLTextAreaElement).spellcheck)).toBe(true)

    await answer().getByRole('button', { name: 'Emoji', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('red apple')
    await page.getByText('🍎').click()
    await expect.poll(() => field().inputValue()).toBe('All of them:🍎')
    await field().fill('/time')
    await page.getByRole('option', { name: /^Show or hide the timeline/u }).waitFor()
    await field().press('Enter')
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('tab', { name: 'Timeline', selected: true }).waitFor()
    await expect.poll(sent).toBe(0)
  })

  it('R-03-087 (of the web, and of colleagues) the composer has the tools of its channel and no others', async () => {
    await openFirst()
    const tools = () =>
      answer()
        .getByRole('toolbar')
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    const common = ['Emoji', 'Image', 'File', 'Screenshot', 'Quick replies', 'Voice message']
    await expect.poll(tools).toEqual([...common, 'Send later', 'Internal note'])
    await page.evaluate(() => {
      const conversation = { id: 'conversation-1', kind: 'direct', name: null, creatorId: 'agent-me', memberIds: ['agent-me', 'agent-lin'], unnamedMembers: 0, lastSeq: 0, createdAt: 0 } // prettier-ignore
      window.fake?.answer('conversation.get', null)
      window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [], reads: {} } as never) // prettier-ignore
    })
    await expect.poll(tools).toEqual(common)
  })

  it('R-03-099 R-06-069 (before sending) a way that is closed says so at once and locks the field; Enter sends nothing', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const [, , third] = client.desk.conversations
        if (!third) return
        const spent = Date.now() - 15.5 * 86_400_000
        third.conversation = { ...third.conversation, channel: 'im', lastCustomerAt: spent }
        if (third.session) third.session = { ...third.session, handlerId: 'agent-me' as never }
      })
    })
    await row(2).click()
    await answer()
      .getByText(/^Last message 15 days ago: the customer cannot be reached here any more/u)
      .waitFor()
    await expect.poll(() => field().isDisabled()).toBe(true)
    await answer().getByRole('button', { name: 'Invite' }).waitFor()
    await page.evaluate(() => {
      window.fake?.change(() => {
        const [, , third] = window.fake?.desk.conversations ?? []
        if (third) third.conversation = { ...third.conversation, lastCustomerAt: Date.now() }
      })
    })
    await expect.poll(() => field().isDisabled()).toBe(false)
    await expect.poll(sent).toBe(0)
  })

  it('R-03-201 R-06-136 a place with nothing in it says what belongs there, one that is being read has its shape, and none of it locks the answer', async () => {
    await open('size=0')
    await page.getByText('No conversations yet').waitFor()
    await page.getByText('Everybody you have served appears here.').waitFor()
    await page.getByText('Choose a conversation').waitFor()
    await page.getByText(/opens the next one, \? shows all keys$/u).waitFor()
    await openFirst()
    await fake((client) => {
      client.answer('thread.messages', { messages: [], unsent: [], more: false, gap: false, deliveredSeq: 0, readSeq: 0, unreadFrom: null }) // prettier-ignore
    })
    const talk = page.getByRole('region', { name: 'Conversation', exact: true })
    await talk.getByText('No messages yet').waitFor()
    await talk.getByText('Text, emoji, images, files and voice can be sent here').waitFor()
    await fake((client) => {
      client.setStatus({ state: 'offline', since: Date.now() - 42_000, nextTryAt: Date.now() + 9000 })
    })
    await page
      .getByRole('contentinfo', { name: 'Status' })
      .getByText(/offline/iu)
      .first()
      .waitFor()
    await field().fill('Written without a server')
    await field().press('Enter')
    await expect.poll(async () => (await calls('message.send')).length).toBe(1)
    await expectAccessible()
  })

  it('R-03-202 a refusal is a sentence with a code, and nothing of what went wrong inside', async () => {
    await openFirst()
    await fake((client) => {
      const inside = { cause: 'SqliteError: UNIQUE constraint failed: customers.id at run (db.ts:41)' }
      client.refuseNext('customer.edit', 'internal', inside)
    })
    const company = page.getByRole('textbox', { name: 'Company' })
    await company.fill('Mingshan Ltd')
    await company.press('Enter')
    const error = page
      .getByRole('alert')
      .filter({ has: page.getByRole('button', { name: /error code internal/u }) })
    await error.waitFor()
    await expect.poll(() => error.textContent()).not.toMatch(/Sqlite|constraint|\.ts/u)
    await expect.poll(async () => (await error.textContent())?.length).toBeGreaterThan(20)
    await expect.poll(() => company.inputValue()).toBe('Mingshan Ltd')
  })

  it('R-03-085 (in the window) topics are found by words and initials, the most used stand first, arrows and Enter choose', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const names = ['发货', '发票', '退款', '咨询', '保修', '投诉', '其他']
        const topics = names.map((name, at) => ({
          id: `t-${at}` as TopicId,
          parentId: null,
          name,
          removed: false,
        }))
        client.desk.organization = {
          ...client.desk.organization,
          topics: { on: true, required: false, topics, version: 1 },
        }
        client.desk.agentSettings = {
          ...client.desk.agentSettings,
          topicUses: { 't-6': 9, 't-4': 5, 't-3': 4, 't-2': 3, 't-1': 2, 't-5': 1 },
        }
      })
    })
    await row(0).click()
    await field().waitFor()
    // The conversation stands before the topics have come.
    await page.getByRole('button', { name: 'Add topic' }).waitFor()
    await page.keyboard.press('Alt+m')
    const search = page.getByRole('combobox', { name: 'Search topics' })
    await search.waitFor()
    const names = () =>
      page.getByRole('listbox', { name: 'Session topics' }).getByRole('option').allTextContents()
    await expect.poll(names).toEqual(['其他', '保修', '咨询', '退款', '发票', '发货', '投诉'])
    await search.fill('fp')
    await expect.poll(names).toEqual(['发票'])
    await search.fill('发')
    await expect.poll(names).toEqual(['发票', '发货'])
    await search.press('ArrowDown')
    await search.press('Enter')
    await expect.poll(() => calls('session.set-topic')).toEqual([{ sessionId: 'session-0', topicId: 't-0' }])
  })

  it('R-03-189 (names) behind “@” a note names a colleague by a few letters; who was named reads it, goes there and has no mark any more', async () => {
    await openFirst()
    await page.keyboard.press('Alt+i')
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('Ask ')
    await note.press('End')
    await page.keyboard.type('@ly')
    const offered = page.getByRole('listbox', { name: 'Colleagues' })
    await offered.getByRole('option', { name: /林悦/u }).waitFor()
    await note.press('Enter')
    await expect.poll(() => note.inputValue()).toBe('Ask @林悦 ')
    await offered.waitFor({ state: 'detached' })
    await expectAccessible()
    await note.press('Enter')
    await expect.poll(async () => (await calls('session-note.save')).length).toBe(1)

    await fake((client) => {
      const named = { noteId: 'n-1', conversationId: 'conversation-3', byAgentId: 'agent-lin', at: 1 }
      const mention = {
        ...named,
        text: '@陈涵 which tea was it?',
        seq: 2,
        customerName: '',
        customerNumber: 1027,
      }
      client.answer('note-mentions.list', [mention as never])
    })
    const line = page
      .getByRole('status')
      .filter({ hasText: '林悦 named you in an internal note beside Visitor 1027' })
    await line.getByText('@陈涵 which tea was it?').waitFor()
    await expectAccessible()
    await line.getByRole('button', { name: 'Go there' }).click()
    await page
      .getByRole('region', { name: 'Conversation', exact: true })
      .getByRole('heading', { name: 'Visitor 1027' })
      .waitFor()
    await expect.poll(() => calls('note-mention.read')).toEqual([{ noteId: 'n-1' }])
    await fake((client) => {
      client.answer('note-mentions.list', [])
    })
    await line.waitFor({ state: 'detached' })
  })
}
