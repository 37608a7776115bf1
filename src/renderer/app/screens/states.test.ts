/** Empty places, places that are being read, refusals. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('answering', () => {
  let { page, fake, calls, open, expectAccessible, field, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible, field, openFirst } = stage())
  })

  it('R-03-201 R-06-136 a place with nothing in it says what belongs there, one that is being read has its shape, and none of it locks the answer', async () => {
    await open('size=0')
    await page.getByText('No conversations yet').waitFor()
    await page.getByText('Everybody you have served appears here.').waitFor()
    await page.getByText('Choose a conversation').waitFor()
    await page.getByText(/opens the next one, \? shows all keys$/u).waitFor()
    await openFirst()
    await fake((client) => {
      client.answer('thread.messages', { messages: [], unsent: [], more: false, forgotten: null, gap: false, deliveredSeq: 0, readSeq: 0, unreadFrom: null }) // prettier-ignore
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
})
