/** The rows of the list: what they tell, and that they stand still. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { AgentId, ConversationId, CustomerId, SessionId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('the list', () => {
  let { page, fake, open, row, list, rows, colorOf, calls } = {} as WorkbenchStage
  beforeEach(async () => {
    ;({ page, fake, open, row, list, rows, colorOf, calls } = stage())
    await open()
    await rows().first().waitFor()
  })

  it('R-03-021 R-03-022 R-03-023 R-03-024 R-03-026 R-03-029 a row tells who it is, whether they are there, and as much of the rest as the agent wants', async () => {
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const changes: Readonly<Record<string, Partial<(typeof found)[number]>>> = {
        'conversation-0': {
          customerName: '一二三四五六七八九十一二三四五六七八',
          publicName: 'Li Na',
          marks: 'm-red,m-blue,m-green,m-pink',
          unread: 1,
          online: true,
        },
        'conversation-1': { customerName: '', typing: true, unread: 120 },
        'conversation-2': { channel: 'im', online: false, unread: 2 },
        'conversation-3': { channel: 'email', online: true },
      }
      client.change(() => {
        client.desk.agentSettings = {
          ...client.desk.agentSettings,
          colorMarks: (['red', 'blue', 'green', 'pink'] as const).map((color) => ({
            id: `m-${color}`,
            color,
            name: `Is ${color}`,
            rule: null,
          })),
        }
      })
      client.answer(
        'conversations.list',
        found.map((one) => ({ ...one, ...changes[one.id] })),
      )
    })
    const name = (index: number) => row(index).locator('.fy-row-name')
    await expect.poll(() => name(0).textContent()).toBe('一二三四五六七八九十一二三四五六七…')
    await expect
      .poll(() => name(0).getAttribute('title'))
      .toBe('一二三四五六七八九十一二三四五六七八 (Li Na)')
    await expect.poll(() => name(1).textContent()).toBe('Visitor 1025')

    const marks = row(0).getByRole('img', { name: 'Is red · Is blue · Is green · Is pink' })
    await expect.poll(() => marks.locator('.fy-mark').count()).toBe(3)
    await expect.poll(() => marks.getAttribute('title')).toBe('Is red · Is blue · Is green · Is pink')

    const unread = (index: number) => row(index).locator('.fy-unread > [aria-hidden]')
    await expect
      .poll(() => Promise.all([0, 1, 2].map(async (index) => unread(index).textContent())))
      .toEqual(['', '99+', '2'])
    await expect.poll(() => row(3).locator('.fy-unread').count()).toBe(0)

    const told = async (index: number): Promise<readonly (string | null)[]> => {
      const dot = row(index).locator('.fy-avatar-dot')
      const shown = (await dot.count()) === 0 ? null : await dot.getAttribute('data-presence')
      return [await row(index).locator('> span').getAttribute('title'), shown]
    }
    await expect.poll(() => told(0)).toEqual(['Web · Online', 'online'])
    await expect.poll(() => told(2)).toEqual(['IM · Offline', 'offline'])
    await expect.poll(() => told(3)).toEqual(['E-mail', null])

    await row(1).getByText('Typing…').waitFor()
    const source = row(2).locator('.fy-row-source')
    const text = row(2).getByText('白茶礼盒还有货吗')
    await expect
      .poll(async () => [await source.count(), await text.count(), await marks.count()])
      .toEqual([1, 1, 1])
    await fake((client) => {
      client.change(() => {
        const off = { listPreview: false, listSource: false, listMarks: false }
        client.desk.agentSettings = { ...client.desk.agentSettings, ...off }
      })
    })
    await expect
      .poll(async () => [await source.count(), await text.count(), await marks.count()])
      .toEqual([0, 0, 0])
    await row(1).getByText('Typing…').waitFor()
  })

  it('R-03-028 R-03-030 who waits for an answer is seen from the first second, and who is new until they are opened', async () => {
    // Whoever waits waits no longer while the test is at it.
    await page.clock.setFixedTime(Date.now())
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const waited = [15, 45, 75]
      client.answer(
        'conversations.list',
        found.slice(0, 4).map((one, index) => ({
          ...one,
          waitingSince: index < 3 ? Date.now() - (waited[index] ?? 0) * 1000 : null,
          ...(index === 3 && { sessionId: 'new' as SessionId, sessionState: 'assigned' as const }),
        })),
      )
    })
    const wait = (index: number) => rows().nth(index).locator('.fy-waiting')
    await expect.poll(async () => rows().count()).toBe(4)
    const colors = async (): Promise<string[]> =>
      Promise.all([0, 1, 2].map(async (index) => wait(index).evaluate((one) => getComputedStyle(one).color)))
    const [grey, amber, red] = await Promise.all(
      ['--fy-secondary', '--fy-waiting', '--fy-danger'].map(colorOf),
    )
    await expect.poll(colors).toEqual([grey, amber, red])
    await expect.poll(() => wait(0).textContent()).toMatch(/0:\d\d$/u)
    await fake((client) => {
      client.change(() => {
        const seconds = { waitingSoonSeconds: 10, waitingLateSeconds: 30 }
        client.desk.agentSettings = { ...client.desk.agentSettings, ...seconds }
      })
    })
    await expect.poll(colors).toEqual([amber, red, red])

    const newcomer = page.locator('[data-newcomer]')
    const shown = async (): Promise<readonly string[]> =>
      newcomer.evaluate((one) => {
        const { animationName, animationDuration, boxShadow } = getComputedStyle(one)
        return [animationName, animationDuration, boxShadow === 'none' ? '' : 'edge']
      })
    await newcomer.getByText('A customer is waiting for your service').waitFor()
    await expect.poll(shown).toEqual(['fy-newcomer', '0.5s', 'edge'])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(shown).toEqual(['fy-newcomer', '0s', 'edge'])
    await newcomer.click()
    await expect.poll(async () => newcomer.count()).toBe(0)
    await expect.poll(() => list().getByText('A customer is waiting for your service').count()).toBe(0)
  })

  it('R-17-035 R-03-030 a customer who was invited and has said nothing is new until they are opened, on whichever of the agent’s devices that is', async () => {
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      client.answer(
        'conversations.list',
        found.slice(0, 3).map((one, index) => ({
          ...one,
          ...(index > 0 && { sessionId: `given-${index}` as SessionId, sessionState: 'assigned' as const }),
          ...{ unread: 0, waitingSince: null },
        })),
      )
    })
    const newcomers = page.locator('[data-newcomer]')
    await expect.poll(() => newcomers.count()).toBe(2)
    // Opened here, it is told to the other devices.
    const [first] = await newcomers.all()
    await first?.click()
    await expect.poll(() => newcomers.count()).toBe(1)
    await expect
      .poll(() => calls('agent-setting.save'))
      .toEqual([{ changes: { openedSessions: [expect.stringMatching(/^given-/u)] } }])
    // Opened there, it is told here.
    await fake((client) => {
      client.change(() => {
        const openedSessions = ['given-1', 'given-2'] as SessionId[]
        client.desk.agentSettings = { ...client.desk.agentSettings, openedSessions }
      })
    })
    await expect.poll(() => newcomers.count()).toBe(0)
  })
})

describe('reading', () => {
  let { page, fake, open, row, list, calls } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, open, row, list, calls } = stage())
  })

  it('R-03-020 R-03-066 “All” mixes customers, groups and colleagues by their latest message, each with the menu of its own list', async () => {
    await open()
    await row(0).waitFor()
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const asChat = {
        customerId: null,
        channel: null,
        customerNumber: 0,
        sessionState: null,
        handlerId: null,
      }
      client.answer(
        'conversations.list',
        [0, 1, 2, 3].map((index) => ({
          ...(found.find(({ id }) => id === `conversation-${index}`) as (typeof found)[number]),
          pinned: false,
          unread: 2,
          ...(index === 1 && { ...asChat, chat: 'adhoc' as const, customerName: 'Tasting' }),
          ...(index === 2 && {
            ...asChat,
            chat: 'direct' as const,
            customerName: '林悦',
            colleagueId: 'agent-lin' as AgentId,
          }),
        })),
      )
    })
    const ids = () =>
      list()
        .getByRole('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))
    await expect.poll(ids).toEqual(['conversation-0', 'conversation-3'])
    await page.keyboard.press('Alt+4')
    await expect.poll(ids).toEqual([0, 1, 2, 3].map((index) => `conversation-${index}`))
    const menuOf = async (index: number): Promise<string[]> => {
      await row(index).click({ button: 'right' })
      const items = page.getByRole('menuitem')
      await items.first().waitFor()
      const names = await items.allTextContents()
      await page.keyboard.press('Escape')
      await items.first().waitFor({ state: 'detached' })
      return names
    }
    await expect
      .poll(() => menuOf(1))
      .toEqual([
        'Pin',
        'Mark as read',
        'Message setting…',
        'View members',
        'Remove from the list',
        'Clear the list…',
      ])
    await expect
      .poll(() => menuOf(2))
      .toEqual([
        'Pin',
        'Favourite into…',
        'Mark as read',
        'View profile',
        'Remove from the list',
        'Clear the list…',
      ])
    await expect.poll(() => menuOf(3)).toContain('Favourite into…')

    // The key does what the menu does, for a colleague too.
    await row(2).click()
    await expect.poll(() => row(2).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Alt+s')
    await page.getByRole('menuitemradio').first().click()
    await expect
      .poll(() => calls('colleague.star'))
      .toEqual([{ agentId: 'agent-lin' as AgentId, groupId: null }])
  })

  it('R-03-019 five thousand rows are scrolled through without an empty stretch', async () => {
    await open('size=5000')
    await row(0).waitFor()
    const box = list().locator('.fy-rows')
    await expect.poll(() => list().getByRole('option').first().getAttribute('aria-setsize')).toBe('5000')
    /** Whether rows cover all that is seen, from its upper edge to its lower one. */
    const covered = (): Promise<boolean> =>
      box.evaluate((rows) => {
        const { top, height, left, width } = rows.getBoundingClientRect()
        return [2, height / 2, height - 2].every((y) =>
          document.elementFromPoint(left + width / 3, top + y)?.closest('[role="option"]'),
        )
      })
    for (const share of [0.3, 0.7, 1]) {
      await box.evaluate((rows, at) => {
        rows.scrollTop = rows.scrollHeight * at
      }, share)
      await expect.poll(covered).toBe(true)
    }
    await list().locator('[aria-posinset="5000"]').waitFor()
  })

  it('R-03-027 the line below a name says what kind of message it was (cards and articles apart)', async () => {
    await open()
    await row(0).waitFor()
    await fake(async (client) => {
      const found = await client.query('conversations.list', { filter: 'all' })
      const said = {
        seq: 9,
        sender: { kind: 'customer' as const, customerId: 'customer-1' as CustomerId },
        at: 1,
      }
      const own = { kind: 'agent' as const, agentId: 'agent-me' as AgentId }
      const previews = [
        { ...said, kind: 'text' as const, text: 'not shown beside a draft' },
        { ...said, kind: 'image' as const, text: 'tea.png' },
        { ...said, kind: 'voice' as const, text: 'voice.webm' },
        { ...said, kind: 'file' as const, text: 'offer.pdf' },
        { ...said, kind: 'recalled' as const, text: '' },
        { ...said, kind: 'recalled' as const, text: '', sender: own },
        { ...said, kind: 'unsupported' as const, text: '' },
        { ...said, kind: 'text' as const, text: '@陈涵 look' },
      ]
      client.answer(
        'conversations.list',
        previews.map((preview, index) => ({
          ...(found[index] as (typeof found)[number]),
          pinned: false,
          typing: false,
          preview,
          draft: index === 0 ? 'half an answer' : '',
          mentioned: index === 7,
        })),
      )
    })
    const lines = () => list().getByRole('option').locator('.fy-row-preview').allTextContents()
    await expect
      .poll(lines)
      .toEqual([
        '[Draft] half an answer',
        '[Image]',
        '[Voice message]',
        '[File] offer.pdf',
        'A message was taken back',
        'You took back a message',
        '[Unsupported message]',
        '@陈涵 look',
      ])
    await list().getByRole('option').nth(7).getByText('[Mentioned you]').waitFor()
    const color = await list()
      .locator('.fy-row-draft')
      .evaluate((draft) => {
        const probe = document.createElement('i')
        probe.style.color = 'var(--fy-danger)'
        draft.append(probe)
        const found = [getComputedStyle(draft).color, getComputedStyle(probe).color]
        probe.remove()
        return found
      })
    expect(color[0]).toBe(color[1])
  })
})

describe('under the pointer', () => {
  let { page, open, fake, rows } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, rows } = stage())
  })

  it('R-03-035 the list does not move under the pointer', async () => {
    await open()
    const names = () => rows().evaluateAll((all) => all.map((row) => row.id))
    await rows().nth(1).hover()
    const before = await names()
    await fake((client) => {
      client.customerWrites('conversation-3' as ConversationId, 'Hello?')
    })
    await page.getByRole('button', { name: '1 update' }).waitFor()
    await expect.poll(names).toEqual(before)
    await page.mouse.move(900, 500)
    await expect.poll(names).not.toEqual(before)
  })
})
