/** How the company looks on its agents' screens, and where that is set. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()
const ACCENT = 'rgb(122, 46, 160)'

describe('the company theme', () => {
  let { page, open, fake, calls, colorOf, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, open, fake, calls, colorOf, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
  })
  const setTheme = async (use: 'off' | 'offered' | 'default' | 'only'): Promise<void> => {
    await page.evaluate(`window.fake.change(() => {
      const { desk } = window.fake
      const light = { accent: '#7a2ea0', bar: '#5b2a6e', barEnd: null, barText: '#ffffff' }
      const dark = { accent: '#d59cf2', bar: '#3b1c48', barEnd: '#1c3048', barText: '#ffffff' }
      desk.companyTheme = { ...desk.companyTheme, use: '${use}', light, dark, version: desk.companyTheme.version + 1 }
    })`)
  }
  const isTinted = () => page.locator('html').getAttribute('data-skin')
  const skin = () => page.getByRole('dialog', { name: 'Settings' }).getByRole('combobox', { name: 'Skin' })
  const openSettings = async (): Promise<void> => {
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await skin().waitFor()
  }

  it('R-03-177 is one more skin while it is offered, and takes whoever chose it back to the usual one when it is not', async () => {
    await openSettings()
    const option = skin().getByRole('option', { name: 'Company theme' })
    await expect.poll(() => option.count()).toBe(0)
    await setTheme('offered')
    await expect.poll(() => option.count()).toBe(1)
    await expect.poll(isTinted).toBe('plain')
    await skin().selectOption('Company theme')
    await expect.poll(isTinted).toBe('tinted')
    await expect.poll(() => colorOf('--fy-accent')).toBe(ACCENT)
    await expect.poll(() => colorOf('--fy-on-bar')).toBe('rgb(255, 255, 255)')
    await expectAccessible()
    await setTheme('off')
    await expect.poll(isTinted).toBe('plain')
    await expect.poll(() => colorOf('--fy-accent')).toBe('rgb(51, 88, 224)')
    await expect.poll(() => skin().inputValue()).toBe('plain')
    await expect.poll(() => option.count()).toBe(0)
  })

  it('R-03-177 the only one cannot be changed, is painted before anything is known, and gives way to high contrast alone', async () => {
    await setTheme('only')
    await expect.poll(isTinted).toBe('tinted')
    await openSettings()
    await page.locator('[data-setting="skin"]').getByText('Set by the company').waitFor()
    await expect.poll(() => skin().isDisabled()).toBe(true)
    await expect.poll(() => skin().inputValue()).toBe('company')
    const kept = () => page.evaluate(() => localStorage.getItem('foyer.company-theme'))
    await expect.poll(kept).toContain('#7a2ea0')

    // The next page begins with it; this desk knows of no theme, so it does not stay.
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        seen.push(document.documentElement.style.getPropertyValue('--fy-accent'))
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['style'] })
    })
    await open()
    await row(0).waitFor()
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    await expect.poll(async () => (await seen())[0]).toBe('#7a2ea0')
    await expect.poll(kept).toBe(null)
    await setTheme('only')
    await expect.poll(isTinted).toBe('tinted')
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('High contrast')
    await expect.poll(isTinted).toBe('plain')
    await expect.poll(() => colorOf('--fy-accent')).not.toBe(ACCENT)
  })

  it('R-03-177 its pictures are fetched once, kept, and shown where the mark and nothing else stand', async () => {
    const fetched: string[] = []
    await page.route('**/theme-picture-*', async (route) => {
      fetched.push(new URL(route.request().url()).pathname)
      await route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>',
      })
    })
    await fake((client) => {
      client.answer('file.url', { url: '/theme-picture-1', gone: false })
      client.change(() => {
        const { companyTheme } = client.desk
        client.desk.companyTheme = { ...companyTheme, use: 'default', logo: 'logo' as never, version: 1 }
      })
    })
    const logo = page.locator('.fy-top-logo')
    await logo.waitFor()
    await expect.poll(() => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0)).toBe(true)
    await expect.poll(() => logo.getAttribute('src')).toMatch(/^blob:/u)
    await expect.poll(() => page.locator('.fy-themed').count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { companyTheme } = client.desk
        client.desk.companyTheme = { ...companyTheme, background: 'back' as never, version: 2 }
      })
    })
    const place = page.locator('.fy-themed')
    await place.getByText('Choose a conversation').waitFor()
    await expectAccessible()
    await expect
      .poll(async () =>
        (await calls('theme-picture.keep')).map((args) => (args as { fileId: string }).fileId),
      )
      .toEqual(['logo', 'back'])
    await setTheme('off')
    await place.waitFor({ state: 'detached' })
    await logo.waitFor({ state: 'detached' })
    await page.locator('svg.fy-top-mark').waitFor()
    await setTheme('default')
    await logo.waitFor()
    expect(fetched).toHaveLength(2)
  })
})

describe('the page of the company theme', () => {
  let { page, open, fake, calls, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, open, fake, calls, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('nobody is signed in')
        client.desk.account = {
          ...client.desk.account,
          me: { ...me, permissions: [...me.permissions, 'admin' as const] },
        }
      })
    })
    await page.evaluate(`location.hash = '#/account-center/enterprise/theme'`)
    await page.getByRole('heading', { level: 2, name: 'Company theme' }).waitFor()
  })
  const color = (side: 'Light' | 'Dark', name: string) =>
    page.getByRole('group', { name: side }).getByRole('textbox', { name, exact: true })
  const saveButton = () => page.getByRole('main').getByRole('button', { name: 'Save', exact: true })
  const shown = (side: 'Light' | 'Dark', name: string) =>
    page
      .getByRole('img', { name: `Preview, ${side}` })
      .evaluate((box, variable) => getComputedStyle(box).getPropertyValue(variable), name)

  it('R-03-177 R-03-178 shows at once what it will look like and names what could not be read; what cannot be read is not saved', async () => {
    await color('Light', 'Accent').fill('#FFD000')
    await expect.poll(() => shown('Light', '--fy-accent')).toBe('#ffd000')
    const problems = page.getByRole('main').getByRole('alert')
    const ofAccent =
      /Light: text in the accent \(#ffd000\) on .* has a contrast of only 1\.\d+:1; it takes 4\.5:1/u
    await problems.filter({ hasText: ofAccent }).waitFor()
    await color('Dark', 'Text on the bars').fill('#1b3a63')
    const ofBars = 'Dark: text on the bars (#1b3a63) on the bars (#1b3a63) has a contrast of only 1:1'
    await problems.filter({ hasText: ofBars }).waitFor()
    await expect.poll(() => saveButton().isDisabled()).toBe(true)
    await color('Light', 'Accent').fill('#7a2ea')
    await expect.poll(() => shown('Light', '--fy-accent')).toBe('#ffd000')
    await color('Light', 'Accent').fill('#7a2ea0')
    await color('Dark', 'Text on the bars').fill('#ffffff')
    await expect.poll(() => problems.count()).toBe(0)
    await page
      .getByRole('group', { name: 'Dark' })
      .getByRole('checkbox', { name: /Gradient/u })
      .check()
    await color('Dark', 'Flows into').fill('#1c3048')
    await expect.poll(() => shown('Dark', '--fy-bar')).toContain('#1c3048')
    await page.getByRole('radio', { name: 'Only one' }).check()
    await saveButton().click()
    await expect
      .poll(() => calls('company-theme.save'))
      .toMatchObject([
        {
          use: 'only',
          version: 0,
          light: { accent: '#7a2ea0' },
          dark: { barEnd: '#1c3048', barText: '#ffffff' },
        },
      ])
    await expect.poll(() => page.locator('html').getAttribute('data-skin')).toBe('tinted')
    await expectAccessible()
  })

  it('R-03-178 a picture that is too large is refused before it is sent; what the server says is said', async () => {
    const logo = page.getByLabel('Logo', { exact: true })
    const svg = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
    await logo.setInputFiles({ ...svg, buffer: Buffer.alloc(2 * 1024 * 1024 + 1) })
    const alert = page.getByRole('main').getByRole('alert')
    await alert.waitFor()
    await expect.poll(() => calls('file.upload')).toEqual([])
    await fake((client) => {
      client.refuseNext('file.upload', 'type-not-allowed')
    })
    await logo.setInputFiles(svg)
    await alert.filter({ hasText: 'Files of this type are not accepted' }).waitFor()
    await logo.setInputFiles(svg)
    await alert.waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await calls('file.upload')).map((args) => (args as { as: string }).as))
      .toEqual(['theme', 'theme'])
  })
})
