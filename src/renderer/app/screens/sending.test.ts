/** From the field to the customer: what Enter means, and what stops it. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { AgentId, ConversationId, MessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('sending', () => {
  let { page, context, open, fake, calls, expectAccessible, field, thread, chooseFirst } =
    {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, context, open, fake, calls, expectAccessible, field, thread, chooseFirst } = stage())
  })

  it('an answer goes out by Enter, the field is empty then, and the text stays when it is refused', async () => {
    await open()
    await chooseFirst()
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
    await chooseFirst()
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
    await chooseFirst()
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
    await chooseFirst()
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

  it('R-03-098 R-03-100 R-03-187 when a colleague answered meanwhile, the agent decides: send anyway, edit or delete', async () => {
    await open()
    await chooseFirst()
    await fake((client) => {
      client.change(() => {
        client.desk.outbox = [
          {
            id: 'late' as MessageId,
            conversationId: 'conversation-0' as ConversationId,
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

  it('R-03-090 R-06-035 a text over the limit is counted, never cut, and goes in parts at the ends of paragraphs', async () => {
    await open()
    await chooseFirst()
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
})

describe('with others beside', () => {
  let { page, fake, calls, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, openFirst } = stage())
  })
  const head = () => page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')

  it('R-03-186 R-03-187 says who else is there, and what others said since the first letter stops Send once; so does what is another customer’s', async () => {
    await openFirst()
    const look = async (isThere: boolean): Promise<void> =>
      isThere
        ? fake((client) => {
            client.change(() => {
              client.desk.viewers = client.desk.organization.agents
                .filter(({ id }) => id !== 'agent-me')
                .slice(0, 1)
                .map(({ id }) => id)
            })
          })
        : fake((client) => {
            client.change(() => {
              client.desk.viewers = []
            })
          })
    const viewing = head().getByText(/is also viewing$/u)
    await look(true)
    await viewing.waitFor()
    await expect.poll(() => calls('conversation.view')).toContainEqual({ conversationId: 'conversation-0' })
    await look(false)
    await viewing.waitFor({ state: 'detached' })

    const field = page.getByRole('textbox', { name: 'Message' })
    const stop = page.getByRole('group', { name: 'Send anyway' })
    const sent = async (): Promise<number> => (await calls('message.send')).length
    const colleagueSays = async (): Promise<void> =>
      fake((client) => {
        client.change(() => {
          const [first] = client.desk.conversations
          const seq = (first?.conversation.lastSeq ?? 0) + 1
          const other = client.desk.organization.agents.find(({ id }) => id !== 'agent-me')
          const [one] = first?.messages ?? []
          if (!first || !one || !other) return
          const message = { ...one, id: `other-${seq}` as MessageId, seq, at: Date.now() }
          const sender = { kind: 'agent', agentId: other.id } as const
          const body = { kind: 'text', text: `It is on its way (${seq})` } as const
          first.messages = [...first.messages, { ...message, sender, body }]
          first.conversation = { ...first.conversation, lastSeq: seq }
        })
      })
    await field.fill('My answer')
    await colleagueSays()
    await page
      .getByRole('log')
      .getByText(/^It is on its way/u)
      .waitFor()
    await field.press('Enter')
    await stop.getByText(/It is on its way/u).waitFor()
    await expect.poll(sent).toBe(0)
    await stop.getByRole('button', { name: 'Edit', exact: true }).click()
    await stop.waitFor({ state: 'detached' })
    await expect.poll(() => field.inputValue()).toBe('My answer')
    await field.press('Enter')
    await expect.poll(sent).toBe(1)
    await expect.poll(() => field.inputValue()).toBe('')

    await field.fill('Once more')
    await colleagueSays()
    await page
      .getByRole('log')
      .getByText(/^It is on its way/u)
      .nth(1)
      .waitFor()
    await field.press('Enter')
    await stop.getByRole('button', { name: 'Discard', exact: true }).click()
    await expect.poll(() => field.inputValue()).toBe('')
    await expect.poll(sent).toBe(1)

    await fake((client) => {
      client.answer('text.foreign', { found: '13900002222', customerName: 'Wang', customerNumber: 3 })
    })
    await field.fill('We call 13900002222')
    await field.press('Enter')
    await stop.getByText('“13900002222” belongs to Wang, another customer of yours.').waitFor()
    await expect.poll(sent).toBe(1)
    await field.press('Enter')
    await expect.poll(sent).toBe(2)
    await stop.waitFor({ state: 'detached' })
  })
})

describe('on a way that is closed', () => {
  let { page, fake, calls, open, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, row, field } = stage())
  })
  const answer = () => page.getByRole('form', { name: 'Answer' })
  /** Sent in whatever way. */
  const sent = async (): Promise<number> =>
    (await Promise.all(['message.send', 'file.send'].map(calls))).flat().length

  it('R-03-099 R-06-069 (before sending) a way that is closed says so at once and locks the field; Enter sends nothing', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const [, , third] = client.desk.conversations
        if (!third) return
        const spent = Date.now() - 15.5 * 86_400_000
        third.conversation = { ...third.conversation, channel: 'im', lastCustomerAt: spent }
        if (third.session) third.session = { ...third.session, handlerId: 'agent-me' as AgentId }
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
})
