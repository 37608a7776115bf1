/** Places of the main menu: the file assistant and the favourites, and how messages get there. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

/** The chat with oneself, as it comes back from the core. */
const SELF = {
  ...{ id: 'conversation-13', kind: 'self', name: null, creatorId: 'agent-me', memberIds: ['agent-me'] },
  ...{ lastSeq: 0, createdAt: 0 },
}

describe('the file assistant', () => {
  let { page, open, fake, calls, thread, chooseFirst, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, thread, chooseFirst, expectAccessible } = stage())
  })
  const toSelf = (): Promise<void> =>
    page.evaluate((conversation) => {
      window.fake?.answer('conversation.get', null)
      window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [] } as never) // prettier-ignore
    }, SELF)
  const last = () => thread().locator('article').last().locator('.fy-bubble')

  it('R-03-153 R-06-177 opens from the main menu and the palette; nobody is there to call, to block or to link to', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await toSelf()
    await page.getByRole('menuitem', { name: 'File assistant' }).click()
    await expect.poll(() => calls('chat.open')).toEqual([{ agentId: 'agent-me' }])
    const head = page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
    await head.getByRole('heading', { name: 'File assistant' }).waitFor()
    await head.getByText('On all your devices').waitFor()
    await page.getByRole('complementary', { name: 'About this chat' }).getByText('Only you see').waitFor()
    for (const name of ['More', 'Invite colleagues'])
      await expect.poll(() => head.getByRole('button', { name, exact: true }).count()).toBe(0)
    await expectAccessible()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Commands' }).fill('file assis')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await calls('chat.open')).length).toBe(2)
  })

  it('R-06-177 a message is sent to the own devices from its menu, and what went wrong is said', async () => {
    await open()
    await chooseFirst()
    const said = await thread().locator('article').last().locator('.fy-text').textContent()
    const send = async (): Promise<void> => {
      await last().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Send to my devices' }).click()
    }
    await fake((client) => {
      client.refuseNext('chat.open', 'unavailable')
    })
    await send()
    await page.getByText('The server cannot do this right now').waitFor()
    expect(await calls('message.send')).toEqual([])
    await send()
    await page.getByText('Sent to the file assistant').waitFor()
    expect(await calls('message.send')).toMatchObject([
      { conversationId: 'conversation-13', body: { kind: 'text', text: said } },
    ])
  })

  it('in the file assistant itself a message is not offered to be sent there', async () => {
    await open()
    await chooseFirst()
    await page.evaluate((conversation) => {
      window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [] } as never) // prettier-ignore
    }, SELF)
    await last().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to favourites' }).waitFor()
    await expect.poll(() => page.getByRole('menuitem', { name: 'Send to my devices' }).count()).toBe(0)
  })
})

describe('favourites', () => {
  let { page, open, openFirst, fake, calls, thread, field, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, openFirst, fake, calls, thread, field, expectAccessible } = stage())
  })
  const panel = () => page.getByRole('region', { name: 'My favourites' })
  const rows = () => panel().getByRole('listitem')
  const openPanel = async (): Promise<void> => {
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'My favourites' }).click()
    await panel().waitFor()
  }
  const TEXTS = ['White tea please', 'Two boxes of it', 'And an invoice']
  /** The customer writes these, and so many of the newest are saved; the answer is what they say, the newest first. */
  const save = async (count: number): Promise<string[]> => {
    await fake((client) => {
      for (const text of ['White tea please', 'Two boxes of it', 'And an invoice'])
        client.customerWrites('conversation-0' as ConversationId, text)
    })
    await thread().getByText('And an invoice').waitFor()
    await thread().focus()
    for (let step = 0; step < count; step += 1) await page.keyboard.press('Shift+ArrowUp')
    await page.getByRole('toolbar').getByRole('button', { name: 'Add to favourites' }).click()
    await expect.poll(() => page.getByRole('toolbar', { name: 'Selected messages' }).count()).toBe(0)
    return TEXTS.slice(-count).toReversed()
  }

  it('R-03-106 R-06-177 a message, and several that are selected, are saved, and a full book says so', async () => {
    await openFirst()
    const bubble = thread().locator('article').last().locator('.fy-bubble')
    await bubble.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to favourites' }).click()
    await page.getByText('1 message is among your favourites').waitFor()
    await save(3)
    await page.getByText('3 messages are among your favourites').waitFor()
    const asked = (await calls('saved-message.add')) as { messageIds: string[] }[]
    expect(asked.map(({ messageIds }) => messageIds.length)).toEqual([1, 3])
    await fake((client) => {
      client.refuseNext('saved-message.add', 'too-many-saved', { limit: 1000 })
    })
    await bubble.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to favourites' }).click()
    await page.getByText('You have 1000 favourites at most').waitFor()
  })

  it('R-03-153 are listed the latest first, found by a word and by their kind, and reached by keys', async () => {
    await openFirst()
    await openPanel()
    await panel().getByText('No favourites yet').waitFor()
    await expectAccessible()
    await page.keyboard.press('Escape')
    await expect.poll(() => panel().count()).toBe(0)
    const texts = await save(3)
    await openPanel()
    await expect.poll(() => rows().locator('.fy-text').allTextContents()).toEqual(texts)
    await panel().getByText('3 favourites').waitFor()
    await expectAccessible()
    await rows().first().getByRole('button').first().focus()
    await page.keyboard.press('ArrowDown')
    const inSecond = () =>
      rows()
        .nth(1)
        .evaluate((row) => row.contains(document.activeElement))
    await expect.poll(inSecond).toBe(true)
    await page.keyboard.press('ArrowUp')
    await expect.poll(inSecond).toBe(false)
    await panel().getByRole('searchbox').fill('BOXES')
    await expect.poll(() => rows().locator('.fy-text').allTextContents()).toEqual(['Two boxes of it'])
    await panel().getByRole('radio', { name: 'Files' }).check()
    await panel().getByText('Nothing like that').waitFor()
  })

  it('R-06-177 are put into the field of the open conversation, and shown where they were said', async () => {
    await openFirst()
    const [text] = await save(1)
    await page.getByRole('option').nth(1).click()
    await field().waitFor()
    await openPanel()
    await rows().first().getByRole('button', { name: 'Put into the message field' }).click()
    await expect.poll(() => field().inputValue()).toBe(text)
    await expect.poll(() => panel().count()).toBe(0)
    // Nothing is sent by it: what is sent passes what every answer passes.
    expect(await calls('message.send')).toEqual([])
    await openPanel()
    await rows().first().getByRole('button', { name: 'Show in its conversation' }).click()
    await expect.poll(() => thread().locator('[data-marked]').textContent()).toContain(text)
  })

  it('R-03-194 one that is removed can be taken back for a while, and is gone after it', async () => {
    await openFirst()
    const texts = await save(2)
    await openPanel()
    const remove = () => rows().first().getByRole('button', { name: 'Remove' }).click()
    await remove()
    await expect.poll(() => rows().count()).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => rows().locator('.fy-text').allTextContents()).toEqual(texts)
    expect(await calls('saved-message.remove')).toEqual([])
    await remove()
    await page.getByText('1 favourite removed').waitFor()
    await expect.poll(async () => (await calls('saved-message.remove')).length, { timeout: 15_000 }).toBe(1)
    await expect.poll(() => rows().locator('.fy-text').allTextContents()).toEqual(texts.slice(1))
  })

  it('with nothing open there is no field to put one into', async () => {
    await open()
    await page.getByRole('option').first().waitFor()
    await fake(async (client) => {
      const [message] = (
        await client.query('thread.messages', {
          conversationId: 'conversation-0' as ConversationId,
          limit: 1,
        })
      ).messages
      if (message) await client.run('saved-message.add', { messageIds: [message.id] })
    })
    await openPanel()
    await rows().first().getByRole('button', { name: 'Show in its conversation' }).waitFor()
    await expect
      .poll(() => rows().getByRole('button', { name: 'Put into the message field' }).count())
      .toBe(0)
  })
})
