/** What an agent sets up for themselves. */
import { beforeEach, describe, expect, it } from 'vitest'

import { atRest } from '../../../../tests/support/atRest.ts'
import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('the settings', () => {
  let { page, open, fake, calls, expectAccessible, thread, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, expectAccessible, thread, chooseFirst } = stage())
  })

  describe('the settings', () => {
    const openSettings = async (): Promise<void> => {
      await page.getByRole('button', { name: /Account and settings/u }).click()
      await page.getByRole('menuitem', { name: 'Settings' }).click()
    }
    const dialog = () => page.getByRole('dialog', { name: 'Settings' })

    it('R-03-180 are found by label, R-03-179 R-03-176 change everything at once, R-03-184 and go back to the defaults, or not', async () => {
      await open()
      await openSettings()
      await dialog().getByRole('searchbox').fill('size text')
      await page.keyboard.press('Enter')
      const size = dialog().getByRole('combobox', { name: 'Text size' })
      await expect.poll(() => size.evaluate((element) => element === document.activeElement)).toBe(true)
      await size.selectOption('150 %')
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('24px')
      await dialog().getByRole('combobox', { name: 'Skin' }).selectOption('Tide')
      await expect.poll(() => page.locator('html').getAttribute('data-skin')).toBe('tinted')
      const moves = () =>
        dialog().evaluate((element) => {
          element.style.transition = 'color 9s'
          return getComputedStyle(element).transitionDuration !== '0s'
        })
      await expect.poll(moves).toBe(true)
      await dialog().getByRole('searchbox').fill('motion')
      await dialog().getByText('Reduced', { exact: true }).click()
      await dialog().getByRole('searchbox').fill('size text')
      await expect.poll(moves).toBe(false)
      await dialog().getByRole('searchbox').fill('')
      await expectAccessible()
      await dialog().getByRole('button', { name: 'Restore defaults' }).click()
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('16px')
      await expect.poll(moves).toBe(true)
      await dialog().getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => page.locator('html').evaluate(({ style }) => style.fontSize)).toBe('24px')
    })

    it('R-03-185 what the company locked is shown with its value, and cannot be chosen', async () => {
      await open()
      await fake((client) => {
        client.change(() => {
          client.desk.settingDefaults = { settings: { textSize: { value: 125, locked: true } }, version: 1 }
        })
      })
      await openSettings()
      const row = dialog().locator('[data-setting="textSize"]')
      await row.getByText('Set by the company').waitFor()
      await expect.poll(() => row.getByRole('combobox').isDisabled()).toBe(true)
      await expect.poll(() => row.getByRole('combobox').inputValue()).toBe('125')
    })

    it('R-03-101 R-06-130 messages in lines or in bubbles, at once and at the same place', async () => {
      await open()
      await chooseFirst()
      await thread().getByRole('article').first().waitFor()
      const style = () => page.locator('html').getAttribute('data-messages')
      await expect.poll(style).toBe('lines')
      const last = thread().getByRole('article').last()
      await last.waitFor()
      const below = () =>
        last.evaluate((row) => {
          const log = row.closest('[role="log"]')
          return (log?.getBoundingClientRect().bottom ?? 0) - row.getBoundingClientRect().bottom
        })
      const before = await atRest(below)
      await fake((client) => {
        client.change(() => {
          client.desk.agentSettings = { ...client.desk.agentSettings, bubbles: true }
        })
      })
      await expect.poll(style).toBe('bubbles')
      await expect.poll(async () => Math.abs((await below()) - before)).toBeLessThan(8)
    })
  })

  it('a first look around is offered once, shows what is there, and leaves by Esc', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = {}
      })
    })
    await page.getByRole('button', { name: 'Show me around' }).click()
    const step = page.getByRole('dialog', { name: 'Your conversations' })
    await step.waitFor()
    await expectAccessible()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Reception and presence' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'Show me around' }).count()).toBe(0)
    await expect.poll(() => calls('agent-setting.save')).toEqual([{ changes: { toured: true } }])
  })

  it('theme and language change at once and are remembered', async () => {
    await page.goto(stage().url)
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitemradio', { name: '中文' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: /^账号与设置/u }).waitFor()
    await expect
      .poll(() => calls('agent-setting.save'))
      .toEqual([{ changes: { theme: 'dark' } }, { changes: { language: 'zh-CN' } }])
  })
})

describe('from the workbench on', () => {
  let { page, open } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open } = stage())
  })

  it('R-03-183 from the pages of the workbench panel one goes on to the settings of the whole client', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    const pages = dialog.getByRole('navigation')
    for (const name of ['Conversation list', 'Right menu']) {
      await pages.getByRole('button', { name, exact: true }).click()
      await dialog.getByRole('heading', { name, exact: true }).waitFor()
      await dialog.getByRole('button', { name: 'More system preferences' }).click()
      await dialog.getByRole('heading', { name: 'Appearance', exact: true }).waitFor()
      await expect.poll(() => dialog.getByRole('button', { name: 'More system preferences' }).count()).toBe(0)
    }
  })
})

describe('sounds', () => {
  let { page, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, open, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
  })

  it('R-03-171 each kind of sound is off, built in or an own file, which is not too large and can be played', async () => {
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'Sound', exact: true }).click()
    for (const name of ['soundNewSession', 'soundMessage', 'soundGroup', 'soundColleague', 'soundWaiting'])
      await expect.poll(() => settings.locator(`[data-setting="${name}"]`).getByRole('radio').count()).toBe(3)
    const group = settings.locator('[data-setting="soundGroup"]')
    await group.getByText('Own').click()
    const file = settings.locator('input[type="file"]')
    const given = (bytes: number) => ({
      name: 'gong.wav',
      mimeType: 'audio/wav',
      buffer: Buffer.alloc(bytes),
    })
    await file.setInputFiles(given(1024 * 1024 + 1))
    await settings.getByText('The file is larger than 1 MB').waitFor()
    await file.setInputFiles(given(100))
    await settings.getByText('This file cannot be played').waitFor()
    await file.setInputFiles({ ...given(0), buffer: SILENCE })
    await settings.getByText('gong.wav').waitFor()
    await expectAccessible()
  })
})

describe('of the desktop program', () => {
  let { page, expectAccessible, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, expectAccessible, openFirst } = stage())
  })

  it('R-03-192 keys of the whole system are said to be those of the desktop program; so is what belongs to a computer, with the answer of a browser', async () => {
    await openFirst()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Hot keys')
    await page
      .getByRole('option', { name: /Hot keys/u })
      .first()
      .click()
    const settings = page.getByRole('dialog', { name: 'Settings', exact: true })
    const everywhere = settings.getByRole('region', { name: 'In every program' })
    await everywhere.getByText('Desktop program only').waitFor()
    await everywhere.getByRole('button', { name: 'Keys of Screenshot: Ctrl+Alt+A' }).click()
    // What others type with is no key for the whole system.
    await page.keyboard.press('?')
    await everywhere.getByText('Needs Ctrl or Alt').waitFor()
    await page.keyboard.press('Escape')
    await settings.getByRole('button', { name: 'This computer', exact: true }).click()
    await settings.getByText('Your browser checks spelling').waitFor()
    await expectAccessible()
  })
})

/** A sound file: a header and ten samples. */
const SILENCE = ((): Buffer => {
  const bytes = Buffer.alloc(44 + 20)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + 20, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(16_000, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(20, 40)
  return bytes
})()
