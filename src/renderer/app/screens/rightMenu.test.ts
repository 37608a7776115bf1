/** The right menu with pages of the company's own, and how an agent sets it up; over a made-up desk. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { QuickEntryId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the right menu', () => {
  let { page, context, fake, open, expectAccessible, forgive } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, context, fake, open, expectAccessible, forgive } = stage())
  })
  const tabs = () => page.getByRole('tablist', { name: 'What is shown of the customer' }).getByRole('tab')
  const names = () => tabs().evaluateAll((all) => all.map((tab) => tab.getAttribute('aria-label')))
  const openWithEntries = async (): Promise<void> => {
    await context.route('https://orders.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Orders of the customer</h1>' }),
    )
    await context.route('https://never.example/**', () => undefined)
    await page.clock.install()
    await open()
    await fake((client) => {
      client.change(() => {
        const entry = (id: string, name: string, address: string) =>
          ({ id: id as QuickEntryId, name, icon: 'cart', address }) as const
        const entries = [
          entry('orders', 'Orders', 'https://orders.example/'),
          entry('never', 'Never', 'https://never.example/'),
        ]
        client.desk.organization = { ...client.desk.organization, quickEntries: { entries, version: 1 } }
        const { me } = client.desk.account
        if (me)
          client.desk.account = {
            ...client.desk.account,
            me: { ...me, permissions: [...me.permissions, 'client.layout'] },
          }
      })
    })
    await page.locator('[data-id="conversation-0"]').click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  }

  it('R-03-116 R-03-119 a page of the company stands in a sandbox; one that does not come can be asked for again', async () => {
    await openWithEntries()
    await expect
      .poll(names)
      .toEqual(['Profile', 'Timeline', 'Message history', 'Quick replies', 'Orders', 'Never'])
    await tabs().nth(4).click()
    await expect.poll(() => tabs().nth(4).textContent()).toBe('Orders')
    await page.frameLocator('iframe[title="Orders"]').getByText('Orders of the customer').waitFor()
    await expect.poll(() => page.locator('iframe').getAttribute('sandbox')).not.toContain('top-navigation')
    await tabs().nth(5).click()
    const panel = page.getByRole('tabpanel', { name: 'Never' })
    await panel.locator('iframe').waitFor({ state: 'attached' })
    await page.clock.fastForward(10_500)
    await panel.getByText('The page could not be loaded').waitFor()
    await expect
      .poll(() => panel.getByRole('link', { name: 'Open in browser' }).getAttribute('href'))
      .toBe('https://never.example/')
    await expectAccessible()
    await panel.getByRole('button', { name: 'Retry' }).click()
    await panel.locator('iframe').waitFor({ state: 'attached' })
    forgive()
  })

  it('R-03-117 the agent ticks and moves what the right menu holds; what is always there says so', async () => {
    await openWithEntries()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByRole('button', { name: 'Right menu' }).click()
    const row = dialog.getByRole('listitem').filter({ hasText: 'Timeline' })
    await row.getByText('Always shown').waitFor()
    await expect.poll(() => row.getByRole('checkbox').isDisabled()).toBe(true)
    await dialog.getByRole('checkbox', { name: 'Message history' }).uncheck()
    await dialog.getByRole('button', { name: 'Move “Orders” up' }).click()
    await dialog.getByRole('button', { name: 'Move “Orders” up' }).click()
    await expectAccessible()
    await page.keyboard.press('Escape')
    await expect.poll(names).toEqual(['Profile', 'Timeline', 'Orders', 'Quick replies', 'Never'])
  })
})
