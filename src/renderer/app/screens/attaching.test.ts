/** What goes along with an answer or is put into it: files, pictures, quick replies, emoji. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId, MessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('put into an answer', () => {
  let { page, open, calls, expectAccessible, field, thread, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, calls, expectAccessible, field, thread, chooseFirst } = stage())
  })

  it('the emoji picker speaks the language and asks no other host', async () => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(stage().url) && !/^(?:data|blob):/u.test(request.url()))
        foreign.push(request.url())
    })
    await open()
    await chooseFirst()
    await page.getByRole('button', { name: 'Emoji' }).click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('red apple')
    await page.getByText('🍎').click()
    await expect.poll(() => field().inputValue()).toBe('🍎')
    expect(foreign).toEqual([])
  })

  it('R-06-031 a picture over 5 MB goes as a file or is made smaller, as its sender likes', async () => {
    await open()
    await chooseFirst()
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
    await chooseFirst()
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

  it('R-06-009 quick replies (R-06-100 of texts): a click inserts, a double click sends instead, and everybody can use them (WCAG AA)', async () => {
    await open()
    await chooseFirst()
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
    await chooseFirst()
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

describe('what the limits refuse', () => {
  let { page, open, calls, expectAccessible, field, thread, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, calls, expectAccessible, field, thread, chooseFirst } = stage())
  })
  const TOO_LARGE =
    '“film.mov” was not added: a file may have at most 100 MB. Send it in parts, or a link to it.'
  const program = (name: string): string =>
    `“${name}” was not added: programs and scripts are not accepted. Send it packed as a ZIP file, or a link to it.`
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  })

  it('R-06-034 (100 MB, named before anything is uploaded) in a conversation files are refused when they are chosen, dropped and pasted: which, by what rule, and what to do', async () => {
    await open()
    await chooseFirst()
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles([file('setup.exe', 'any'), file('guide.pdf', 'pdf'), file('holiday.pdf', 'MZ program')])
    await page.getByText(program('setup.exe')).waitFor()
    await page.getByText(program('holiday.pdf')).waitFor()
    await page.getByRole('button', { name: 'Remove guide.pdf' }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Remove (?:setup|holiday)/u }).count()).toBe(0)
    await expectAccessible()
    await page.getByRole('region', { name: 'Conversation', exact: true }).evaluate((element) => {
      const data = new DataTransfer()
      const part = new Uint8Array(1024 * 1024)
      data.items.add(new File([...Array<Uint8Array<ArrayBuffer>>(100).fill(part), 'x'], 'film.mov'))
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.getByText(TOO_LARGE).waitFor()
    await field().evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['any'], 'macro.vbs'))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.getByText(program('macro.vbs')).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    // Whether it was brought to the server ahead or not.
    const sent = async () => (await Promise.all(['file.send', 'stored-file.send'].map(calls))).flat().length
    await expect.poll(sent).toBe(1)
  })

  it('R-06-034 (in quick replies) files of a quick reply are refused when they are chosen', async () => {
    await open()
    await chooseFirst()
    await thread().locator('article').last().locator('.fy-bubble').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Save as quick reply…' }).click()
    const editor = page.getByRole('dialog', { name: 'New quick reply' })
    await editor.locator('input[type=file]').setInputFiles(file('setup.exe', 'any'))
    await editor.getByText(program('setup.exe')).waitFor()
    await editor.locator('input[type=file]').setInputFiles(file('holiday.pdf', '#!/bin/sh'))
    await editor.getByText(program('holiday.pdf')).waitFor()
    expect(await calls('file.upload')).toEqual([])
  })
})

describe('the tools of the composer', () => {
  let { page, calls, field, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, calls, field, openFirst } = stage())
  })
  const answer = () => page.getByRole('form', { name: 'Answer' })
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
      const conversation = { id: 'conversation-1', kind: 'direct', name: null, creatorId: 'agent-me', memberIds: ['agent-me', 'agent-lin'], lastSeq: 0, createdAt: 0 } as const // prettier-ignore
      window.fake?.answer('conversation.get', null)
      window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [] }) // prettier-ignore
    })
    await expect.poll(tools).toEqual(common)
  })
})

describe('what is brought to the server', () => {
  let { page, fake, calls, thread, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, thread, openFirst } = stage())
  })

  it('R-06-052 a file shows its name, its size and what became of it, and offers what can be done with it then', async () => {
    // The shell of the desktop, which has saved a file when it says so.
    await page.addInitScript(() => {
      const told: unknown[] = []
      const shell = {
        platform: 'linux',
        watch: (listener: unknown) => Object.assign(window, { sayNews: listener }),
        tell: (message: unknown) => told.push(message),
        ask: async (name: string) => (name === 'keys.use' ? [] : null),
      }
      Object.assign(window, { foyer: shell, told })
    })
    await openFirst()
    const sent = thread().locator('article').filter({ hasText: '白茶冲泡与保存指南.pdf' })
    const saves = sent.getByRole('link', { name: /^Download/u })
    const shows = sent.getByRole('button', { name: 'Show 白茶冲泡与保存指南.pdf in its folder' })
    await sent.getByText('1.4 MB', { exact: true }).waitFor()
    await saves.waitFor()
    expect(await shows.count()).toBe(0)
    await sent.locator('.fy-bubble').click({ button: 'right', position: { x: 4, y: 4 } })
    await page.getByRole('menuitem', { name: 'Forward…' }).waitFor()
    await page.keyboard.press('Escape')

    await page.evaluate(`window.sayNews({ kind: 'files-saved', fileIds: ['file-pdf'] })`)
    await shows.click()
    await expect
      .poll(() => page.evaluate(`window.told.filter(({ kind }) => kind === 'file.show-in-folder')`))
      .toEqual([{ kind: 'file.show-in-folder', fileId: 'file-pdf' }])

    await fake((client) => {
      client.answer('file.url', { url: null, gone: true })
    })
    await sent.getByText('1.4 MB · Expired: the server no longer has this file').waitFor()
    await expect.poll(() => saves.count()).toBe(0)
    await expect.poll(() => sent.getByRole('progressbar').count()).toBe(0)

    await fake((client) => {
      client.change(() => {
        client.desk.outbox = (['queued', 'sending', 'failed'] as const).map((state) => ({
          id: `upload-${state}` as MessageId,
          conversationId: 'conversation-0' as ConversationId,
          body: {
            kind: 'file',
            name: `${state}.pdf`,
            bytes: 9_000_000,
            preview: null,
            progress: 0.42,
            stored: null,
          },
          state,
          reason: state === 'failed' ? 'type-not-allowed' : null,
          heldUntil: null,
          createdAt: Date.now(),
        }))
      })
    })
    const unsent = (name: string) => thread().locator('[data-unsent]').filter({ hasText: name })
    await unsent('queued.pdf').getByText('Waiting to be sent').waitFor()
    await unsent('sending.pdf').getByText('42%').waitFor()
    await unsent('failed.pdf').getByRole('button', { name: 'Send again' }).waitFor()
  })

  it('an upload shows how far it is; it is stopped, gone on with and given up', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        client.desk.outbox = [
          {
            id: 'upload-1' as MessageId,
            conversationId: 'conversation-0' as ConversationId,
            body: {
              kind: 'file',
              name: 'manual.pdf',
              bytes: 9_000_000,
              preview: null,
              progress: 0.42,
              stored: null,
            },
            state: 'sending',
            reason: null,
            heldUntil: null,
            createdAt: Date.now(),
          },
        ]
      })
    })
    const row = thread().locator('[data-unsent]').filter({ hasText: 'manual.pdf' })
    await row.getByText('42%').waitFor()
    await row.getByRole('button', { name: 'Pause the upload', exact: true }).click()
    await expect.poll(() => calls('outbox.pause')).toEqual([{ id: 'upload-1', paused: true }])
    await fake((client) => {
      client.change(() => {
        client.desk.outbox = client.desk.outbox.map((item) => ({ ...item, state: 'paused' }))
      })
    })
    await row.getByText('Paused', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Go on with the upload', exact: true }).waitFor()
    await row.getByRole('button', { name: 'Take back', exact: true }).click()
    await row.waitFor({ state: 'detached' })
  })
})
