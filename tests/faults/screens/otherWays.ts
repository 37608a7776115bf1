/** Shorter ways: from an invitation to a block, from a bot to a person, and to a group that is not there. */
import { WIDGET } from '../../support/reception.ts'
import { BOT_WIDGET, CLOSED_WIDGET } from '../walk/seed.ts'
import { BEN_OUTWARD } from '../walk/step.ts'
import { deskOn } from './desk.ts'
import { expect, PATIENCE_MS } from './expect.ts'
import { openChat, type Customer, type People } from './people.ts'
import { nothing, silent, type ScreenStep } from './step.ts'
import { like } from './words.ts'

const AFTER_BLOCK = '再说一句'
const REASON = '骚扰'
const TO_BOT = '怎么开发票'
const AT_NIGHT = '有人吗'
const LEFT = '请回电，订单 4711'
export const WRITTEN_ON_OTHER_WAYS = [TO_BOT, AT_NIGHT, LEFT]

export const invitationWay = (people: People, customer: Customer): readonly ScreenStep[] => {
  const { said } = people
  const { desk: d, chat: c, invitation } = said
  const ben = deskOn(people.ben, said)
  const { page, chat } = customer
  const visitors = ben.page.getByRole('region', { name: d.visitors.title })
  // The customer of the first way was on that page, too, until just now.
  const row = visitors
    .getByRole('row')
    .filter({ hasText: d.visitors.state.browsing, hasNot: ben.page.getByText(/^(?:Visitor|访客)\s*3$/u) })
  const popup = page.getByRole('region', { name: invitation.title })
  const field = chat.getByRole('textbox', { name: c.write, exact: true })
  const dialog = ben.page.getByRole('dialog', { name: like(d.customer.block.title) })
  return [
    {
      name: 'invitation',
      prepare: async () => {
        if (!(await visitors.isVisible()))
          await ben.page.getByRole('button', { name: new RegExp(`^${d.visitors.title}`, 'u') }).click()
        // A page whose server was away tells again within a minute, or when somebody looks at it.
        await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
        // A pointer over the rows holds them.
        await ben.page.mouse.move(700, 20)
        await expect(row).toHaveCount(1)
      },
      kept: nothing,
      act: async () => row.getByRole('button', { name: like(d.visitors.inviteNamed) }).click(),
      told: silent('again'),
      seen: async () => {
        await expect(popup).toBeVisible()
      },
    },
    {
      name: 'accepted invitation',
      prepare: nothing,
      kept: async () => {
        await expect(popup).toBeVisible()
      },
      act: async () => popup.getByRole('button', { name: invitation.accept }).click(),
      told: silent('waits'),
      seen: async () => {
        await expect(chat.getByRole('heading', { level: 1 })).toHaveText(BEN_OUTWARD)
        await ben.serves(1)
      },
    },
    {
      name: 'block',
      prepare: async () => {
        if (await dialog.isVisible()) return
        await openChat(customer, said)
        if (await visitors.isVisible()) await ben.page.keyboard.press('Escape')
        await ben.list.getByRole('option').first().click()
        // On a narrow screen the profile is away until it is wanted.
        if (!(await ben.button(d.customer.block.button).isVisible())) await ben.page.keyboard.press('Alt+R')
        await expect(async () => {
          // While the panel still shows the customer of before, it takes nothing.
          await ben.button(d.customer.block.button).click()
          await expect(dialog).toBeVisible({ timeout: 1500 })
        }).toPass({ timeout: PATIENCE_MS })
        await dialog.getByRole('textbox', { name: d.customer.block.reason }).fill(REASON)
      },
      kept: async () => {
        await expect(dialog.getByRole('textbox', { name: d.customer.block.reason })).toHaveValue(REASON)
      },
      act: async () => dialog.getByRole('button', { name: d.customer.block.do, exact: true }).click(),
      told: async () => ben.saysOffline(),
      seen: async () => {
        await expect(dialog).toBeHidden()
        // In the profile, and above the field, which is closed now.
        await expect(ben.button(d.customer.block.unblock)).toHaveCount(2)
        await expect(chat.getByText(c.endedHint)).toBeVisible()
      },
    },
    {
      name: 'word of the blocked',
      prepare: async () => field.fill(AFTER_BLOCK),
      kept: async () => {
        await expect(field).toHaveValue(AFTER_BLOCK)
      },
      act: async () => chat.getByRole('button', { name: c.send, exact: true }).tap(),
      told: async () => {
        await expect(chat.getByRole('listitem').filter({ hasText: AFTER_BLOCK })).toContainText(c.queued)
        return 'waits'
      },
      seen: async () => {
        await expect(chat.getByRole('listitem').filter({ hasText: AFTER_BLOCK })).toContainText(
          c.problems['not-accepted'],
        )
        await expect(ben.message(AFTER_BLOCK)).toHaveCount(0)
      },
    },
  ]
}

export const botWay = (people: People, customer: Customer): readonly ScreenStep[] => {
  const { said } = people
  const { chat: c } = said
  const ben = deskOn(people.ben, said)
  const { chat } = customer
  const field = chat.getByRole('textbox', { name: c.write, exact: true })
  const line = (text: string) => chat.getByRole('listitem').filter({ hasText: text })
  return [
    {
      name: 'question to a bot',
      prepare: async () => {
        await openChat(customer, said)
        await field.fill(TO_BOT)
      },
      kept: async () => {
        await expect(field).toHaveValue(TO_BOT)
      },
      act: async () => chat.getByRole('button', { name: c.send, exact: true }).tap(),
      told: async () => {
        await expect(line(TO_BOT)).toContainText(c.queued)
        return 'waits'
      },
      seen: async () => {
        await expect(line(TO_BOT)).toHaveCount(1)
        await expect(line('在订单页申请。')).toHaveCount(1)
        await expect(chat.getByText(c.withBot('小助手')).first()).toBeVisible()
      },
    },
    {
      name: 'bot to person',
      prepare: nothing,
      kept: nothing,
      act: async () => chat.getByRole('button', { name: c.askPerson }).click({ timeout: 3000 }),
      told: silent('again'),
      seen: async () => {
        await expect(chat.getByRole('heading', { level: 1 })).toHaveText(BEN_OUTWARD)
        await expect(chat.getByRole('button', { name: c.askPerson })).toHaveCount(0)
        await ben.open(/./u)
        await expect(ben.message(TO_BOT)).toHaveCount(1)
      },
    },
  ]
}

export const nightWay = (people: People, customer: Customer): readonly ScreenStep[] => {
  const { said } = people
  const { desk: d, chat: c } = said
  const anna = deskOn(people.anna, said)
  const { chat } = customer
  const field = chat.getByRole('textbox', { name: c.write, exact: true })
  const sheet = chat.getByRole('form', { name: c.ended.closed })
  const fields = [
    [c.leave.phone, '13800000000'],
    [c.leave.text, LEFT],
  ] as const
  return [
    {
      name: 'closed',
      prepare: async () => {
        await openChat(customer, said)
        await field.fill(AT_NIGHT)
      },
      kept: async () => {
        await expect(field).toHaveValue(AT_NIGHT)
      },
      act: async () => chat.getByRole('button', { name: c.send, exact: true }).tap(),
      told: async () => {
        await expect(chat.getByRole('listitem').filter({ hasText: AT_NIGHT })).toContainText(c.queued)
        return 'waits'
      },
      seen: async () => {
        await expect(sheet).toBeVisible()
        await expect(chat.getByRole('listitem').filter({ hasText: AT_NIGHT })).toHaveCount(1)
      },
    },
    {
      name: 'left message',
      prepare: async () => {
        for (const [name, text] of fields) await sheet.getByRole('textbox', { name, exact: true }).fill(text)
      },
      kept: async () => {
        for (const [name, text] of fields)
          await expect(sheet.getByRole('textbox', { name, exact: true })).toHaveValue(text)
      },
      act: async () => sheet.getByRole('button', { name: c.leave.submit }).click(),
      told: async () => {
        await expect(sheet.getByRole('alert')).toHaveText(c.leave.offline)
        return 'again'
      },
      seen: async () => {
        await expect(sheet).toBeHidden()
        await expect(chat.getByText(c.leave.stateLeft, { exact: true })).toBeVisible()
        await anna.openPool()
        await expect(anna.pool.getByRole('row').filter({ hasText: LEFT })).toContainText(d.pool.kind.message)
      },
    },
  ]
}

/** The entries through which the customers of all ways come, in their order. */
export const ENTRIES = [WIDGET, WIDGET, BOT_WIDGET, CLOSED_WIDGET] as const
