/** Presence, reception, and the line at the foot. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId, CustomerId, SessionId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the status bar', () => {
  let { page, fake, calls, open } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open } = stage())
  })
  const status = () => page.getByRole('contentinfo', { name: 'Status' })

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
      client.answer('visitors.list', { rows: [], count: 0 })
    })
    await visitors.getByText('0', { exact: true }).waitFor()
    await expect.poll(() => pool.count()).toBe(0)
    await visitors.click()
    await page.getByText('Nobody is on your pages right now').waitFor()
  })

  it('R-17-027 what was decided without the server is listed with whom or what it is about and why it was refused, and says when the disk is too full to give it up', async () => {
    await open()
    await fake((client) => {
      const nobody = { customerId: null, conversationId: null, customerName: '', customerNumber: 0 }
      const row = { createdAt: client.desk.now, noteId: null, refusal: null, ...nobody }
      client.answer('queued.list', [
        { ...row, id: 'q1', name: 'quick-reply.save', text: 'Greeting', state: 'queued' },
        {
          ...{ ...row, id: 'q2', name: 'contact-group.save', text: 'VIP', state: 'failed' },
          refusal: { code: 'waited-long' },
        },
        {
          ...{ ...row, id: 'q3', name: 'color-mark.set', text: '', state: 'queued' },
          ...{ customerId: 'customer-9', customerName: '小李' },
        },
      ])
      client.refuseNext('queued.discard', 'disk-full')
    })
    await status()
      .getByRole('button', { name: /^Outbox\s*3/u })
      .click()
    const items = page.getByRole('list', { name: 'Not sent yet' }).getByRole('listitem')
    const texts = async (): Promise<string[]> => items.allInnerTexts()
    await expect.poll(texts).toHaveLength(3)
    const [reply, group, mark] = await texts()
    expect(reply).toMatch(/^Quick replies[^]*Own quick reply: Greeting[^]*Waiting to be sent/u)
    expect(group).toMatch(/^Contacts[^]*Group: VIP[^]*more than a week/u)
    expect(mark).toMatch(/^小李[^]*Colour marks/u)
    await items.nth(1).getByRole('button', { name: 'Delete' }).click()
    await items.nth(1).getByRole('alert').getByText('The disk is full').waitFor()
    await items.nth(1).getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => calls('queued.retry')).toEqual([{ id: 'q2' }])
    await expect.poll(() => items.nth(1).getByRole('alert').count()).toBe(0)
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
})

describe('ratings', () => {
  let { page, fake, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, open, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
  })
  const heading = () =>
    page.getByRole('region', { name: 'Conversation', exact: true }).getByRole('heading', { level: 2 })

  it('R-03-115 the ratings of today stand below and are listed by a click; with ratings off nothing is there', async () => {
    const today = page.getByRole('button', { name: /^Your rating today/u })
    await fake((client) => {
      client.answer('ratings.own', { count: 2, stars: 4.5 })
      client.answer('ratings.list', [
        {
          sessionId: 'rated' as SessionId,
          conversationId: 'conversation-1' as ConversationId,
          customerId: 'customer-1' as CustomerId,
          name: 'Emma Clarke',
          number: 1025,
          rating: { stars: 5, tags: ['Fast'], solved: 'yes', comment: 'Thank you!', at: client.desk.now },
        },
      ])
    })
    await expect.poll(() => today.count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { organization } = client.desk
        client.desk.organization = { ...organization, survey: { ...organization.survey, on: true } }
      })
    })
    await today.getByText('4.5 (2)').waitFor()
    await today.click()
    const rated = page.getByRole('dialog', { name: 'Ratings of today' })
    await rated.getByText('Thank you!').waitFor()
    await expectAccessible()
    await rated.getByRole('button', { name: /^Emma Clarke/u }).click()
    await rated.waitFor({ state: 'detached' })
    await expect.poll(async () => heading().textContent()).toBe('Emma Clarke')
  })
})

describe('presence and reception', () => {
  let { page, calls, open, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, calls, open, row, field } = stage())
  })
  /** Sent in whatever way. */
  const sent = async (): Promise<number> =>
    (await Promise.all(['message.send', 'file.send'].map(calls))).flat().length

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
})
