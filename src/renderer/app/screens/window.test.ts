/** The window around conversations: its areas, columns and categories. */
import { beforeEach, describe, expect, it } from 'vitest'

import { atRest } from '../../../../tests/support/atRest.ts'
import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the sides', () => {
  let { page, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, open, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
  })
  const list = () => page.getByRole('region', { name: 'Conversations' })
  const composer = () => page.getByRole('textbox', { name: 'Message' })
  const customer = () => page.getByRole('complementary', { name: 'Customer', exact: true })

  it('R-03-001 R-03-004 three areas stand side by side; in a narrow window the right one lies over the thread, in a narrower one each stands alone with a way back', async () => {
    await row(0).click()
    await composer().waitFor()
    await customer().waitFor()
    const left = async (area: string): Promise<number> =>
      page.locator(`[data-area="${area}"]`).evaluate((one) => one.getBoundingClientRect().left)
    const inTurn = async (...areas: readonly string[]): Promise<boolean> => {
      const places = await Promise.all(areas.map(left))
      return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
    }
    await expect.poll(() => inTurn('list', 'thread', 'customer')).toBe(true)

    await page.setViewportSize({ width: 1000, height: 800 })
    await customer().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Customer profile', exact: true }).click()
    await customer().waitFor()
    await expect.poll(() => inTurn('thread', 'customer')).toBe(true)
    await page.keyboard.press('Escape')
    await customer().waitFor({ state: 'detached' })

    await page.setViewportSize({ width: 720, height: 800 })
    await list().waitFor({ state: 'hidden' })
    await expect.poll(() => composer().isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Customer profile', exact: true }).click()
    await customer().waitFor()
    await expect.poll(() => composer().isVisible()).toBe(false)
    await expectAccessible()
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
    await composer().waitFor()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await list().waitFor()
    await expect.poll(() => composer().count()).toBe(0)
    await row(1).click()
    await composer().waitFor()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
      .toBe(true)
  })

  it('R-03-013 R-03-044 R-03-197 the categories tell how many have unread messages, are ticked and moved, and one always stays', async () => {
    const bar = page.getByRole('navigation', { name: 'Categories' })
    const names = () => bar.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent))
    await list().getByText('3 unread', { exact: true }).waitFor()
    await expect
      .poll(names)
      .toEqual(['Customers33 unread messages', 'Groups', 'Colleagues', 'All33 unread messages'])
    await page.getByRole('button', { name: /Account and settings/u }).click()
    // One mode is all a browser has.
    await expect.poll(() => page.getByRole('menuitem', { name: /traditional/iu }).count()).toBe(0)
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('button', { name: 'Conversation list' }).click()
    const ticks = settings.getByRole('list', { name: 'Categories beside the list' })
    await ticks.getByRole('button', { name: 'Move “All” up' }).click()
    await ticks
      .getByRole('listitem')
      .filter({ hasText: 'Groups' })
      .dragTo(ticks.getByRole('listitem').first())
    for (const name of ['Customers', 'Colleagues', 'All']) await ticks.getByRole('checkbox', { name }).click()
    await ticks.getByRole('checkbox', { name: 'Groups' }).click()
    await settings.getByText('At least one has to stay.').waitFor()
    await expect.poll(() => ticks.getByRole('checkbox', { name: 'Groups' }).isChecked()).toBe(true)
    await ticks.getByRole('checkbox', { name: 'All' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(names).toEqual(['Groups', 'All33 unread messages'])
  })
})

describe('the window', () => {
  let { page, fake, open, row, field, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open, row, field, openFirst } = stage())
  })

  it('R-03-191 F6 goes round all areas of the window, and the focus is seen wherever it is', async () => {
    await openFirst()
    await page.getByRole('complementary', { name: 'Customer', exact: true }).waitFor()
    const place = () =>
      page.evaluate(() => {
        const now = document.activeElement
        const area = now?.closest<HTMLElement>('[data-area]') ?? null
        // A field may show it at its frame, or by the caret that blinks in it.
        let isSeen = now?.matches('textarea') ?? false
        for (let at = now; at && at !== area?.parentElement; at = at.parentElement) {
          const { outlineStyle, boxShadow } = getComputedStyle(at)
          if (outlineStyle !== 'none' || boxShadow !== 'none') isSeen = true
        }
        return [area?.dataset['area'] ?? '', isSeen ? 'seen' : 'unseen']
      })
    const places: (readonly string[])[] = []
    for (let step = 0; step < 7; step += 1) {
      await page.keyboard.press('F6')
      places.push(await place())
    }
    expect(new Set(places.map(([area]) => area))).toEqual(
      new Set(['categories', 'composer', 'customer', 'list', 'status', 'thread', 'top']),
    )
    expect(places.map(([, seen]) => seen)).not.toContain('unseen')
  })

  it('R-03-006 whoever comes back from the account center finds the list, the filter, the conversation and the half-written answer', async () => {
    await open('size=200')
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) return
        const permissions = [...me.permissions, 'admin' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await row(0).click()
    await field().fill('Half an answer')
    const list = page.getByRole('region', { name: 'Conversations' })
    const rows = list.locator('.fy-rows')
    await rows.evaluate((box) => {
      box.scrollTop = 3000
    })
    await expect.poll(() => rows.evaluate((box) => box.scrollTop)).toBe(3000)
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Account center' }).click()
    await list.waitFor({ state: 'detached' })
    await page.goBack()
    await field().waitFor()
    await expect.poll(() => field().inputValue()).toBe('Half an answer')
    await expect.poll(() => rows.evaluate((box) => box.scrollTop)).toBe(3000)
  })

  it('R-03-120 (what is known of a colleague) beside a chat stand its members, or the colleague, and nothing of a customer', async () => {
    await open()
    const beside = (kind: 'adhoc' | 'direct'): Promise<void> =>
      page.evaluate((of) => {
        const memberIds = of === 'adhoc' ? ['agent-me', 'agent-lin', 'agent-mia'] : ['agent-me', 'agent-lin']
        const conversation = { id: 'conversation-1', kind: of, name: null, creatorId: 'agent-me', memberIds, lastSeq: 0, createdAt: 0 } // prettier-ignore
        window.fake?.answer('conversation.get', null)
        window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [] }) // prettier-ignore
      }, kind)
    await beside('adhoc')
    await row(1).click()
    const panel = page.locator('[data-area="customer"]')
    await panel.getByText('Mia Torres').waitFor()
    await panel.getByText('林悦').waitFor()
    await expect.poll(() => panel.getByText('Customer type').count()).toBe(0)
    await beside('direct')
    await panel.getByRole('heading', { name: '林悦' }).waitFor()
    await panel.getByText('agent-lin').waitFor()
    await expect
      .poll(() => panel.locator('dt').allTextContents())
      .toEqual(['Account', 'Number', 'Department'])
  })
})

describe('the columns', () => {
  let { page, open, calls, chooseFirst, thread, fake, row } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, calls, chooseFirst, thread, fake, row } = stage())
  })

  it('R-03-004 R-03-050 whatever stands beside the thread, it stays as it is: what is new, what is selected, and the place of the reader', async () => {
    await open()
    await fake((client) => {
      for (let at = 0; at < 12; at += 1)
        client.customerWrites('conversation-1' as ConversationId, `And another thing ${at}`)
    })
    await row(1).click()
    const mark = thread().getByText('New messages', { exact: true })
    await mark.waitFor()
    await thread().hover()
    await page.mouse.wheel(0, -150)
    const seenFirst = () =>
      thread().evaluate((box) => {
        const edge = box.getBoundingClientRect().top
        const seen = [...box.querySelectorAll<HTMLElement>('[data-key]')].find(
          (one) => one.getBoundingClientRect().bottom > edge + 1,
        )
        return seen?.dataset['key']
      })
    await page.getByRole('button', { name: /^(To the newest|\d+ new messages?)$/u }).waitFor()
    await atRest(seenFirst)
    const message = thread().locator('article', { hasText: 'And another thing 5' })
    await message.hover()
    await message.getByRole('button', { name: 'Select' }).click()
    const first = await atRest(seenFirst)
    const expectUnchanged = async (): Promise<void> => {
      await expect.poll(seenFirst).toBe(first)
      expect(await mark.count()).toBe(1)
      await page.getByText('1 message selected').waitFor()
    }
    const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
    const profile = page.getByRole('button', { name: 'Customer profile', exact: true })
    await panel.waitFor()
    await profile.click()
    await panel.waitFor({ state: 'detached' })
    await expectUnchanged()
    await profile.click()
    await panel.waitFor()
    await expectUnchanged()
    for (const width of [1000, 720]) {
      await page.setViewportSize({ width, height: 900 })
      await panel.waitFor()
    }
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
    await expectUnchanged()
    await page.setViewportSize({ width: 1000, height: 900 })
    await row(1).waitFor()
    await expectUnchanged()
    await page.setViewportSize({ width: 1440, height: 900 })
    await profile.click()
    await panel.waitFor()
    await expectUnchanged()
  })

  it('R-03-002 R-03-003 columns are resized by keyboard, no further than their least width, and remembered', async () => {
    await open()
    await chooseFirst()
    const width = () =>
      page.getByRole('region', { name: 'Conversations' }).evaluate((element) => element.clientWidth)
    const before = await atRest(width)
    await page.getByRole('separator', { name: 'Width of the list' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(width).toBeGreaterThan(before)
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft')
    await expect.poll(width).toBeGreaterThanOrEqual(199)
    await expect.poll(async () => (await calls('setting.save')).length).toBeGreaterThan(0)
  })
})
