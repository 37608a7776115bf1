/** What an agent does in a thread and with what is sent, over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import { atRest } from './atRest.ts'
import type { DeskStage } from './deskStage.ts'

export const showsTheThread = (stage: () => DeskStage): void => {
  let { page, fake, calls, open } = {} as DeskStage
  beforeEach(() => {
    ;({ page, fake, calls, open } = stage())
  })
  const field = () => page.getByRole('textbox', { name: 'Message', exact: true })
  const thread = () => page.getByRole('log')
  const openFirst = async (): Promise<void> => {
    await open()
    await page.locator('[data-id="conversation-0"]').click()
    await field().waitFor()
  }

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
        const one = { conversationId: 'conversation-0', quoteId: null, customerName: '', customerNumber: 7 }
        const dueAt = Date.now() + 3_600_000
        client.desk.scheduled = [
          { ...one, id: 'later-2', text: 'Too late', dueAt: 1, failure: 'not-your-session' },
          { ...one, id: 'later-1', text: 'We open again tomorrow', dueAt, failure: null },
        ] as never
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

  it('a chosen day is jumped to, and a reload goes on at the same message', async () => {
    await openFirst()
    await fake((client) => {
      client.answer('thread.days', { days: Array.from({ length: 42 }, () => 440), later: null } as never)
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
        const body = { ...last.body, fileId: 'file-second' as never, name: 'second.png' }
        one.messages = [...one.messages, { ...last, id: 'm-second' as never, seq: last.seq + 100, body }]
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

  it('an upload shows how far it is; it is stopped, gone on with and given up', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        client.desk.outbox = [
          {
            id: 'upload-1',
            conversationId: 'conversation-0',
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
        ] as never
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
}
