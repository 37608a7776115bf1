/** What is written and not sent yet: kept, taken back, put off. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId, ScheduledMessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('drafts', () => {
  let { page, open, fake, calls, field, thread, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, field, thread, chooseFirst } = stage())
  })

  it('R-03-096 a draft keeps text, quote, files and caret while another conversation is open, and takes news of another device', async () => {
    await open()
    await chooseFirst()
    await thread().locator('article').last().hover()
    await thread().locator('article').last().getByRole('button', { name: 'Quote' }).click()
    await field().fill('half a sentence')
    await field().press('Home')
    for (let step = 0; step < 4; step += 1) await field().press('ArrowRight')
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') }
    await page.locator('.fy-composer input[type=file]').last().setInputFiles(notes)
    await page.getByText('notes.txt').waitFor()
    await page.locator('[data-id="conversation-1"]').click()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('option', { name: /half a sentence/u }).click()
    await expect.poll(() => field().inputValue()).toBe('half a sentence')
    await expect
      .poll(() => field().evaluate((element: HTMLTextAreaElement) => element.selectionStart))
      .toBe(4)
    await page.getByText('notes.txt').waitFor()
    await page.getByRole('button', { name: 'Do not quote' }).waitFor()
    await fake(async (client) => {
      const conversationId = 'conversation-0' as ConversationId
      await client.run('draft.save', { conversationId, text: 'from the phone', writer: 'phone', base: 7 })
    })
    await expect.poll(() => field().inputValue()).toBe('from the phone')
    await field().press('End')
    await field().pressSequentially('!')
    await expect
      .poll(async () => (await calls('draft.save')).at(-1))
      .toMatchObject({ text: 'from the phone!', base: 7 })
  })

  it('R-03-102 R-06-084 what was taken back is written again, with what it quoted, behind what is there', async () => {
    await open()
    await chooseFirst()
    const last = thread().locator('article').last()
    await last.hover()
    await last.getByRole('button', { name: 'Quote' }).click()
    await field().fill('Wednesday')
    await field().press('Enter')
    await thread().getByText('Wednesday').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Do not quote' }).count()).toBe(0)
    await field().fill('Sorry:')
    await thread().locator('article').last().hover()
    await thread().locator('article').last().getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('button', { name: 'Edit again' }).click()
    await expect.poll(() => field().inputValue()).toBe('Sorry:\nWednesday')
    await page.getByRole('button', { name: 'Do not quote' }).waitFor()
  })

  it('R-03-097 what was sent or thrown away comes back with the arrow key in an empty field', async () => {
    await open()
    await chooseFirst()
    await field().fill('first answer')
    await field().press('Enter')
    await expect.poll(() => field().inputValue()).toBe('')
    await field().fill('never sent')
    await field().press('Control+A')
    await field().press('Delete')
    await field().press('ArrowUp')
    await expect.poll(() => field().inputValue()).toBe('never sent')
    await field().press('ArrowUp')
    await expect.poll(() => field().inputValue()).toBe('first answer')
    await field().press('ArrowDown')
    await expect.poll(() => field().inputValue()).toBe('never sent')
    await field().press('ArrowDown')
    await expect.poll(() => field().inputValue()).toBe('')
  })
})

describe('what is sent later', () => {
  let { page, fake, calls, field, thread, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, field, thread, openFirst } = stage())
  })

  it('what was sent waits as long as its author wants to be able to take it back, and goes back into the field', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, sendHoldSeconds: 5 }
      })
    })
    await field().fill('sent too early')
    // The five seconds are not over before the test is, however slow the machine is.
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.keyboard.press('Enter')
    await thread()
      .getByText(/Goes out in \d second/u)
      .waitFor()
    await page.getByRole('status').filter({ hasText: 'Goes out in a moment' }).waitFor()
    await expect.poll(() => field().inputValue()).toBe('')
    await page.keyboard.press('Alt+z')
    await expect.poll(() => field().inputValue()).toBe('sent too early')
    await expect.poll(() => thread().getByText('sent too early').count()).toBe(0)
  })

  it('a message for later stands above the composer and among the to-dos; it is sent now, changed or given up there', async () => {
    await openFirst()
    const later = page.getByRole('button', { name: 'Send later', exact: true })
    await expect.poll(() => later.isDisabled()).toBe(true)
    await field().fill('We open again tomorrow')
    await later.click()
    await page.getByRole('button', { name: 'In an hour', exact: true }).click()
    await expect.poll(() => calls('scheduled-message.set')).toHaveLength(1)
    await expect.poll(() => field().inputValue()).toBe('')
    await page.getByRole('status').filter({ hasText: 'Goes out' }).waitFor()
    await fake((client) => {
      client.change(() => {
        const conversationId = 'conversation-0' as ConversationId
        const one = { conversationId, quoteId: null, customerName: '', customerNumber: 7 }
        const dueAt = Date.now() + 3_600_000
        client.desk.scheduled = [
          {
            ...one,
            id: 'later-2' as ScheduledMessageId,
            text: 'Too late',
            dueAt: 1,
            failure: 'not-your-session',
          },
          {
            ...one,
            id: 'later-1' as ScheduledMessageId,
            text: 'We open again tomorrow',
            dueAt,
            failure: null,
          },
        ]
      })
    })
    const list = page.getByRole('region', { name: 'Goes out later', exact: true })
    await list.getByText('The session is with another agent now').waitFor()
    await list.getByRole('button', { name: 'Send now: We open again tomorrow', exact: true }).click()
    await expect.poll(() => calls('scheduled-message.send')).toEqual([{ id: 'later-1' }])
    await list.getByRole('button', { name: 'Change: Too late', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'When to send it', exact: true })
    await dialog.getByRole('textbox', { name: 'Message', exact: true }).fill('Still here?')
    await dialog.getByRole('button', { name: 'Tomorrow at 09:00', exact: true }).click()
    await expect
      .poll(async () => (await calls('scheduled-message.set')).at(-1))
      .toMatchObject({ id: 'later-2', text: 'Still here?' })
    await dialog.waitFor({ state: 'detached' })
    await list.getByRole('button', { name: 'Do not send: Too late', exact: true }).click()
    await expect.poll(() => calls('scheduled-message.remove')).toEqual([{ id: 'later-2' }])
    await page.getByRole('button', { name: 'To-dos 1', exact: true }).click()
    await page.getByRole('region', { name: 'To-dos', exact: true }).getByText('Goes out').waitFor()
  })
})
