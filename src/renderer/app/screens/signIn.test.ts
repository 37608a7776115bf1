/** Who is signed in, with which accounts, and what becomes of work that is not done. */
import { readFileSync } from 'node:fs'

import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { AgentId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('signing in and out', () => {
  let { page, open, fake, calls, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, expectAccessible } = stage())
  })

  it('the account stays when the password is wrong, and the reason is a sentence', async () => {
    await open('scene=signed-out')
    await fake((client) => {
      client.refuseNext('account.sign-in', 'wrong-credentials')
    })
    await page.getByLabel('Account').fill('chenhan')
    await page.getByLabel('Password').fill('nope')
    await page.getByLabel('Password').press('Enter')
    await page.getByText('The account or the password is wrong.').waitFor()
    await expect.poll(() => page.getByLabel('Account').inputValue()).toBe('chenhan')
    await page.getByLabel('Password').fill('right')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: '青石茶舍' }).waitFor()
    await expect.poll(() => calls('account.sign-in')).toHaveLength(2)
  })

  it('what was typed at the door stays when the core starts anew behind it', async () => {
    await open('scene=signed-out')
    await page.getByLabel('Account').fill('chenhan')
    await page.getByLabel('Password').fill('half a pass')
    const painted = () =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await fake((client) => {
      client.change(() => {
        client.desk.account = { ...client.desk.account, state: 'starting' }
      })
    })
    await painted()
    await fake((client) => {
      client.change(() => {
        client.desk.account = { ...client.desk.account, state: 'signed-out' }
      })
    })
    await painted()
    await expect.poll(() => page.getByLabel('Account').inputValue()).toBe('chenhan')
    await expect.poll(() => page.getByLabel('Password').inputValue()).toBe('half a pass')
  })

  it('signing out names what would be lost', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('dialog').getByText('Draft to 陈思涵').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await calls('account.sign-out')).toEqual([])
  })

  it('R-02-069 R-03-157 signing out asks what becomes of running sessions, and ends them where one says so', async () => {
    await open()
    await page.getByRole('button', { name: /Account and settings/u }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/sessions are still running/u).waitFor()
    await dialog.getByText('Transfer', { exact: true }).click()
    await expect.poll(() => dialog.getByRole('button', { name: 'Sign out anyway' }).isDisabled()).toBe(true)
    await expectAccessible()
    await dialog.getByText('End', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
    await expect.poll(async () => (await calls('account.sign-out')).length).toBe(1)
    await expect.poll(async () => (await calls('session.end')).length).toBeGreaterThan(1)
  })
})

describe('accounts', () => {
  let { page, fake, calls, open, expectAccessible, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible, row, field } = stage())
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
    await adding.getByText(/sessions are still running/u).waitFor()
    await expectAccessible()
    await adding.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('combobox', { name: 'Search' }).fill('what Mia must not see')
    await row(0).click()
    await field().waitFor()
    await openMenu()
    await page.getByRole('menuitem', { name: 'Mia Kettle & Co · kettle.example' }).click()
    const question = page.getByRole('dialog', { name: 'Switch account' })
    await question.getByText(/sessions? (?:is|are) still running/u).waitFor()
    await expectAccessible()
    expect(await calls('account.switch')).toEqual([])
    // A word that was typed just now is kept first: afterwards it would be the other one's.
    await field().evaluate((box) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, 'Only mine')
      box.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await question.getByRole('button', { name: 'Switch', exact: true }).click()
    await expect.poll(() => calls('account.switch')).toEqual([{ agentId: 'agent-other' }])
    await page.getByRole('button', { name: 'Account and settings: Mia' }).waitFor()
    const asked = await page.evaluate(() =>
      (window.fake?.calls ?? []).map(({ name, args }) => `${name} ${JSON.stringify(args)}`),
    )
    const kept = asked.findIndex((one) => one.startsWith('draft.save') && one.includes('Only mine'))
    expect(kept).toBeGreaterThanOrEqual(0)
    expect(kept).toBeLessThan(asked.findIndex((one) => one.startsWith('account.switch')))
    await expect.poll(() => page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('')
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
      const answers: Readonly<Record<string, unknown>> = {
        'network.get': {
          server: 'https://desk.example',
          proxy: { mode: 'system', address: '', except: '' },
          isManaged: false,
        },
      }
      const foyer = {
        platform: 'linux',
        watch: () => undefined,
        tell: () => undefined,
        ask: async (name: string, choice?: { readonly address: string }) =>
          name === 'network.choose' ? choice?.address !== 'nonsense' : answers[name],
      }
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
})
