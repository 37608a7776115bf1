/** The customer beside the conversation: what is known of them, and how it is changed. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type {
  AgentId,
  ContactGroupId,
  ConversationId,
  CustomFieldId,
  CustomerId,
} from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the desk', () => {
  let { page, fake, calls, open, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, openFirst } = stage())
  })
  const head = () => page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
  const heading = () => head().getByRole('heading', { level: 2 })
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text })

  it('R-03-059 R-03-060 a star tells its group, is moved and taken away, and comes back; one too many is refused with a way to the others', async () => {
    await openFirst()
    const file = (groupId: string | null): Promise<void> =>
      page.evaluate((group) => {
        const list = 'favorites'
        const contact = { list, customerId: 'customer-0', groupId: group, at: 1 } as const
        const groups = [{ list, id: 'g-vip', name: 'VIP' } as const]
        window.fake?.answer('contacts.filed', { groups, contacts: group ? [contact] : [], colleagues: [] })
      }, groupId)
    await file('g-vip')
    const star = head().getByRole('button', { name: 'Favourite in “VIP”' })
    await expect.poll(() => star.getAttribute('data-tip')).toBe('Favourite in “VIP”')
    await star.click()
    await expect
      .poll(() => page.getByRole('menuitemradio', { name: 'VIP' }).getAttribute('aria-checked'))
      .toBe('true')
    await page.getByRole('menuitem', { name: 'Remove favourite' }).click()
    await expect.poll(() => calls('contact.remove')).toEqual([{ customerId: 'customer-0' }])
    await toast('1 favourite removed').waitFor()
    await file(null)
    await page.keyboard.press('Alt+z')
    const back = {
      list: 'favorites',
      customerId: 'customer-0' as CustomerId,
      groupId: 'g-vip' as ContactGroupId,
    }
    await expect.poll(() => calls('contact.file')).toEqual([back])
    await head().getByRole('button', { name: 'Add to favourites' }).click()
    await fake((client) => {
      client.refuseNext('contact.file', 'too-many-favorites', { limit: 3000 })
    })
    await page.getByRole('menuitemradio', { name: 'VIP' }).click()
    await page
      .getByRole('alert')
      .getByText(/3000 favourites.* Nothing was changed/u)
      .waitFor()
    await page.getByRole('button', { name: 'Show favourites' }).click()
    await page.getByRole('region', { name: 'Contacts' }).waitFor()
  })

  it('R-03-123 R-03-143 R-03-203 a field is saved by Enter and Tab and restored by Esc; what cannot be saved stays, in a dialog too, with a code to be copied; a timeline is empty, cannot be loaded, or shows what was kept', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await openFirst()
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('nobody is signed in')
        const permissions = [...me.permissions, 'remark.private' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
      client.refuseNext('customer.edit', 'unavailable')
      client.refuseNext('private-remark.set', 'brand-new-code')
    })
    const company = page.getByRole('textbox', { name: 'Company' })
    const before = await company.inputValue()
    await company.fill('Mingshan Ltd')
    await company.press('Enter')
    await page
      .getByText(/^The server cannot do this right now/u)
      .first()
      .waitFor()
    await expect.poll(() => company.inputValue()).toBe('Mingshan Ltd')
    await company.press('Escape')
    await expect.poll(() => company.inputValue()).toBe(before)
    await company.fill('Mingshan Ltd')
    await company.press('Tab')
    await expect.poll(async () => (await calls('customer.edit')).length).toBe(2)
    await expect.poll(() => company.evaluate((element) => element === document.activeElement)).toBe(false)

    await heading().getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Tea lady')
    await page.keyboard.press('Enter')
    const error = dialog.getByRole('alert')
    await error.getByText('brand-new-code').waitFor()
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Tea lady')
    await error.getByRole('button', { name: 'Copy the error code brand-new-code' }).click()
    await error.getByRole('button', { name: 'Error code brand-new-code copied' }).waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('brand-new-code')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+l')
    const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
    await panel.getByText('The timeline could not be loaded.').waitFor()
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(async () => (await calls('connection.retry')).length).toBe(1)
    await page.evaluate(() => {
      window.fake?.answer('customer.timeline', { head: null, items: [], more: false, keptAt: null })
    })
    await panel.getByText('No timeline yet').waitFor()
    await page.evaluate(() => {
      const source = { kind: 'search', host: 'search.example', words: '水壶', campaign: {} } as const
      const visit = { kind: 'visit', at: 1, until: 2, number: 3, mobile: false, source, pages: [] } as const
      const kept = { head: null, items: [visit], more: false, keptAt: Date.now() - 60_000 }
      window.fake?.answer('customer.timeline', kept)
    })
    await panel.getByText('The timeline could not be loaded.').waitFor()
    await panel.getByText('Visit 3').waitFor()
    await expect.poll(() => panel.getByText('No timeline yet').count()).toBe(0)
  })

  it('the owner and tags of a customer are taken back, but not over a later change', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) throw new Error('nobody is signed in')
        const permissions = [...me.permissions, 'customer.config' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await page.locator('[data-id="conversation-0"]').click()
    const owner = page.getByRole('combobox', { name: 'Owner' })
    const own = (id: string): Promise<void> =>
      page.evaluate((ownerId) => {
        window.fake?.change(() => {
          const [first] = window.fake?.desk.conversations ?? []
          if (first) first.customer = { ...first.customer, ownership: 'owned', ownerId: ownerId as AgentId }
        })
      }, id)
    await owner.selectOption({ label: '林悦' })
    await toast('Saved').waitFor()
    await own('agent-lin')
    await page.keyboard.press('Alt+z')
    await expect.poll(async () => (await calls('customer.set-owner')).length).toBe(2)
    await expect
      .poll(async () => (await calls('customer.set-owner')).at(-1))
      .toEqual({ customerIds: ['customer-0'], ownerId: null })
    await owner.selectOption({ label: '周航' })
    await toast('Saved').waitFor()
    await own('agent-mia')
    await page.keyboard.press('Alt+z')
    await page
      .getByRole('alert')
      .getByText(/changed to Mia Torres since/u)
      .waitFor()
    await expect.poll(() => calls('customer.set-owner')).toHaveLength(3)
    await page.getByRole('button', { name: 'Remove the tag VIP' }).click()
    await toast('Saved').waitFor()
    await page.keyboard.press('Alt+z')
    await expect
      .poll(() => calls('customer.tag'))
      .toMatchObject([{ remove: ['tag-vip'] }, { add: ['tag-vip'] }])
  })
})

describe('fields', () => {
  let { page, open, fake, calls, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, chooseFirst } = stage())
  })

  it('R-03-126 when somebody else saved first both values are shown and nothing is overwritten', async () => {
    await open()
    await chooseFirst()
    await fake((client) => {
      client.refuseNext('customer.edit', 'conflict')
    })
    const company = page.getByRole('textbox', { name: 'Company' })
    await company.fill('Mingshan Ltd')
    await company.press('Enter')
    await page.getByText('Somebody else has just changed this.').waitFor()
    await page.getByRole('button', { name: 'Keep “茗山茶业”' }).waitFor()
    await page.getByRole('button', { name: 'Change to “Mingshan Ltd”' }).click()
    await expect.poll(async () => (await calls('customer.edit')).length).toBe(2)
    await expect.poll(() => company.inputValue()).toBe('Mingshan Ltd')
  })

  it('an invalid value stays in its field with the reason and is not sent', async () => {
    await open()
    await chooseFirst()
    const email = page.getByRole('textbox', { name: 'E-mail' })
    await email.fill('not an address')
    await email.press('Enter')
    await page.getByText('Not an e-mail address').waitFor()
    await expect.poll(() => email.inputValue()).toBe('not an address')
    expect(await calls('customer.edit')).toEqual([])
  })
})

describe('without the permission', () => {
  let { page, fake, open, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, open, row } = stage())
    await open()
    await row(0).waitFor()
  })

  it('R-06-124 whoever may not edit customers copies what could be kept of them', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await fake((client) => {
      client.customerWrites('conversation-0' as ConversationId, 'Call 13800138000')
    })
    await row(0).click()
    const word = page.getByRole('button', { name: '13800138000', exact: true })
    await word.waitFor()
    await expect.poll(() => word.getAttribute('aria-haspopup')).toBe('menu')
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) return
        const permissions = me.permissions.filter((one) => one !== 'customer.edit')
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
    })
    await expect.poll(async () => word.getAttribute('aria-haspopup')).toBe(null)
    await word.click()
    await expect.poll(async () => page.evaluate(() => navigator.clipboard.readText())).toBe('13800138000')
  })
})

describe('reading beside it', () => {
  let { page, fake, open, row, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open, row, openFirst } = stage())
  })
  const panel = () => page.getByRole('complementary', { name: 'Customer', exact: true })

  it('R-03-121 the panel goes with the conversation, and without a connection says how old it is', async () => {
    await openFirst()
    await panel().getByRole('heading', { level: 2, name: '吴彤' }).waitFor()
    await row(1).click()
    await panel().getByRole('heading', { level: 2, name: 'Emma Clarke' }).waitFor()
    await expect.poll(() => panel().locator('.fy-kept').count()).toBe(0)
    await fake((client) => {
      client.setStatus({ state: 'offline', since: Date.now() - 210_000 })
    })
    // The window counts whole minutes, and looks at the clock once in each.
    await expect.poll(() => panel().locator('.fy-kept').textContent()).toMatch(/As of [23] min/u)
    await row(0).click()
    await panel().getByRole('heading', { level: 2, name: '吴彤' }).waitFor()
    await panel().locator('.fy-kept').waitFor()
  })

  it('R-03-122 the profile stands in its order: attributes, basics, contacts, the company’s own fields, follow records, relations (value apart)', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        if (!me) return
        const permissions = [...me.permissions, 'customer.stage' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
        const field = { id: 'f-1' as CustomFieldId, name: 'Roast', kind: 'text', options: [] } as const
        client.desk.organization = {
          ...client.desk.organization,
          customerSettings: {
            ...client.desk.organization.customerSettings,
            fields: [{ ...field, options: [] }],
          },
        }
      })
      client.answer('customer.follow-records', { records: [], keptAt: null })
      client.answer('paths.of', {
        paths: [
          {
            conversationId: 'conversation-0',
            channel: 'web',
            face: { kind: 'organization' },
            friendSince: 1,
            lastCustomerAt: null,
            open: true,
            closesAt: null,
            hindrance: null,
          },
        ],
      })
    })
    await row(0).click()
    await panel().getByRole('heading', { name: 'Basic data' }).waitFor()
    await panel().getByRole('heading', { name: 'More fields' }).waitFor()
    const order = ['Attributes', 'Basic data', 'Contacts', 'More fields', 'Follow records', 'Relations']
    const heads = async () =>
      (await panel().getByRole('heading', { level: 3 }).allTextContents()).filter((one) =>
        order.includes(one),
      )
    await expect.poll(heads).toEqual(order)
    const labels = await panel().locator('dt').allTextContents()
    const at = ['Follow stage', 'Owner', 'Name', 'Gender', 'Birthday', 'Region', 'Education', 'Phone', 'E-mail', 'Roast'] // prettier-ignore
    const places = at.map((label) => labels.findIndex((one) => one.startsWith(label)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect([labels, places.indexOf(-1)]).toEqual([labels, -1])
    await panel().getByRole('button', { name: 'Add a tag' }).waitFor()
    await panel().getByRole('radiogroup', { name: 'Customer type' }).waitFor()
  })
})
