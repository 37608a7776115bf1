/** What pages say of themselves, below the messages that lead there; and who decides whether they are read and shown. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { FileId, LinkPreview, MessageId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

const TEA: LinkPreview = {
  url: 'https://tea.example/spring?from=chat',
  title: '明前龙井 2026 春茶预售',
  description: '核心产区手工采摘，清明前炒制。前一百位下单赠品茗杯一只，支持企业定制礼盒与开票。',
  site: '青石茶舍',
  picture: { fileId: 'file-photo' as FileId, width: 400, height: 210 },
}

describe('previews of links', () => {
  let { page, fake, calls, expectAccessible, thread, openFirst, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, expectAccessible, thread, openFirst, field } = stage())
  })
  const last = () => thread().locator('article').last()
  const card = () => last().locator('.fy-preview')

  const turn = async (on: boolean): Promise<void> => {
    await page.evaluate((linkPreviews) => {
      const client = window.fake
      if (!client) throw new Error('there is no desk')
      client.change(() => {
        const { desk } = client
        desk.organization = {
          ...desk.organization,
          organization: { ...desk.organization.organization, linkPreviews },
        }
      })
    }, on)
  }
  const say = async (text: string): Promise<void> => {
    await page.evaluate((said) => {
      const client = window.fake
      const one = client?.desk.conversations[0]
      if (!client || !one) throw new Error('there is no conversation')
      client.customerWrites(one.conversation.id, '-')
      client.change(() => {
        one.messages = one.messages.map((message, at) => {
          if (at === one.messages.length - 1)
            return { ...message, id: 'newest' as MessageId, body: { kind: 'text', text: said } }
          return message.id === 'newest' ? { ...message, id: 'before' as MessageId } : message
        })
      })
    }, text)
  }
  /** The server has read the page of the newest message. */
  const read = async (preview: LinkPreview): Promise<void> => {
    await page.evaluate((found) => {
      const client = window.fake
      const one = client?.desk.conversations[0]
      if (!client || !one) throw new Error('there is no conversation')
      client.change(() => {
        one.messages = one.messages.map((message) =>
          message.id === 'newest' && message.body.kind === 'text'
            ? { ...message, body: { ...message.body, preview: found } }
            : message,
        )
      })
    }, preview)
  }
  const fromEnd = () =>
    thread().evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight))

  it('R-06-135 a card below the text says what the page says of itself and where it leads, opens as links do, and moves nobody from the end', async () => {
    await openFirst()
    await turn(true)
    await say(`看这个 ${TEA.url}`)
    await last().getByText('看这个').waitFor()
    await read(TEA)
    await card().waitFor()
    await expect.poll(fromEnd).toBeLessThanOrEqual(1)
    const name = `Link preview: ${TEA.title} ${TEA.description} tea.example · ${TEA.site}`
    const link = last().getByRole('link', { name })
    await link.waitFor()
    const lead = await link.evaluate((element) => {
      const { href, target, rel, title } = element as HTMLAnchorElement
      return { href, target, rel, title }
    })
    expect(lead).toEqual({
      href: TEA.url,
      target: '_blank',
      rel: 'noopener noreferrer nofollow',
      title: 'tea.example',
    })
    // The text stays a text with its address, which leads to the same.
    expect(await last().getByRole('link', { name: TEA.url }).getAttribute('href')).toBe(TEA.url)
    await expect.poll(() => card().locator('img').count()).toBe(1)
    await expectAccessible()
    // By keys, from the address to the card.
    await last().getByRole('link', { name: TEA.url }).focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true)
    // The words of a page are nobody's answer: the picture is asked of the server by its id alone.
    await page.setViewportSize({ width: 1024, height: 700 })
    const inside = () =>
      card().evaluate((element) => {
        const [own, box] = [
          element.getBoundingClientRect(),
          element.closest('article')?.getBoundingClientRect(),
        ]
        return box !== undefined && own.right <= box.right && element.scrollWidth <= element.clientWidth
      })
    await expect.poll(inside).toBe(true)
    await expectAccessible()
  })

  it('R-06-135 the card of an own message looks as others do: no line is drawn under its words', async () => {
    await openFirst()
    await turn(true)
    await say(TEA.url)
    await read(TEA)
    await fake((client) => {
      const one = client.desk.conversations[0]
      const agentId = client.desk.account.me?.agentId
      if (!one || !agentId) throw new Error('nobody is signed in')
      client.change(() => {
        one.messages = one.messages.map((message) =>
          message.id === 'newest' ? { ...message, sender: { kind: 'agent', agentId } } : message,
        )
      })
    })
    await thread().locator('article[data-own] a.fy-preview').last().waitFor()
    const lineUnder = (place: string) =>
      last()
        .locator(place)
        .evaluate((link) => getComputedStyle(link).textDecorationLine)
    expect(await lineUnder('a.fy-preview')).toBe('none')
    expect(await lineUnder('.fy-text a')).toBe('underline')
  })

  it('R-06-135 hostile words stay in their two lines, and an address that is no link makes no link of its card', async () => {
    await openFirst()
    await turn(true)
    await say('http://plain.example/x')
    const long = `付款\u202Egnp.exe ${'极长'.repeat(90)}`
    await read({
      url: 'http://plain.example/x',
      title: long,
      description: 'w'.repeat(300),
      site: '',
      picture: null,
    })
    await card().getByText('plain.example').waitFor()
    expect(await last().getByRole('link').count()).toBe(0)
    expect(await card().textContent()).not.toContain('\u202E')
    const lines = await card()
      .locator('.fy-preview-title, .fy-preview-about')
      .evaluateAll((parts) => parts.map((part) => part.clientHeight))
    expect(lines).toEqual([40, 36])
    expect(await card().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await expectAccessible()
  })

  it('R-06-135 nothing is shown where the company has no pages read, or the agent wants no previews', async () => {
    await openFirst()
    await say(TEA.url)
    await read(TEA)
    await last().getByRole('link', { name: TEA.url }).waitFor()
    expect(await card().count()).toBe(0)
    await turn(true)
    await card().waitFor()
    await fake((client) => {
      client.change(() => {
        client.desk.agentSettings = { ...client.desk.agentSettings, linkPreviews: false }
      })
    })
    await expect.poll(() => card().count()).toBe(0)
    await field().waitFor()
  })

  it('R-06-135 whoever administers the company decides whether pages are read; nobody has before', async () => {
    await openFirst()
    await page.evaluate(() => {
      const client = window.fake
      const me = client?.desk.account.me
      if (!client || !me) throw new Error('nobody is signed in')
      client.change(() => {
        const permissions = [...me.permissions, 'admin' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
      })
      location.hash = '#/account-center/enterprise/link-previews'
    })
    const main = page.getByRole('main')
    const on = main.getByRole('checkbox', { name: 'Show previews of links' })
    await on.waitFor()
    expect(await on.isChecked()).toBe(false)
    await main.getByText('Whoever runs the page learns that your server has read it').waitFor()
    await on.check()
    await expectAccessible()
    await main.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => calls('link-previews.configure')).toEqual([{ on: true, version: 1 }])
    await expect.poll(() => main.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    expect(await on.isChecked()).toBe(true)
  })
})
