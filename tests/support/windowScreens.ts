/** The window around conversations: areas, panels, presence and settings; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { WorkbenchStage } from './workbenchStage.ts'

export const showsTheWindow = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  const field = () => page.getByRole('textbox', { name: 'Message', exact: true })
  const openFirst = async (): Promise<void> => {
    await open()
    await row(0).click()
    await field().waitFor()
  }
  /** Sent in whatever way. */
  const sent = async (): Promise<number> =>
    (await Promise.all(['message.send', 'file.send'].map(calls))).flat().length
  it('R-03-111 who waits is shown over the list, filtered, sorted and looked at there, and Esc brings the list back', async () => {
    await open()
    await row(0).waitFor()
    await page.keyboard.press('Alt+w')
    const panel = page.getByRole('region', { name: 'Waiting customers' })
    await panel.waitFor()
    const [over, under] = await Promise.all(
      [panel, page.getByRole('region', { name: 'Conversations' })].map((one) => one.boundingBox()),
    )
    expect(over && under && over.x <= under.x && over.x + over.width >= under.x + under.width).toBe(true)
    await expectAccessible()
    await panel.getByText('何美玲').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await row(0).waitFor()
  })

  it('R-03-155 reception is switched beside the name: off is asked about, and says that running sessions go on', async () => {
    await open()
    const reception = page.getByRole('switch', { name: 'Reception on' })
    await reception.click()
    await page.getByText('No new customers will be assigned; running sessions go on.').waitFor()
    expect(await calls('reception.set')).toEqual([])
    await page.getByRole('button', { name: 'Turn off' }).click()
    await page.getByRole('switch', { name: 'Reception off' }).click()
    await page.getByRole('switch', { name: 'Reception on' }).waitFor()
    await expect.poll(() => calls('reception.set')).toEqual([{ on: false }, { on: true }])
    await row(0).click()
    await field().fill('Still here')
    await field().press('Enter')
    await expect.poll(sent).toBe(1)
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

  it('R-03-154 (offline apart, which is signing out) presence is chosen beside the name and shown there', async () => {
    await open()
    // Keys are heard when the window is there.
    await row(0).waitFor()
    for (const [name, presence] of [
      ['Suspended', 'suspended'],
      ['Busy', 'busy'],
      ['Invisible', 'invisible'],
      ['Online', 'online'],
    ] as const) {
      await page.keyboard.press('Alt+x')
      await page.getByRole('menu').getByRole('menuitemradio', { name }).click()
      await expect.poll(async () => (await calls('presence.set')).at(-1)).toEqual({ presence })
      await page.locator('[data-presence-menu]').getByText(name).waitFor()
    }
  })

  it('R-03-120 (what is known of a colleague) beside a chat stand its members, or the colleague, and nothing of a customer', async () => {
    await open()
    const beside = (kind: 'adhoc' | 'direct'): Promise<void> =>
      page.evaluate((of) => {
        const memberIds = of === 'adhoc' ? ['agent-me', 'agent-lin', 'agent-mia'] : ['agent-me', 'agent-lin']
        const conversation = { id: 'conversation-1', kind: of, name: null, creatorId: 'agent-me', memberIds, unnamedMembers: 0, lastSeq: 0, createdAt: 0 } // prettier-ignore
        window.fake?.answer('conversation.get', null)
        window.fake?.answer('chat.get', { conversation, session: null, entry: null, left: false, typing: [], reads: {} } as never) // prettier-ignore
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

  it('R-03-194 (of a transfer) who was given on by mistake is taken back with a key, or it is said why not', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const [group, ...others] = client.desk.organization.groups
        if (!group) throw new Error('no group')
        const members = client.desk.organization.agents.map(({ id }) => id)
        const groups = [{ ...group, memberIds: members }, ...others]
        client.desk.organization = { ...client.desk.organization, groups }
      })
      const there = { presence: 'online', reception: true, load: 1, capacity: 10 } as const
      client.answer('presence.all', [{ agentId: 'agent-lin' as never, ...there }])
    })
    await row(0).click()
    await field().waitFor()
    await page.keyboard.press('Alt+t')
    const dialog = page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByRole('radio', { name: /^林悦/u }).check()
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: '吴彤 was transferred' }).waitFor()
    await fake((client) => {
      client.refuseNext('session.take-back', 'transfer-stands')
    })
    await page.keyboard.press('Alt+z')
    await expect.poll(() => calls('session.take-back')).toEqual([{ sessionId: 'session-0', version: 3 }])
    await page.getByRole('alert').getByText('The transfer cannot be taken back any more').waitFor()
  })
}
