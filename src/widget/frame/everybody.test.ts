/** The customer’s window for everybody: languages, themes, assistive technology, old and small devices. */
import { beforeEach, describe, expect, it } from 'vitest'

import { type FrameStage, useFrame } from '../../../tests/support/frameStage.ts'

const LIN = { name: '林溪', avatarUrl: null }

const stage = useFrame()

describe('for everybody', () => {
  let { server, page, lookFrom, open, list, tool, write, expectAccessible } = {} as FrameStage
  beforeEach(() => {
    ;({ server, page, lookFrom, open, list, tool, write, expectAccessible } = stage())
  })

  it('works where the language is that of WebView 80', async () => {
    await page.addInitScript(() => {
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted'])
        Reflect.deleteProperty(Array.prototype, name)
      Reflect.deleteProperty(Object, 'hasOwn')
      Reflect.deleteProperty(String.prototype, 'replaceAll')
    })
    await open()
    await write('hello')
    await expect.poll(() => server.texts()).toEqual(['hello'])
    server.become({ session: 'active', agent: LIN })
    server.say('hello from an old phone')
    await list().getByText('hello from an old phone').waitFor()
    await page.reload()
    await list().getByText('hello from an old phone').waitFor()
  })

  it('R-18-071 switches the language in the window and remembers it', async () => {
    await open()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: '切换到中文' }).click()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
    await page.locator('html[lang=zh-CN]').waitFor()
    await page.reload()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
  })

  it('the company’s language wins over the browser’s', async () => {
    server.settings = { ...server.settings, language: 'zh-CN' }
    await open()
    await page.getByRole('textbox', { name: '输入消息' }).waitFor()
  })

  for (const theme of ['light', 'dark']) {
    for (const language of ['en', 'zh-CN']) {
      it(`R-18-062 has no accessibility violation (${theme}, ${language})`, async () => {
        server.settings = { ...server.settings, color: '#ffcc00' }
        server.become({ session: 'active', agent: LIN })
        server.say('see https://shop.example/')
        server.add({ from: 'me', name: null, body: { kind: 'text', text: 'thanks' } })
        await open(`?theme=${theme}&lang=${language}`)
        await page.getByText('thanks').waitFor()
        await expectAccessible()
        server.become({ session: 'pending', place: 2 })
        server.refuseWith = { code: 'not-accepted' }
        await page.getByRole('textbox').fill('refused')
        await page.getByRole('textbox').press('Enter')
        await page.locator('.failed').waitFor()
        await page.locator('.tools button').first().click()
        await expectAccessible()
        await server.down()
        await page.locator('.banner').waitFor()
        await expectAccessible()
      })
    }
  }

  it('R-18-065 needs no horizontal scrolling at 320 px with text twice as large', async () => {
    server.become({ session: 'pending', place: 12 })
    server.say(`https://shop.example/${'long'.repeat(40)} ${'x'.repeat(200)}`)
    server.add({ from: 'me', name: null, body: { kind: 'text', text: '长'.repeat(200) } })
    server.add({
      body: {
        kind: 'image',
        fileId: 'f1' as never,
        name: 'wide.png',
        mime: 'image/png',
        bytes: 1,
        width: 4000,
        height: 100,
        url: '/files/1',
      },
    })
    await page.setViewportSize({ width: 320, height: 640 })
    await open()
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const name of ['Emoji', 'Leave the queue']) await page.getByRole('button', { name }).click()
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('body *')]
        .filter(
          (element) => !element.closest('.hidden') && element.tagName !== 'svg' && !element.closest('svg'),
        )
        .filter((element) => element.getBoundingClientRect().right > 320.5)
        .map((element) => element.className || element.tagName),
    )
    expect(wide).toEqual([])
  })

  it('R-18-065 targets are large enough for a thumb on a phone', async () => {
    page = await lookFrom({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'en',
    })
    server.become({ session: 'active', agent: LIN })
    await open()
    await tool('Emoji').waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea')]
        .map((element) => ({
          name: element.ariaLabel ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 40))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    )
    expect(small).toEqual([])
  })

  it('R-18-066 dark, high contrast and reduced motion of the system are followed', async () => {
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' })
    server.say('hello')
    await open()
    await list().getByText('hello').waitFor()
    const look = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
      const { backgroundColor } = getComputedStyle(document.body)
      return {
        backgroundColor,
        moving: shown.filter(
          ({ transitionDuration, animationName, animationDuration }) =>
            Number.parseFloat(transitionDuration) > 0.01 ||
            (animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01),
        ).length,
        bordered: getComputedStyle(document.querySelector('textarea') ?? document.body).borderTopStyle,
      }
    })
    expect(look.moving).toBe(0)
    expect(look.bordered).toBe('solid')
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' })
    const background = async (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(background).not.toBe('rgb(255, 255, 255)')
    const dark = await background()
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await expect.poll(background).not.toBe(dark)
    await expectAccessible()
  })

  it('R-18-073 from right to left everything is mirrored, and nothing is cut', async () => {
    server.say('hello')
    await open()
    await write('mine')
    await list().getByText('mine').waitFor()
    const left = async (text: string) => (await list().getByText(text).boundingBox())?.x ?? 0
    expect(await left('mine')).toBeGreaterThan(await left('hello'))
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await expect.poll(async () => (await left('mine')) < (await left('hello'))).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380)
  })
})
