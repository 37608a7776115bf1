/** Notes to colleagues. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('notes to colleagues', () => {
  let { page, open, calls, expectAccessible, field, thread, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, calls, expectAccessible, field, thread, chooseFirst } = stage())
  })

  it('R-03-189 a note to colleagues is unmistakable, never an answer, stands in the thread, and is over when it is saved (names apart)', async () => {
    await open()
    await chooseFirst()
    await field().fill('for the customer')
    await page.keyboard.press('Alt+i')
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('asks for a discount each time')
    await expectAccessible()
    await expect.poll(() => field().count()).toBe(0)
    await note.press('Enter')
    await thread()
      .getByRole('article', { name: /Internal note by/u })
      .getByText('asks for a discount')
      .waitFor()
    await expect.poll(() => field().inputValue()).toBe('for the customer')
    expect(await calls('message.send')).toEqual([])
    await page.getByRole('button', { name: 'Internal note' }).click()
    await expect.poll(() => note.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await field().waitFor()
  })
})

describe('who is named', () => {
  let { page, fake, calls, expectAccessible, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, expectAccessible, openFirst } = stage())
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
      client.answer('note-mentions.list', [mention])
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
})
