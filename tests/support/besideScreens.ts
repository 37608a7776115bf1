/** What stands beside a conversation: who the customer is, from where they came, what was said before; over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { WorkbenchStage } from './workbenchStage.ts'

export const showsWhatStandsBeside = (stage: () => WorkbenchStage): void => {
  let { page, fake, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open, expectAccessible } = stage())
  })
  const row = (index: number) => page.locator(`[data-id="conversation-${index}"]`)
  const panel = () => page.getByRole('complementary', { name: 'Customer', exact: true })
  const openFirst = async (): Promise<void> => {
    await open()
    await row(0).click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  }

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
        const field = { id: 'f-1', name: 'Roast', kind: 'text' as const, options: [] }
        client.desk.organization = {
          ...client.desk.organization,
          customerSettings: { ...client.desk.organization.customerSettings, fields: [field as never] },
        }
      })
      client.answer('customer.follow-records', { records: [], keptAt: null } as never)
      client.answer('paths.of', {
        paths: [
          {
            conversationId: 'conversation-0',
            face: { kind: 'organization' },
            friendSince: 1,
            hindrance: null,
          },
        ],
      } as never)
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

  it('R-03-140 the timeline says from where each visit came: a search and its words, directly, a campaign, another site', async () => {
    await openFirst()
    await page.evaluate(() => {
      const sources = [
        { kind: 'search', host: 'search.example', words: '水壶', campaign: {} },
        { kind: 'direct', host: '', words: '', campaign: {} },
        { kind: 'site', host: 'blog.example', words: '', campaign: {} },
        { kind: 'campaign', host: 'mail.example', words: '', campaign: { name: 'Autumn' } },
      ]
      const items = sources.map((source, index) => {
        const at = Date.now() - index * 3_600_000
        return { kind: 'visit', at, until: at + 1, number: 9 - index, mobile: false, source, pages: [] }
      })
      window.fake?.answer('customer.timeline', { head: null, items, more: false, keptAt: null } as never)
    })
    await page.keyboard.press('Alt+l')
    const visits = panel().locator('.fy-timeline-list > li')
    await expect.poll(() => visits.count()).toBe(4)
    await visits
      .nth(0)
      .getByText(/search\.example.*水壶/u)
      .waitFor()
    await visits
      .nth(1)
      .getByText(/Direct/u)
      .waitFor()
    await visits
      .nth(2)
      .getByText(/blog\.example/u)
      .waitFor()
    await visits
      .nth(3)
      .getByText(/mail\.example/u)
      .waitFor()
  })

  it('R-03-145 R-06-144 in the history every kind is read, seen, heard and saved, and the search finds a file (articles apart)', async () => {
    await openFirst()
    await page.evaluate(() => {
      const file = (name: string, mime: string, more: object) => ({ kind: 'file', fileId: `f-${name}`, name, mime, bytes: 900, ...more }) // prettier-ignore
      const image = { kind: 'image', fileId: 'file-photo', name: 'tea.png', mime: 'image/png', bytes: 9, width: 640, height: 420 } // prettier-ignore
      const bodies = [
        { kind: 'text', text: 'Both, please 👍' },
        image,
        file('voice.webm', 'audio/webm', { seconds: 7 }),
        file('offer.pdf', 'application/pdf', {}),
      ]
      const messages = bodies.map((body, index) => ({
        id: `h-${index}`,
        conversationId: 'conversation-0',
        seq: index + 1,
        sessionId: null,
        sender: { kind: 'customer', customerId: 'customer-0' },
        body,
        at: Date.now() - 86_400_000 + index,
      }))
      window.fake?.answer('thread.page', { messages, more: false } as never)
    })
    await page.keyboard.press('Alt+h')
    await panel().getByText('Both, please 👍').waitFor()
    await panel().getByRole('button', { name: 'Enlarge tea.png' }).click()
    const viewer = page.getByRole('dialog')
    await viewer.getByRole('link', { name: 'Download' }).waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'detached' })
    await expect.poll(() => panel().locator('audio').getAttribute('controls')).not.toBe(null)
    const link = panel().getByRole('link', { name: 'Download offer.pdf' })
    await expect.poll(() => link.getAttribute('download')).toBe('offer.pdf')
    await expectAccessible()
  })

  it('R-03-141 R-06-111 (calls apart) what was spoken in a reception is heard in the timeline', async () => {
    await openFirst()
    await page.evaluate(() => {
      const at = Date.now() - 3_600_000
      const reception = { kind: 'reception', sessionId: 's-9', conversationId: 'conversation-0', at, channel: 'web', initiator: 'customer', handlerId: 'agent-lin', state: 'ended', endReason: 'by-agent', steps: [], firstSeq: 4 } // prettier-ignore
      window.fake?.answer('customer.timeline', {
        head: null,
        items: [reception],
        more: false,
        keptAt: null,
      } as never)
      const voice = (id: string, sessionId: string, seconds: number) => ({
        id,
        conversationId: 'conversation-0',
        seq: 5,
        sessionId,
        sender: { kind: 'customer', customerId: 'customer-0' },
        body: { kind: 'file', fileId: `f-${id}`, name: 'v.webm', mime: 'audio/webm', bytes: 9, seconds },
        at,
      })
      const messages = [voice('v-1', 's-9', 7), voice('v-2', 's-other', 9)]
      window.fake?.answer('thread.page', { messages, more: false } as never)
    })
    await page.keyboard.press('Alt+l')
    await panel().getByRole('button', { name: 'Voice messages' }).click()
    const voices = panel().getByRole('list', { name: 'Voice messages' }).getByRole('listitem')
    await expect.poll(() => voices.count()).toBe(1)
    await voices.getByText('Voice message, 7 s').waitFor()
    await expect.poll(() => voices.locator('audio').getAttribute('controls')).not.toBe(null)
    await expectAccessible()
  })

  it('R-06-007 (our own channels) a clip is looked at in the thread and saved like a file; what cannot be played is a file', async () => {
    await openFirst()
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        const [one] = first?.messages ?? []
        if (!first || !one) return
        const added = ['video/mp4', 'video/x-msvideo'].map((mime, index) => ({
          ...one,
          id: `clip-${index}` as never,
          seq: first.conversation.lastSeq + 1 + index,
          body: {
            kind: 'file' as const,
            fileId: `clip-${index}` as never,
            name: `pour-${index}.vid`,
            mime,
            bytes: 900,
          },
          at: Date.now(),
        }))
        first.messages = [...first.messages, ...added]
        first.conversation = { ...first.conversation, lastSeq: first.conversation.lastSeq + 2 }
      })
    })
    const log = page.getByRole('log')
    await log.getByRole('link', { name: 'Download pour-1.vid' }).waitFor()
    await log.getByRole('link', { name: 'Download pour-0.vid' }).waitFor()
    await expect
      .poll(() => log.locator('video').evaluateAll((all) => all.map((one) => one.ariaLabel)))
      .toEqual(['Video pour-0.vid'])
  })
}
