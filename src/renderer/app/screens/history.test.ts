/** What there was with a customer before: timeline, history, other threads. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('timeline and history', () => {
  let { page, expectAccessible, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, expectAccessible, openFirst } = stage())
  })
  const panel = () => page.getByRole('complementary', { name: 'Customer', exact: true })

  it('R-03-140 the timeline says from where each visit came: a search and its words, directly, a campaign, another site', async () => {
    await openFirst()
    await page.evaluate(() => {
      const sources = [
        { kind: 'search', host: 'search.example', words: '水壶', campaign: {} },
        { kind: 'direct', host: '', words: '', campaign: {} },
        { kind: 'site', host: 'blog.example', words: '', campaign: {} },
        { kind: 'campaign', host: 'mail.example', words: '', campaign: { name: 'Autumn' } },
      ] as const
      const items = sources.map((source, index) => {
        const at = Date.now() - index * 3_600_000
        return {
          kind: 'visit',
          at,
          until: at + 1,
          number: 9 - index,
          mobile: false,
          source,
          pages: [],
        } as const
      })
      window.fake?.answer('customer.timeline', { head: null, items, more: false, keptAt: null })
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
      const file = (name: string, mime: string, more: { seconds?: number }) => ({ kind: 'file' as const, fileId: `f-${name}`, name, mime, bytes: 900, ...more }) // prettier-ignore
      const image = { kind: 'image', fileId: 'file-photo', name: 'tea.png', mime: 'image/png', bytes: 9, width: 640, height: 420 } as const // prettier-ignore
      const bodies = [
        { kind: 'text' as const, text: 'Both, please 👍' },
        image,
        file('voice.webm', 'audio/webm', { seconds: 7 }),
        file('offer.pdf', 'application/pdf', {}),
      ]
      const messages = bodies.map((body, index) => ({
        id: `h-${index}`,
        conversationId: 'conversation-0',
        seq: index + 1,
        sessionId: null,
        sender: { kind: 'customer' as const, customerId: 'customer-0' },
        body,
        at: Date.now() - 86_400_000 + index,
      }))
      window.fake?.answer('thread.page', { messages, more: false })
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
      const reception = { kind: 'reception', sessionId: 's-9', conversationId: 'conversation-0', at, channel: 'web', initiator: 'customer', handlerId: 'agent-lin', face: null, state: 'ended', endedAt: at, endReason: 'by-agent', steps: [], firstSeq: 4 } as const // prettier-ignore
      window.fake?.answer('customer.timeline', {
        head: null,
        items: [reception],
        more: false,
        keptAt: null,
      })
      const voice = (id: string, sessionId: string, seconds: number) => ({
        id,
        conversationId: 'conversation-0',
        seq: 5,
        sessionId,
        sender: { kind: 'customer' as const, customerId: 'customer-0' },
        body: {
          kind: 'file' as const,
          fileId: `f-${id}`,
          name: 'v.webm',
          mime: 'audio/webm',
          bytes: 9,
          seconds,
        },
        at,
      })
      const messages = [voice('v-1', 's-9', 7), voice('v-2', 's-other', 9)]
      window.fake?.answer('thread.page', { messages, more: false })
    })
    await page.keyboard.press('Alt+l')
    await panel().getByRole('button', { name: 'Voice messages' }).click()
    const voices = panel().getByRole('list', { name: 'Voice messages' }).getByRole('listitem')
    await expect.poll(() => voices.count()).toBe(1)
    await voices.getByText('Voice message, 7 s').waitFor()
    await expect.poll(() => voices.locator('audio').getAttribute('controls')).not.toBe(null)
    await expectAccessible()
  })
})

describe('beside the thread', () => {
  let { page, fake, calls, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, calls, open, expectAccessible, row } = stage())
    await open()
    await row(0).waitFor()
  })
  const composer = () => page.getByRole('textbox', { name: 'Message' })
  const customer = () => page.getByRole('complementary', { name: 'Customer', exact: true })

  it('R-03-114 R-03-142 whoever was waiting is opened with the timeline, on top of which stands what they wrote, until they are answered', async () => {
    await page.keyboard.press('Alt+a')
    await expect
      .poll(async () => customer().getByRole('tab', { selected: true }).textContent())
      .toBe('Timeline')
    const written = customer().getByRole('region', { name: 'Written while waiting' })
    await written.getByText('上次的茶很好，想再来两盒').waitFor()
    await fake((client) => {
      client.change(() => {
        const [first] = client.desk.conversations
        if (first?.session) first.session = { ...first.session, firstReplyAt: client.desk.now }
      })
    })
    await written.waitFor({ state: 'detached' })
    await expect.poll(() => calls('session.accept')).toHaveLength(1)
  })

  it('R-03-144 R-06-140 R-06-142 R-06-150 all ways on which the customer has messages are listed, those of agents by their names; one click shows one, empty or not', async () => {
    await fake((client) => {
      const thread = (index: number, channel: 'im' | 'web', faceAgentId: string | null) =>
        ({
          conversationId: `conversation-${index}` as ConversationId,
          channel,
          faceAgentId,
          messages: index,
          lastAt: 0,
          readable: true,
        }) as const
      const threads = [thread(0, 'web', null), thread(1, 'im', null), thread(2, 'im', 'agent-lin')]
      client.answer('customer.threads', { threads, keptAt: null })
      client.answer('thread.page', { messages: [], more: false })
    })
    await row(0).click()
    await composer().waitFor()
    await page.keyboard.press('Alt+h')
    const ways = customer().getByRole('list', { name: 'Ways' }).getByRole('button')
    await expect.poll(async () => ways.count()).toBe(3)
    await expect.poll(() => ways.nth(2).textContent()).toContain('林悦')
    await ways.nth(2).click()
    await expect.poll(() => ways.nth(2).getAttribute('aria-pressed')).toBe('true')
    await customer().getByText('No messages on this channel').waitFor()
    await expectAccessible()
  })
})
