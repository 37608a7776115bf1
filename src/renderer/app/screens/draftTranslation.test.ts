/** What one writes, in the language of the customer: put into the field, never sent, and taken back with one step. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { TextTranslation } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('what one writes in the language of the customer', () => {
  let { page, calls, expectAccessible, openFirst, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, calls, expectAccessible, openFirst, row, field } = stage())
  })
  const button = () => page.getByRole('button', { name: "Translate into the customer's language" })
  const original = () => page.getByRole('region', { name: 'What you wrote' })
  const working = () => page.getByText('Translating…')

  const allow = async (translation: boolean): Promise<void> => {
    await page.evaluate((on) => {
      const client = window.fake
      const me = client?.desk.account.me
      if (!client || !me) throw new Error('nobody is signed in')
      client.change(() => {
        const { desk } = client
        const languageServices = { speech: false, translation: on, version: 1 }
        desk.organization = { ...desk.organization, languageServices }
        const permissions = [...new Set([...me.permissions, 'ai.use' as const])]
        desk.account = { ...desk.account, me: { ...me, permissions } }
      })
    }, translation)
  }
  const answer = async (translated: TextTranslation | null): Promise<void> => {
    await page.evaluate((what) => {
      window.fake?.answer('text.translate', what)
    }, translated)
  }
  const JAPANESE: TextTranslation = { state: 'done', text: '明日届きます。', language: 'ja' }

  it('R-14-044 R-14-049 stands in the field with what was written beside it until it is sent, and one step takes it back', async () => {
    await openFirst()
    await field().fill('明天到。')
    expect(await button().count()).toBe(0)
    await allow(true)
    await answer(JAPANESE)
    await button().click()
    await expect.poll(() => field().inputValue()).toBe('明日届きます。')
    await original().getByText('明天到。').waitFor()
    await page.getByText('Machine translation: Japanese. Check it before sending.').waitFor()
    expect(await calls('message.send')).toEqual([])
    await expectAccessible()

    // By the button, and by the key that takes back what was typed.
    await page.getByRole('button', { name: 'Back to what I wrote' }).click()
    await expect.poll(() => field().inputValue()).toBe('明天到。')
    await expect.poll(() => original().count()).toBe(0)
    await field().focus()
    await page.keyboard.press('Alt+Shift+y')
    await expect.poll(() => field().inputValue()).toBe('明日届きます。')
    await page.keyboard.press('Control+z')
    await expect.poll(() => field().inputValue()).toBe('明天到。')
    await expect.poll(() => original().count()).toBe(0)

    // It is there again after another conversation was looked at, and goes when it is sent.
    await page.keyboard.press('Alt+Shift+y')
    await original().waitFor()
    await row(1).click()
    await expect.poll(() => original().count()).toBe(0)
    await row(0).click()
    await original().getByText('明天到。').waitFor()
    await field().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => calls('message.send')).toHaveLength(1)
    expect(await calls('message.send')).toMatchObject([{ body: { text: '明日届きます。' } }])
    await expect.poll(() => original().count()).toBe(0)
    await expect.poll(() => button().isDisabled()).toBe(true)
  })

  it('R-14-044 R-14-051 a failure is said and leaves what was written as it is', async () => {
    await openFirst()
    await allow(true)
    await field().fill('明天到。')
    for (const [translated, said] of [
      [
        { state: 'failed', problem: 'silent' },
        'The service did not answer in time. What you wrote is unchanged.',
      ],
      [{ state: 'failed', problem: 'no-sample' }, 'The customer has written nothing yet'],
      [null, 'It could not be translated'],
      [{ state: 'done', text: '明天到。', language: 'zh' }, "This is in the customer's language already."],
    ] as const) {
      await answer(translated)
      await button().click()
      await page.getByText(said).waitFor()
      expect(await field().inputValue()).toBe('明天到。')
      expect(await original().count()).toBe(0)
    }
    await expectAccessible()
    // What was said of one text is not said of another.
    await field().fill('后天到。')
    await expect.poll(() => page.getByText("This is in the customer's language already.").count()).toBe(0)
  })

  it('R-14-050 R-14-051 what takes long is waited for no more by Esc, a button, or going on to write', async () => {
    await openFirst()
    await allow(true)
    await answer(JAPANESE)
    const begin = async (text: string): Promise<void> => {
      await page.evaluate(() => window.fake?.holdNext('text.translate'))
      await field().fill(text)
      await button().click()
      await working().waitFor()
      expect(await button().isDisabled()).toBe(true)
    }
    const letGo = async (): Promise<void> => {
      await page.evaluate(async () => {
        window.fake?.letGo()
        // What is answered is there with the next frame.
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve))
        })
      })
    }
    const isAsBefore = async (text: string): Promise<void> => {
      await working().waitFor({ state: 'detached' })
      await expect.poll(() => button().isDisabled()).toBe(false)
      await letGo()
      expect(await field().inputValue()).toBe(text)
      expect(await original().count()).toBe(0)
    }

    await begin('明天到。')
    await expectAccessible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true)
    await isAsBefore('明天到。')

    await begin('明天到。')
    await field().press('Escape')
    await isAsBefore('明天到。')
    expect(await field().isVisible()).toBe(true)

    // What one has gone on writing can be translated at once, and what comes late changes nothing of it.
    await begin('明天到。')
    await field().fill('后天到。')
    await isAsBefore('后天到。')
    await button().click()
    await expect.poll(() => field().inputValue()).toBe('明日届きます。')
    await original().getByText('后天到。').waitFor()
  })
})
