/** The header of a conversation. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the header', () => {
  let { page, fake, calls, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, openFirst } = stage())
  })
  const head = () => page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
  const heading = () => head().getByRole('heading', { level: 2 })

  it('R-03-071 R-03-072 "+" lists the other ways to the customer, those that are closed with the reason; each keeps its own draft and says through what one writes', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        for (const one of client.desk.conversations.slice(0, 2))
          one.conversation = { ...one.conversation, channel: 'im' }
      })
      const talk = { channel: 'im', friendSince: null, lastCustomerAt: null } as const
      const path = { ...talk, open: true, closesAt: null, left: null, hindrance: null } as const
      client.answer('paths.of', {
        paths: [
          { ...path, conversationId: 'conversation-0' as ConversationId, face: { kind: 'organization' } },
          {
            ...path,
            conversationId: 'conversation-1' as ConversationId,
            face: { kind: 'agent', agentId: 'agent-1' as AgentId },
            friendSince: 1,
          },
          {
            ...path,
            conversationId: 'conversation-2' as ConversationId,
            face: { kind: 'organization' },
            channel: 'web',
            open: false,
            hindrance: 'path-closed',
          },
        ],
      })
    })
    const field = page.getByRole('textbox', { name: 'Message' })
    const ways = head().getByRole('button', { name: 'Ways to this customer' })
    const first = await heading().textContent()
    await field.fill('as the company')
    await ways.click()
    const closed = page.getByRole('menuitemradio', { name: /closed/u })
    await closed.waitFor()
    expect(await closed.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading().textContent()).not.toBe(first)
    await expect.poll(() => field.inputValue()).toBe('')
    await field.fill('as a friend')
    await ways.click()
    await page.getByRole('menuitemradio').first().click()
    await expect.poll(() => heading().textContent()).toBe(first)
    await expect.poll(() => field.inputValue()).toBe('as the company')
  })

  it('R-03-069 R-03-075 R-03-077 R-03-135 R-03-188 the header names the customer as the agent calls them; a lost race leaves it and the focus; closing the window closes nothing else', async () => {
    await openFirst()
    await page.getByRole('form', { name: 'Answer' }).getByText('somebody outside the company').waitFor()
    const shown = head().locator('.fy-avatar-dot')
    await expect
      .poll(async () => [await heading().textContent(), await shown.getAttribute('data-presence')])
      .toEqual(['吴彤', 'online'])
    await head()
      .getByText(/^Web · online/u)
      .waitFor()
    // The panel comes after the thread, and F6 goes to what is there.
    await page.getByRole('complementary', { name: 'Customer', exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Message' }).focus()
    await fake((client) => {
      client.refuseNext('session.accept', 'already-taken', { agentName: 'Lin' })
    })
    await page.keyboard.press('Alt+a')
    await page.getByRole('alert').getByText('Lin was faster').waitFor()
    await expect.poll(() => heading().textContent()).toBe('吴彤')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toBe('Message')
    // F6 goes on from there, round the window and back (R-03-191).
    const areas: (string | undefined)[] = []
    for (let step = 0; step < 8 && areas.at(-1) !== 'composer'; step += 1) {
      await page.keyboard.press('F6')
      areas.push(
        await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-area]')?.dataset['area'],
        ),
      )
    }
    const wanted = ['customer', 'status', 'list', 'thread', 'composer']
    expect(areas.filter((area) => wanted.includes(area ?? ''))).toEqual(wanted)
    // Whoever changes it, wherever: the header is not opened anew for it.
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (first) first.customer = { ...first.customer, name: 'Li Na' }
      })
    })
    await head().getByRole('heading', { name: 'Li Na' }).waitFor()
    await fake(async (client) => {
      const [first] = client.desk.conversations
      if (!first) throw new Error('there is a conversation')
      const view = await client.query('conversation.get', { conversationId: first.conversation.id })
      const email = view && { ...view.conversation, channel: 'email' as const }
      client.answer('conversation.get', view && email && { ...view, conversation: email, remark: 'Li (VIP)' })
    })
    await head().getByRole('heading', { name: 'Li (VIP)' }).waitFor()
    await expect.poll(() => heading().locator('> *').getAttribute('title')).toBe('Li (VIP) (Li Na)')
    const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
    await panel.getByRole('heading', { name: 'Li (VIP)' }).waitFor()
    await expect.poll(() => shown.count()).toBe(0)
    await expect
      .poll(() =>
        head()
          .getByText(/online|offline/u)
          .count(),
      )
      .toBe(0)

    const rows = page.getByRole('listbox').getByRole('option')
    const before = await rows.first().getAttribute('aria-setsize')
    await head().getByRole('button', { name: 'Close this conversation' }).click()
    await page.getByText('Choose a conversation').waitFor()
    await expect.poll(() => rows.first().getAttribute('aria-setsize')).toBe(before)
    const asked = await Promise.all(['session.end', 'ending.hold', 'list-entry.remove'].map(calls))
    expect(asked.flat()).toEqual([])
  })
})

describe('where the session came from', () => {
  let { page, fake, open, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, open, row } = stage())
    await open()
    await row(0).waitFor()
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
      })
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
})

describe('what is wanted seldom', () => {
  let { page, context, fake, openFirst, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, context, fake, openFirst, expectAccessible } = stage())
  })
  const head = () => page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
  const items = () => page.getByRole('menuitem').allTextContents()
  const choose = async (name: string): Promise<void> => {
    await head().getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }

  it('R-03-074 stands in the menu of the header: the history, a link, blocking for oneself and for the company', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openFirst()
    await head().getByRole('button', { name: 'More', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(items)
      .toEqual(['Message history', 'Copy the link to this conversation', 'Block for me…'])
    await expectAccessible()
    await page.keyboard.press('Escape')

    const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
    for (const _ of ['shown', 'shown still']) {
      await choose('Message history')
      await panel.getByRole('searchbox').waitFor()
    }
    await choose('Copy the link to this conversation')
    await page.getByText('Link copied').waitFor()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    expect(link.search).toBe('?conversation=conversation-0')
    await choose('Block for me…')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('somebody is signed in')
        const permissions = [...me.permissions, 'block.company' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await choose('Block for the company…')
    await page.getByRole('dialog').waitFor()
  })
})

describe('a link to a conversation', () => {
  let { page, fake, open } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open } = stage())
  })

  it('R-03-074 opens it in the web workbench; of one that is not there it says so, and not before all has come', async () => {
    await open('conversation=conversation-2')
    const head = page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
    await head.getByRole('heading', { name: '李明轩' }).waitFor()
    await open('scene=syncing&conversation=conversation-99')
    await page.getByRole('option').first().waitFor()
    const nothing = page.getByText('The conversation of the link does not exist')
    await expect.poll(() => nothing.count()).toBe(0)
    await fake((client) => {
      client.setStatus({ state: 'connected' })
    })
    await nothing.waitFor()
  })
})
