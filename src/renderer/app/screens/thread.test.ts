/** The open conversation: where it opens, what its lines tell, what can be done with messages. */
import { beforeEach, describe, expect, it } from 'vitest'

import { atRest } from '../../../../tests/support/atRest.ts'
import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId, FileId, MessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the thread', () => {
  let { page, context, open, fake, calls, expectAccessible, thread, chooseFirst, field } =
    {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, context, open, fake, calls, expectAccessible, thread, chooseFirst, field } = stage())
  })

  it('R-03-107 R-06-134 the thread opens at its end, loads older messages without a jump, stays put when new ones come and leads to the first of them', async () => {
    await open()
    await chooseFirst()
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
        client.customerWrites('conversation-0' as ConversationId, text)
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

  it('R-03-106 the menu of a message copies what is marked or all of it, forwards it, keeps it as a quick reply, and takes it back', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open()
    await chooseFirst()
    const last = thread().locator('article').last()
    const said = (await last.locator('.fy-text').textContent()) ?? ''
    const menu = page.getByRole('menu', { name: 'Message menu' })
    const choose = async (name: string): Promise<void> => {
      // Beside what is marked the browser would forget it.
      await last.locator('.fy-text').click({ button: 'right', position: { x: 4, y: 10 } })
      await menu.getByRole('menuitem', { name, exact: true }).click()
    }
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await choose('Copy')
    await expect.poll(copied).toBe(said)
    await last.locator('.fy-text').evaluate((text) => {
      const words = text.firstChild ?? text
      getSelection()?.setBaseAndExtent(words, 0, words, 2)
    })
    await choose('Copy what is marked')
    await expect.poll(copied).toBe(said.slice(0, 2))
    await choose('Forward…')
    await page.getByRole('dialog', { name: 'Forward 1 message' }).waitFor()
    await page.keyboard.press('Escape')
    await choose('Save as quick reply…')
    const editor = page.getByRole('dialog', { name: 'New quick reply' })
    await expect.poll(() => editor.locator('textarea').first().inputValue()).toBe(said)
    await page.keyboard.press('Escape')
    await last.locator('.fy-bubble').click({ button: 'right' })
    await expectAccessible()
    await menu.getByRole('menuitem', { name: 'Quote' }).press('Enter')
    await page.getByRole('button', { name: 'Do not quote' }).waitFor()
    // What has a menu of its own keeps it.
    await page.getByRole('separator').first().click({ button: 'right', force: true })
    await expect.poll(() => menu.count()).toBe(0)
  })

  it('R-03-106 messages are selected by pointer and by keys, copied, and forwarded to others', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open()
    await chooseFirst()
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
    // The keyboard is where one writes: a few letters, and Enter takes the first who is left.
    const find = page.getByRole('searchbox', { name: 'Find by name' })
    await expect.poll(() => find.evaluate((field) => field === document.activeElement)).toBe(true)
    const names = page.getByRole('dialog').locator('label')
    await page.keyboard.type('wangjg')
    await expect
      .poll(async () => new Set(await names.allTextContents()))
      .toEqual(new Set([expect.stringContaining('王建国')]))
    await page.keyboard.press('Enter')
    await expect.poll(() => find.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Forward to 1 conversation' }).click()
    await page.getByText('Forwarded to 1 conversation').waitFor()
    const sent = [...(await calls('message.send')), ...(await calls('stored-file.send'))]
    expect(sent).toHaveLength(3)
    await expect.poll(() => page.getByRole('toolbar', { name: 'Selected messages' }).count()).toBe(0)
  })

  it('R-03-050 what was seen in a window with focus counts as read, once', async () => {
    await open()
    await page.getByRole('option', { name: /李明轩/u }).click()
    await expect.poll(() => calls('read.advance')).toHaveLength(1)
  })

  it('R-03-050 the line above what is new stays while it is read, and what comes under the eyes of the reader is not marked', async () => {
    await open()
    await page.getByRole('option', { name: /李明轩/u }).click()
    const mark = thread().getByText('New messages', { exact: true })
    const marked = () =>
      mark.evaluate((line) => line.closest('[data-key]')?.nextElementSibling?.getAttribute('data-key'))
    await mark.waitFor()
    const first = await marked()
    await expect.poll(() => calls('read.advance')).toHaveLength(1)
    await fake((client) => {
      client.customerWrites('conversation-2' as ConversationId, 'Under your eyes')
    })
    await thread().getByText('Under your eyes').waitFor()
    expect(await marked()).toBe(first)
    await expect.poll(() => calls('read.advance')).toHaveLength(2)
    expect(await marked()).toBe(first)
    await field().fill('An answer')
    await page.keyboard.press('Enter')
    await expect.poll(() => mark.count()).toBe(0)
    await fake((client) => {
      client.customerWrites('conversation-2' as ConversationId, 'And once more')
    })
    await thread().getByText('And once more').waitFor()
    expect(await mark.count()).toBe(0)
  })
})

describe('older messages', () => {
  let { page, fake, calls, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, openFirst } = stage())
  })

  it('R-03-083 older messages that do not come are asked for again in their place, or by PageUp at the top', async () => {
    await openFirst()
    const thread = page.getByRole('log')
    await fake((client) => {
      client.refuseNext('history.load', 'unavailable')
    })
    await thread.hover()
    const failed = thread.getByRole('button', { name: 'Could not be loaded, click to try again' })
    for (let step = 0; step < 20 && (await failed.count()) === 0; step += 1) await page.mouse.wheel(0, -900)
    await failed.waitFor()
    const before = (await calls('history.load')).length
    await fake((client) => {
      client.refuseNext('history.load', 'unavailable')
    })
    await failed.click()
    await expect.poll(async () => (await calls('history.load')).length).toBe(before + 1)
    await thread.focus()
    await page.keyboard.press('Home')
    await expect.poll(async () => thread.evaluate((box) => box.scrollTop)).toBe(0)
    await page.keyboard.press('PageUp')
    await expect.poll(async () => failed.count()).toBe(0)
    await expect.poll(async () => (await calls('history.load')).length).toBeGreaterThan(before + 1)
  })
})

describe('ways through the thread', () => {
  let { page, fake, thread, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, thread, openFirst } = stage())
  })

  it('a chosen day is jumped to, and a reload goes on at the same message', async () => {
    await openFirst()
    await fake((client) => {
      client.answer('thread.days', { days: Array.from({ length: 42 }, () => 440), later: null })
    })
    await page.getByRole('button', { name: 'Go to a day', exact: true }).click()
    await page
      .getByRole('dialog', { name: 'Go to a day', exact: true })
      .locator('[aria-current="date"]')
      .click()
    const row = thread().locator('[data-key="m-0-440"]')
    await row.waitFor()
    const top = async (): Promise<number> => row.evaluate((element) => element.getBoundingClientRect().top)
    const list = await thread().boundingBox()
    await expect.poll(async () => (await top()) > (list?.y ?? 0)).toBe(true)
    const before = await atRest(top)
    await page.reload()
    await row.waitFor()
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2)
  })

  it('the viewer goes on to the next picture of the thread, makes it larger and turns it, by keys too', async () => {
    await openFirst()
    await fake(async (client) => {
      client.answer('file.url', await client.query('file.url', { fileId: 'file-photo' }))
      client.change(() => {
        const one = client.desk.conversations[0]
        const last = one?.messages.findLast(({ body }) => body.kind === 'image')
        if (!one || last?.body.kind !== 'image') throw new Error('there is a picture')
        const body = { ...last.body, fileId: 'file-second' as FileId, name: 'second.png' }
        one.messages = [...one.messages, { ...last, id: 'm-second' as MessageId, seq: last.seq + 100, body }]
      })
    })
    await thread().getByRole('button', { name: 'Enlarge second.png', exact: true }).click()
    await page.getByRole('dialog', { name: 'second.png', exact: true }).waitFor()
    const viewer = page.locator('dialog.fy-viewer')
    await viewer.getByText('2 of 2', { exact: true }).waitFor()
    await page.keyboard.press('+')
    await page.keyboard.press('r')
    const image = viewer.locator('img')
    await expect
      .poll(() => image.evaluate(({ style }) => style.transform))
      .toBe('translate(0px, 0px) rotate(90deg) scale(1.25)')
    await page.keyboard.press('ArrowLeft')
    await viewer.getByText('1 of 2', { exact: true }).waitFor()
    await expect.poll(() => image.evaluate(({ style }) => style.transform)).toContain('scale(1)')
    await expect
      .poll(() => viewer.getByRole('button', { name: 'Picture before', exact: true }).isDisabled())
      .toBe(true)
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
  })
})

describe('what the lines tell', () => {
  let { page, fake, open, row, thread, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open, row, thread, openFirst } = stage())
  })
  const panel = () => page.getByRole('complementary', { name: 'Customer', exact: true })

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
        const added = { ...one, id: 'line-9' as MessageId, seq, body, sender: { kind: 'system' as const } }
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
        if (one) first.messages = [...first.messages, { ...one, id: 'given' as MessageId, seq, body, sender: { kind: 'system' }, at: Date.now() }] // prettier-ignore
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
      } as const
      const hidden = { ...thread, conversationId: 'conversation-8', readable: false }
      const own = { ...thread, conversationId: 'conversation-0', channel: 'web', faceAgentId: null } as const
      const threads = [{ ...own, readable: true }, { ...thread, readable: true }, hidden]
      window.fake?.answer('customer.threads', { threads, keptAt: null })
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
})

describe('clips', () => {
  let { page, fake, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, openFirst } = stage())
  })

  it('R-06-007 (our own channels) a clip is looked at in the thread and saved like a file; what cannot be played is a file', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        const [one] = first?.messages ?? []
        if (!first || !one) return
        const added = ['video/mp4', 'video/x-msvideo'].map((mime, index) => ({
          ...one,
          id: `clip-${index}` as MessageId,
          seq: first.conversation.lastSeq + 1 + index,
          body: {
            kind: 'file' as const,
            fileId: `clip-${index}` as FileId,
            name: `pour-${index}.vid`,
            mime,
            bytes: 900,
          },
          at: Date.now(),
        }))
        first.messages = [...first.messages, ...added]
        first.conversation = { ...first.conversation, lastSeq: first.conversation.lastSeq + 2 }
      })
    })
    const log = page.getByRole('log')
    await log.getByRole('link', { name: 'Download pour-1.vid' }).waitFor()
    await log.getByRole('link', { name: 'Download pour-0.vid' }).waitFor()
    await expect
      .poll(() => log.locator('video').evaluateAll((all) => all.map((one) => one.ariaLabel)))
      .toEqual(['Video pour-0.vid'])
  })
})
