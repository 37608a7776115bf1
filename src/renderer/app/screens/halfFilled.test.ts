/** Dialogs and forms that are open and half filled in, and what the tab keeps of that. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('what is open to be filled in', () => {
  let { page, fake, row, field, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, row, field, openFirst } = stage())
  })
  const transferring = () => page.getByRole('dialog', { name: /^Transfer/u })
  const startTransfer = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Transfer', exact: true }).click()
    await transferring().waitFor()
  }

  it('going from one conversation to another writes nothing about open dialogs: only opening and closing one does', async () => {
    await page.addInitScript(() => {
      const written: string[] = []
      const setItem = Storage.prototype.setItem
      Storage.prototype.setItem = function keep(key, value) {
        written.push(key)
        setItem.call(this, key, value)
      }
      Object.assign(window, { written })
    })
    await openFirst()
    const writes = async (key: string): Promise<number> =>
      page.evaluate(`window.written.filter((one) => one === ${JSON.stringify(key)}).length`)
    const before = await writes('foyer.asking')
    const places = await writes('foyer.place')
    for (const index of [1, 2, 3, 0]) {
      await row(index).click()
      await expect.poll(() => row(index).getAttribute('aria-selected')).toBe('true')
      await field().waitFor()
    }
    await expect.poll(() => writes('foyer.place')).toBeGreaterThan(places)
    expect(await writes('foyer.asking')).toBe(before)
    await startTransfer()
    await expect.poll(() => writes('foyer.asking')).toBe(before + 1)
    await page.keyboard.press('Escape')
    await transferring().waitFor({ state: 'detached' })
    await expect.poll(() => writes('foyer.asking')).toBe(before + 2)
  })

  it('a transfer that became impossible is not asked again by itself when the session comes back', async () => {
    await openFirst()
    await startTransfer()
    const giveTo = async (handlerId: 'agent-lin' | null): Promise<void> => {
      await page.evaluate(`window.fake.change(() => {
        const one = window.fake.desk.conversations[0]
        window.first ??= one.session
        one.session = ${handlerId ? `{ ...window.first, handlerId: '${handlerId}' }` : 'window.first'}
      })`)
    }
    await giveTo('agent-lin')
    await transferring().waitFor({ state: 'detached' })
    await giveTo(null)
    await page.getByRole('button', { name: 'Transfer', exact: true }).waitFor()
    expect(await transferring().count()).toBe(0)
    await startTransfer()
  })

  it('what is typed into a quick reply while a file comes up stays, and a file that comes up too late is in no other reply', async () => {
    await openFirst()
    const hold = async (): Promise<void> => fake((client) => client.holdNext('file.upload'))
    const letGo = async (): Promise<void> => fake((client) => client.letGo())
    const editor = page.getByRole('dialog', { name: 'New quick reply' })
    const title = editor.getByRole('textbox', { name: 'Title' })
    const file = editor.locator('.fy-tray-item')
    const begin = async (): Promise<void> => {
      await page.getByRole('button', { name: 'New and import' }).click()
      await page.getByRole('menuitem', { name: 'New quick reply' }).click()
      await title.waitFor()
    }
    const attach = async (name: string): Promise<void> => {
      await hold()
      await editor
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
      await editor.locator('label[aria-busy=true]').waitFor()
    }
    await page
      .getByRole('toolbar', { name: 'Writing tools' })
      .getByRole('button', { name: 'Quick replies' })
      .click()
    await begin()
    await attach('prices.pdf')
    await title.fill('What it costs')
    await letGo()
    await file.getByText('prices.pdf').waitFor()
    expect(await title.inputValue()).toBe('What it costs')

    await attach('late.pdf')
    await page.keyboard.press('Escape')
    await editor.getByRole('button', { name: 'Discard' }).click()
    await editor.waitFor({ state: 'detached' })
    await letGo()
    await begin()
    expect(await title.inputValue()).toBe('')
    expect(await file.count()).toBe(0)
  })
})
