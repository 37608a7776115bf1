/** What the pages of the account center have in common. */
import type { Page } from 'playwright'
import { beforeEach, describe, expect, it } from 'vitest'

import type { FakeClient } from '../../../../tests/support/fakeClient.ts'
import { useWorkbench } from '../../../../tests/support/workbenchStage.ts'
import type { Bot } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('R-02-041 pages of the account center', () => {
  let page: Page
  beforeEach(async () => {
    const { url } = stage()
    ;({ page } = stage())
    await page.goto(`${url}?lang=en`)
    await page.getByRole('listbox').first().waitFor()
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('nobody is signed in')
        const more = ['reception.groups', 'reception.routing', 'reception.bots', 'reception.widgets'] as const
        const permissions = [...me.permissions, ...more, 'reception.invitations' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
  })
  const fake = async <T>(act: (client: FakeClient) => T): Promise<T> =>
    page.evaluate(`(${act.toString()})(window.fake)`) as Promise<T>
  const openPage = async (path: string): Promise<void> => {
    await page.evaluate(`location.hash = '#/account-center/reception/${path}'`)
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
  }
  const main = () => page.getByRole('main')

  it('an empty list says what the thing is for and offers to make one', async () => {
    for (const [path, create, about] of [
      ['bots', 'New bot', 'answers what is asked again and again'],
      ['widgets', 'New widget', 'Entries through which customers reach you'],
      ['greetings', 'New greeting', 'No agent greeting yet'],
      ['routing', 'New rule', 'No rule yet'],
      ['invitations', 'New invitation', 'how they are asked whether they need help'],
    ] as const) {
      await openPage(path)
      await main().getByText(about).first().waitFor()
      await main().getByRole('button', { name: create }).last().click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
    }
  })

  it('settings are found by their names and by what explains them', async () => {
    const links = page.getByRole('navigation').getByRole('link')
    await openPage('groups')
    const all = await links.count()
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('waiting is')
    await links.filter({ hasText: 'Waiting is too long after' }).waitFor()
    await expect.poll(() => links.count()).toBe(1)
    await links.click()
    await main().getByRole('heading', { level: 2, name: 'Agent assignment' }).waitFor()
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('%')
    await page.getByRole('status').filter({ hasText: 'No setting is called “%”' }).waitFor()
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('')
    await expect.poll(() => links.count()).toBe(all)
  })

  it('what could not be loaded is said, and tried again when asked', async () => {
    await openPage('topics')
    await fake((client) => {
      client.change(() => {
        client.desk.loaded = false
      })
      client.setStatus({ state: 'offline', since: 1 })
    })
    for (const path of ['groups', 'bots', 'hours', 'satisfaction', 'widgets', 'assignment']) {
      await openPage(path)
      await main().getByText('The settings could not be loaded.').waitFor()
    }
    await main().getByRole('button', { name: 'Try again' }).click()
    await expect
      .poll(() => fake((client) => client.calls.filter(({ name }) => name === 'connection.retry')))
      .toHaveLength(1)
  })

  it('a page that fails leaves the others, and comes back', async () => {
    await fake((client) => {
      client.change(() => {
        client.desk.organization = { ...client.desk.organization, bots: [null] as unknown as Bot[] }
      })
    })
    await openPage('hours')
    await page.getByRole('link', { name: 'Bots' }).click()
    await main().getByText('This page could not be shown').waitFor()
    await fake((client) => {
      client.change(() => {
        client.desk.organization = { ...client.desk.organization, bots: [] }
      })
    })
    await main().getByRole('button', { name: 'Try again' }).click()
    await main().getByText('No bot yet').waitFor()
    // Only now: a complaint may come later than what can be seen.
    stage().forgive()
  })

  it('a lost connection is said on every page, and why a save waits', async () => {
    await openPage('satisfaction')
    const question = main().getByRole('textbox', { name: 'Question' })
    await question.fill('How was it?')
    await fake((client) => {
      client.holdNext('survey.save')
      client.refuseNext('survey.save', 'timeout')
      client.setStatus({ state: 'connecting', since: 1 })
    })
    await main().getByRole('button', { name: 'Save' }).click()
    await main().getByText('No connection; waiting for it for a moment').waitFor()
    const connection = page.getByRole('banner').getByRole('status')
    await connection.getByText('Connecting…').waitFor()
    await fake((client) => {
      client.setStatus({ state: 'connected', since: 2 })
      client.letGo()
    })
    await connection.getByText('Connected', { exact: true }).waitFor()
    await main().getByText('No connection; waiting for it for a moment').waitFor({ state: 'hidden' })
    await main().getByRole('alert').waitFor()
    await expect.poll(() => question.inputValue()).toBe('How was it?')
  })

  it('what is refused marks its field, names the limit and keeps the form; leaving the page asks', async () => {
    await openPage('satisfaction')
    const question = main().getByRole('textbox', { name: 'Question' })
    const save = main().getByRole('button', { name: 'Save' })
    await question.fill('?'.repeat(101))
    await expect.poll(() => question.getAttribute('aria-invalid')).toBe('true')
    await main().getByText('100 characters for the question').waitFor()
    await expect.poll(() => save.isDisabled()).toBe(true)
    await question.fill('How was it?')
    await fake((client) => {
      client.refuseNext('survey.save', 'conflict')
    })
    await save.click()
    await main().getByRole('alert').waitFor()
    await expect.poll(() => question.inputValue()).toBe('How was it?')

    // Another page of the account center takes nothing away; one of the browser would.
    await openPage('hours')
    await openPage('satisfaction')
    await expect.poll(() => question.inputValue()).toBe('How was it?')
    const asked = page.waitForEvent('dialog')
    const gone = page.reload()
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await gone
  })
})
