/** Several accounts on one device, the way to the server, and how the program is doing; over a made-up desk. */
import { readFileSync } from 'node:fs'

import { beforeEach, expect, it } from 'vitest'

import type { AgentId } from '../../src/protocol/model/index.ts'
import type { WorkbenchStage } from './workbenchStage.ts'

export const showsAccounts = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })
  const openMenu = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Account/u }).click()
  }

  it('R-17-053 another account takes over after a word about sessions that run, and one more can be added', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const { account } = client.desk.account
        if (!account) return
        const other = {
          ...account,
          agentId: 'agent-other' as AgentId,
          agentName: 'Mia',
          organizationName: 'Kettle & Co',
          server: 'https://kettle.example',
        }
        client.desk.account = { ...client.desk.account, remembered: [account, other] }
      })
    })
    await openMenu()
    await page.getByRole('menuitem', { name: 'Add account …' }).click()
    const adding = page.getByRole('dialog', { name: 'Add account' })
    await adding.getByText('this one stays signed in').waitFor()
    await expectAccessible()
    await adding.getByRole('button', { name: 'Close' }).click()
    await openMenu()
    await page.getByRole('menuitem', { name: 'Mia Kettle & Co · kettle.example' }).click()
    const question = page.getByRole('dialog', { name: 'Switch account' })
    await question.getByText(/sessions? (?:is|are) still running/u).waitFor()
    await expectAccessible()
    expect(await calls('account.switch')).toEqual([])
    await question.getByRole('button', { name: 'Switch', exact: true }).click()
    await expect.poll(() => calls('account.switch')).toEqual([{ agentId: 'agent-other' }])
    await page.getByRole('button', { name: 'Account and settings: Mia' }).waitFor()
  })

  it('R-17-084 Diagnose shows connection, version, sizes, what waits and the last faults, and saves a file of them', async () => {
    await open()
    await openMenu()
    await page.getByRole('menuitem', { name: 'Diagnose …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Diagnose' })
    for (const text of [
      '0.1.0',
      'Connected',
      '4.0 MB · 12 conversations, 340 messages',
      'no connection refused',
    ])
      await dialog.getByText(text, { exact: true }).waitFor()
    await expectAccessible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save diagnostics …' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('foyer-diagnostics.json')
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
      core: { version: '0.1.0', connection: { state: 'connected' } },
      shell: null,
    })
  })

  it('the desktop program looks what is behind an address, and takes the proxy that is given', async () => {
    await page.addInitScript(() => {
      const shell: Readonly<Record<string, unknown>> = {
        platform: 'linux',
        network: async () => ({
          server: 'https://desk.example',
          proxy: { mode: 'system', address: '', except: '' },
          isManaged: false,
        }),
        chooseProxy: async ({ address }: { readonly address: string }) => address !== 'nonsense',
      }
      const foyer: unknown = new Proxy(shell, { get: (all, name) => all[String(name)] ?? (() => undefined) })
      Object.assign(window, { foyer })
    })
    await open('scene=signed-out')
    await page.getByText('Server address').click()
    await expect
      .poll(() => page.getByLabel('Server', { exact: true }).inputValue())
      .toBe('https://desk.example')
    const test = page.getByRole('button', { name: 'Test connection' })
    await test.click()
    await page.getByText('Reached: the Foyer server of Kettle & Co, version 1.2.3.').waitFor()
    await fake((client) => client.refuseNext('server.test', 'certificate-untrusted'))
    await test.click()
    await page.getByText('vouched for by nobody this computer trusts').waitFor()
    await expectAccessible()

    await page.getByRole('button', { name: 'Network and proxy' }).click()
    const dialog = page.getByRole('dialog', { name: 'Network and proxy' })
    await dialog.getByText('This one').click()
    await dialog.getByLabel('Address of the proxy').fill('nonsense')
    await dialog.getByRole('button', { name: 'Use', exact: true }).click()
    await dialog.getByText('Nothing has changed.').waitFor()
    await expectAccessible()
    await dialog.getByLabel('Address of the proxy').fill('proxy.example:3128')
    await dialog.getByRole('button', { name: 'Use', exact: true }).click()
    await dialog.getByText('New connections go this way.').waitFor()
  })
}
