/** What an agent finds around the messages: header, customer panel, pool, presence; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { AgentId, ContactGroupId, CustomerId } from '../../src/protocol/model/index.ts'
import type { DeskStage } from './deskStage.ts'

export const showsTheDesk = (stage: () => DeskStage): void => {
  let { page, fake, calls, open } = {} as DeskStage
  beforeEach(() => {
    ;({ page, fake, calls, open } = stage())
  })
  const openFirst = async (): Promise<void> => {
    await open()
    await page.locator('[data-id="conversation-0"]').click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  }
  const head = () => page.getByRole('region', { name: 'Conversation', exact: true }).locator('header')
  const heading = () => head().getByRole('heading', { level: 2 })
  const status = () => page.getByRole('contentinfo', { name: 'Status' })
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text })

  it('R-03-069 R-03-075 R-03-077 R-03-135 R-03-188 the header names the customer as the agent calls them; a lost race leaves it and the focus; closing the window closes nothing else', async () => {
    await openFirst()
    await page.getByRole('form', { name: 'Answer' }).getByText('somebody outside the company').waitFor()
    const shown = head().locator('.fy-avatar-dot')
    await expect
      .poll(async () => [await heading().textContent(), await shown.getAttribute('data-presence')])
      .toEqual(['吴彤', 'online'])
    await head()
      .getByText(/^Web · online/u)
      .waitFor()
    // The panel comes after the thread, and F6 goes to what is there.
    await page.getByRole('complementary', { name: 'Customer', exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Message' }).focus()
    await fake((client) => {
      client.refuseNext('session.accept', 'already-taken', { agentName: 'Lin' })
    })
    await page.keyboard.press('Alt+a')
    await page.getByRole('alert').getByText('Lin was faster').waitFor()
    await expect.poll(() => heading().textContent()).toBe('吴彤')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toBe('Message')
    // F6 goes on from there, round the window and back (R-03-191).
    const areas: (string | undefined)[] = []
    for (let step = 0; step < 8 && areas.at(-1) !== 'composer'; step += 1) {
      await page.keyboard.press('F6')
      areas.push(
        await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-area]')?.dataset['area'],
        ),
      )
    }
    const wanted = ['customer', 'status', 'list', 'thread', 'composer']
    expect(areas.filter((area) => wanted.includes(area ?? ''))).toEqual(wanted)
    // Whoever changes it, wherever: the header is not opened anew for it.
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (first) first.customer = { ...first.customer, name: 'Li Na' }
      })
    })
    await head().getByRole('heading', { name: 'Li Na' }).waitFor()
    await fake(async (client) => {
      const view = await client.query('conversation.get', {
        conversationId: client.desk.conversations[0]?.conversation.id as never,
      })
      const email = view && { ...view.conversation, channel: 'email' as const }
      client.answer('conversation.get', view && email && { ...view, conversation: email, remark: 'Li (VIP)' })
    })
    await head().getByRole('heading', { name: 'Li (VIP)' }).waitFor()
    await expect.poll(() => heading().locator('> *').getAttribute('title')).toBe('Li (VIP) (Li Na)')
    const panel = page.getByRole('complementary', { name: 'Customer', exact: true })
    await panel.getByRole('heading', { name: 'Li (VIP)' }).waitFor()
    await expect.poll(() => shown.count()).toBe(0)
    await expect
      .poll(() =>
        head()
          .getByText(/online|offline/u)
          .count(),
      )
      .toBe(0)

    const rows = page.getByRole('listbox').getByRole('option')
    const before = await rows.first().getAttribute('aria-setsize')
    await head().getByRole('button', { name: 'Close this conversation' }).click()
    await page.getByText('Choose a conversation').waitFor()
    await expect.poll(() => rows.first().getAttribute('aria-setsize')).toBe(before)
    const asked = await Promise.all(['session.end', 'ending.hold', 'list-entry.remove'].map(calls))
    expect(asked.flat()).toEqual([])
  })

  it('R-03-059 R-03-060 a star tells its group, is moved and taken away, and comes back; one too many is refused with a way to the others', async () => {
    await openFirst()
    const file = (groupId: string | null): Promise<void> =>
      page.evaluate((group) => {
        const contact = { list: 'favorites', customerId: 'customer-0', groupId: group, at: 1 }
        const groups = [{ list: 'favorites', id: 'g-vip', name: 'VIP' }]
        window.fake?.answer('contacts.filed', { groups, contacts: group ? [contact] : [] } as never)
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
      window.fake?.answer('customer.timeline', { head: null, items: [], more: false, keptAt: null } as never)
    })
    await panel.getByText('No timeline yet').waitFor()
    await page.evaluate(() => {
      const source = { kind: 'search', host: 'search.example', words: '水壶', campaign: {} }
      const visit = { kind: 'visit', at: 1, until: 2, number: 3, mobile: false, source, pages: [] }
      const kept = { head: null, items: [visit], more: false, keptAt: Date.now() - 60_000 }
      window.fake?.answer('customer.timeline', kept as never)
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
          if (first) first.customer = { ...first.customer, ownership: 'owned', ownerId: ownerId as never }
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

  it('R-03-108 R-03-109 R-03-110 R-03-112 R-03-170 R-03-175 who waits, who visits and what cannot pop up stands below, with how long the first has waited; the tab counts too', async () => {
    await open()
    await status().getByRole('button', { name: 'Notifications are blocked' }).click()
    await page.getByText('This browser does not let Foyer show notifications').waitFor()
    await expect.poll(async () => page.title()).toMatch(/^\(3·5\)/u)
    const icon = (): Promise<string> =>
      page.locator('link[rel="icon"]').evaluate((link) => (link as HTMLLinkElement).href)
    const unread = await icon()
    await fake((client) => {
      client.change(() => {
        for (const one of client.desk.conversations)
          one.entry = { ...one.entry, readSeq: one.conversation.lastSeq }
      })
    })
    await expect.poll(async () => page.title()).toMatch(/^\(0·5\)/u)
    await expect.poll(icon).not.toBe(unread)
    const pool = status().getByRole('button', { name: /^Waiting customers/u })
    const visitors = status().getByRole('button', { name: /^Visitors/u })
    await pool.getByText('5', { exact: true }).waitFor()
    const wait = pool.locator('.fy-waiting')
    await expect.poll(() => wait.getAttribute('data-level')).toBe('late')
    await expect.poll(() => wait.textContent()).toMatch(/3:\d\d$/u)
    const color = (): Promise<string> => wait.evaluate((one) => getComputedStyle(one).color)
    const red = await color()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, poolLateSeconds: 600 }
      })
    })
    await expect.poll(async () => wait.getAttribute('data-level')).toBe('soon')
    await expect.poll(color).not.toBe(red)
    await pool.click()
    const panel = page.getByRole('region', { name: 'Waiting customers' })
    await panel.waitFor()
    await fake((client) => {
      client.change(() => {
        client.desk.pool = []
      })
    })
    await pool.getByText('0', { exact: true }).waitFor()
    await panel.getByText('No waiting customers').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => visitors.count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        const { organization, invitations } = client.desk.organization
        if (!me) throw new Error('nobody is signed in')
        const permissions = [...me.permissions, 'visitor.view' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
        client.desk.organization = {
          ...client.desk.organization,
          organization: { ...organization, reception: { ...organization.reception, pool: false } },
          invitations: { ...invitations, visitorList: true, manual: true },
        }
      })
      client.answer('visitors.count', { count: 0 })
      client.answer('visitors.list', { rows: [], count: 0 } as never)
    })
    await visitors.getByText('0', { exact: true }).waitFor()
    await expect.poll(() => pool.count()).toBe(0)
    await visitors.click()
    await page.getByText('Nobody is on your pages right now').waitFor()
  })

  it('R-03-156 a switch that is not confirmed in five seconds shows what holds, and says so', async () => {
    await open()
    await page.clock.install()
    const reception = page.getByRole('switch', { name: /^Reception/u })
    await expect.poll(() => reception.getAttribute('aria-checked')).toBe('true')
    await fake((client) => {
      client.holdNext('reception.set')
    })
    await reception.click()
    const turnOff = page.getByRole('button', { name: 'Turn off' })
    await turnOff.waitFor()
    // The five seconds are the test's, however slow the machine is.
    await page.clock.pauseAt(Date.now() + 60_000)
    await turnOff.click()
    await expect.poll(async () => reception.getAttribute('aria-busy')).toBe('true')
    await page.clock.fastForward(5100)
    await page.getByRole('alert').getByText('The server did not answer in time').waitFor()
    await expect
      .poll(async () => [
        await reception.getAttribute('aria-checked'),
        await reception.getAttribute('aria-busy'),
      ])
      .toEqual(['true', 'false'])
    // What comes later is shown as it comes.
    await fake((client) => {
      client.letGo()
    })
    await expect.poll(async () => reception.getAttribute('aria-checked')).toBe('false')
  })

  it('R-03-037 whom one gives on leaves the list where that is wanted, once the transfer is confirmed', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, removeTransferred: true }
        const [group, ...others] = client.desk.organization.groups
        if (!group) throw new Error('no group')
        const members = client.desk.organization.agents.map(({ id }) => id)
        const groups = [{ ...group, memberIds: members }, ...others]
        client.desk.organization = { ...client.desk.organization, groups }
      })
      const there = { presence: 'online', reception: true, load: 1, capacity: 10 } as const
      client.answer('presence.all', [{ agentId: 'agent-lin' as AgentId, ...there }])
      client.holdNext('session.transfer')
    })
    const row = page.locator('[data-id="conversation-0"]')
    await row.click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
    await page.keyboard.press('Alt+t')
    const dialog = page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByRole('radio', { name: /^林悦/u }).check()
    await dialog.getByRole('button', { name: 'Transfer', exact: true }).click()
    await expect.poll(async () => (await calls('session.transfer')).length).toBe(1)
    await expect.poll(() => row.count()).toBe(1)
    await fake((client) => {
      client.letGo()
    })
    await expect.poll(async () => row.count()).toBe(0)
    await toast('removed from the list').waitFor()
  })

  it('R-03-083 older messages that do not come are asked for again in their place, or by PageUp at the top', async () => {
    await openFirst()
    const thread = page.getByRole('log')
    await fake((client) => {
      client.refuseNext('history.load', 'unavailable')
    })
    await thread.hover()
    const failed = thread.getByRole('button', { name: 'Could not be loaded, click to try again' })
    for (let step = 0; step < 20 && (await failed.count()) === 0; step += 1) await page.mouse.wheel(0, -900)
    await failed.waitFor()
    const before = (await calls('history.load')).length
    await fake((client) => {
      client.refuseNext('history.load', 'unavailable')
    })
    await failed.click()
    await expect.poll(async () => (await calls('history.load')).length).toBe(before + 1)
    await thread.focus()
    await page.keyboard.press('Home')
    await expect.poll(async () => thread.evaluate((box) => box.scrollTop)).toBe(0)
    await page.keyboard.press('PageUp')
    await expect.poll(async () => failed.count()).toBe(0)
    await expect.poll(async () => (await calls('history.load')).length).toBeGreaterThan(before + 1)
  })

  it('R-03-186 R-03-187 says who else is there, and what others said since the first letter stops Send once; so does what is another customer’s', async () => {
    await openFirst()
    const look = async (isThere: boolean): Promise<void> =>
      isThere
        ? fake((client) => {
            client.change(() => {
              client.desk.viewers = client.desk.organization.agents
                .filter(({ id }) => id !== 'agent-me')
                .slice(0, 1)
                .map(({ id }) => id)
            })
          })
        : fake((client) => {
            client.change(() => {
              client.desk.viewers = []
            })
          })
    const viewing = head().getByText(/is also viewing$/u)
    await look(true)
    await viewing.waitFor()
    await expect.poll(() => calls('conversation.view')).toContainEqual({ conversationId: 'conversation-0' })
    await look(false)
    await viewing.waitFor({ state: 'detached' })

    const field = page.getByRole('textbox', { name: 'Message' })
    const stop = page.getByRole('group', { name: 'Send anyway' })
    const sent = async (): Promise<number> => (await calls('message.send')).length
    const colleagueSays = async (): Promise<void> =>
      fake((client) => {
        client.change(() => {
          const [first] = client.desk.conversations
          const seq = (first?.conversation.lastSeq ?? 0) + 1
          const other = client.desk.organization.agents.find(({ id }) => id !== 'agent-me')
          if (!first || !other) return
          const message = { ...first.messages[0], id: `other-${seq}`, seq, at: Date.now() }
          const sender = { kind: 'agent', agentId: other.id }
          const body = { kind: 'text', text: `It is on its way (${seq})` }
          first.messages = [...first.messages, { ...message, sender, body } as never]
          first.conversation = { ...first.conversation, lastSeq: seq }
        })
      })
    await field.fill('My answer')
    await colleagueSays()
    await page
      .getByRole('log')
      .getByText(/^It is on its way/u)
      .waitFor()
    await field.press('Enter')
    await stop.getByText(/It is on its way/u).waitFor()
    await expect.poll(sent).toBe(0)
    await stop.getByRole('button', { name: 'Edit', exact: true }).click()
    await stop.waitFor({ state: 'detached' })
    await expect.poll(() => field.inputValue()).toBe('My answer')
    await field.press('Enter')
    await expect.poll(sent).toBe(1)
    await expect.poll(() => field.inputValue()).toBe('')

    await field.fill('Once more')
    await colleagueSays()
    await page
      .getByRole('log')
      .getByText(/^It is on its way/u)
      .nth(1)
      .waitFor()
    await field.press('Enter')
    await stop.getByRole('button', { name: 'Discard', exact: true }).click()
    await expect.poll(() => field.inputValue()).toBe('')
    await expect.poll(sent).toBe(1)

    await fake((client) => {
      client.answer('text.foreign', { found: '13900002222', customerName: 'Wang', customerNumber: 3 })
    })
    await field.fill('We call 13900002222')
    await field.press('Enter')
    await stop.getByText('“13900002222” belongs to Wang, another customer of yours.').waitFor()
    await expect.poll(sent).toBe(1)
    await field.press('Enter')
    await expect.poll(sent).toBe(2)
    await stop.waitFor({ state: 'detached' })
  })
}
