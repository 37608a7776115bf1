/** The sessions of colleagues. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('the sessions of others', () => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })

  it('R-02-220 whoever watches sees what colleagues serve, and moves it with a note as it was seen', async () => {
    await open()
    const button = page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', {
      name: 'Running sessions',
      exact: true,
    })
    await page.locator('[data-id="conversation-0"]').waitFor()
    await expect.poll(() => button.count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        const [one] = client.desk.conversations
        const agent = client.desk.organization.agents.at(-1)
        if (!me || !one?.session || !agent) throw new Error('the desk is empty')
        const permissions = [...me.permissions, 'monitor.view' as const, 'monitor.force-transfer' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
        const session = { ...one.session, handlerId: agent.id, version: 7 }
        const row = { session, customerName: '周舟', customerNumber: 9, unansweredSince: client.desk.now }
        client.answer('sessions.running', { sessions: [row], total: 1 })
      })
    })
    await button.click()
    const panel = page.getByRole('region', { name: 'Running sessions' })
    await panel.getByText('1 session', { exact: true }).waitFor()
    await expectAccessible()
    await panel.getByRole('button', { name: 'Forced transfer of 周舟' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move 周舟 to somebody else' })
    await dialog.getByRole('radio', { name: /^陈涵/u }).first().check()
    await dialog.getByRole('textbox', { name: 'Note to both agents' }).fill('VIP')
    await dialog.getByRole('button', { name: /^(?:Move|Let the customer wait)$/u }).click()
    await expect
      .poll(async () => calls('session.force-transfer'))
      .toMatchObject([{ version: 7, note: 'VIP' }])
  })
})
