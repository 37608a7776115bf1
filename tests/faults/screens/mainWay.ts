/** The way of one customer: waiting, accepted, forgotten, answered, given on, ended, asked how it was. */
import { sql } from '../../../src/base/sql.ts'
import { sessionWith } from '../walk/looks.ts'
import { ANNA_OUTWARD, BEN_OUTWARD } from '../walk/step.ts'
import { deskOn, type DeskScreen } from './desk.ts'
import { expect } from './expect.ts'
import { openChat, type Customer, type People } from './people.ts'
import { nothing, silent, type ScreenStep } from './step.ts'
import { like } from './words.ts'

const LATE_MS = 5 * 60_000
/** Whoever keeps the desks full was greeted; rows change places, so the first one may be theirs. */
const NOT_GREETED = /^(?!.*您好)/su
const QUESTION = '水壶漏水了，怎么办'
const FIRST_ANSWER = '请发一张照片'
const SECOND_ANSWER = '马上为您寄新的'
const CUSTOMER_NOTE = '我的同事更懂水壶'
const COLLEAGUE_NOTE = '请看订单 8812'
const COMMENT = '很快就解决了'
export const WRITTEN_ON_MAIN_WAY = [QUESTION, FIRST_ANSWER, SECOND_ANSWER]

export const mainWay = (people: People, customer: Customer): readonly ScreenStep[] => {
  const { said, db } = people
  const { desk: d, chat: c } = said
  const anna = deskOn(people.anna, said)
  const ben = deskOn(people.ben, said)
  const { chat } = customer
  const field = chat.getByRole('textbox', { name: c.write, exact: true })
  const messages = chat.getByRole('region', { name: c.messages })
  const line = (text: string) => messages.getByRole('listitem').filter({ hasText: text })
  const servedBy = async (name: string): Promise<void> => {
    await expect(chat.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(chat.getByText(c.waiting(1)).first()).toBeHidden()
  }
  const inQueue = async (): Promise<void> => {
    await expect(chat.getByText(c.waiting(1)).first()).toBeVisible()
  }

  const answer = (name: string, desk: DeskScreen, text: string, own: string): ScreenStep => ({
    name,
    prepare: async () => {
      await desk.open(NOT_GREETED)
      await desk.field.fill(text)
    },
    kept: async () => {
      await expect(desk.field).toHaveValue(text)
    },
    act: async () => desk.field.press('Enter'),
    told: async () => {
      await expect(desk.message(text)).toContainText(d.thread.unsent.whenConnected)
      return 'waits'
    },
    seen: async () => {
      await expect(line(text)).toHaveCount(1)
      await expect(desk.message(text)).toHaveCount(1)
      await expect(desk.message(text)).not.toContainText(d.thread.unsent.whenConnected)
      await expect(desk.field).toHaveValue('')
      await servedBy(own)
    },
  })

  const dialog = ben.page.getByRole('dialog', { name: like(d.transfer.title) })
  const card = chat.getByRole('region', { name: c.survey.question })
  const stars = card.getByRole('radio', { name: like(`${c.survey.starsOf(4)} ${c.survey.stars[3] ?? ''}`) })

  return [
    {
      name: 'arrival',
      prepare: async () => {
        await openChat(customer, said)
        await field.fill(QUESTION)
      },
      kept: async () => {
        await expect(field).toHaveValue(QUESTION)
      },
      act: async () => chat.getByRole('button', { name: c.send, exact: true }).tap(),
      told: async () => {
        await expect(line(QUESTION)).toContainText(c.queued)
        return 'waits'
      },
      seen: async () => {
        await expect(line(QUESTION)).toHaveCount(1)
        await expect(line(QUESTION)).not.toContainText(c.queued)
        await inQueue()
        await anna.waiting(1)
        await ben.waiting(1)
      },
    },
    {
      name: 'accept from the pool',
      prepare: async () => {
        await anna.openPool()
        await expect(anna.pool.getByRole('row').filter({ hasText: QUESTION })).toHaveCount(1)
      },
      kept: nothing,
      act: async () => {
        await anna.pool.getByRole('grid').focus()
        await anna.page.keyboard.press('Enter')
      },
      told: async () => anna.saysOffline(),
      seen: async () => {
        await expect(anna.pool).toBeHidden()
        await expect(anna.message(QUESTION)).toHaveCount(1)
        await anna.waiting(0)
        await ben.waiting(0)
        await servedBy(ANNA_OUTWARD)
      },
    },
    {
      name: 'end of another',
      prepare: async () => {
        await ben.open('您好')
        await expect(ben.button(d.thread.end.button)).toBeEnabled()
      },
      kept: nothing,
      act: async () => ben.page.keyboard.press('Alt+E'),
      told: async () => ben.saysOffline(),
      seen: async () => {
        await expect(ben.button(d.thread.end.button)).toHaveCount(0)
        await ben.serves(0)
      },
    },
    {
      name: 'timeout transfer',
      prepare: nothing,
      kept: nothing,
      act: async () => {
        const row = await sessionWith(db, QUESTION)
        if (!row) throw new Error('the customer was never stored')
        // So long ago is what was just now.
        await db.transaction(async (tx) => {
          await tx.run(
            sql`update messages set at = at - ${LATE_MS} where conversation_id = ${row.conversation_id}`,
          )
          await tx.run(sql`update sessions set assigned_at = assigned_at - ${LATE_MS} where id = ${row.id}`)
          await tx.run(sql`
            update timers set due_at = due_at - ${LATE_MS} where subject = ${row.id} and kind = 'session-unanswered'`)
        })
      },
      told: silent('waits'),
      seen: async () => {
        await servedBy(BEN_OUTWARD)
        await ben.serves(1)
        await expect(anna.page.locator('#fy-composer-lock')).toContainText('员工2')
      },
    },
    answer('answer', ben, FIRST_ANSWER, BEN_OUTWARD),
    {
      name: 'transfer to somebody who is full',
      prepare: async () => {
        if (await dialog.isVisible()) return
        await ben.page.keyboard.press('Alt+T')
        await dialog
          .getByRole('radio', { name: /^员工1/u })
          .first()
          .check()
        await dialog.getByRole('textbox', { name: d.transfer.customerNote }).fill(CUSTOMER_NOTE)
        await dialog.getByRole('textbox', { name: d.transfer.colleagueNote }).fill(COLLEAGUE_NOTE)
        await expect(dialog.getByRole('button', { name: d.transfer.letWait })).toBeVisible()
      },
      kept: async () => {
        await expect(dialog.getByRole('radio', { name: /^员工1/u }).first()).toBeChecked()
        await expect(dialog.getByRole('textbox', { name: d.transfer.customerNote })).toHaveValue(
          CUSTOMER_NOTE,
        )
        await expect(dialog.getByRole('textbox', { name: d.transfer.colleagueNote })).toHaveValue(
          COLLEAGUE_NOTE,
        )
      },
      act: async () => dialog.getByRole('button', { name: d.transfer.letWait }).click(),
      told: async () => {
        await ben.saysOffline()
        await expect(dialog).toBeVisible()
        return 'again'
      },
      seen: async () => {
        await expect(dialog).toBeHidden()
        await inQueue()
        await expect(line(CUSTOMER_NOTE)).toHaveCount(1)
        await expect(messages).not.toContainText(COLLEAGUE_NOTE)
        await anna.waiting(1)
      },
    },
    {
      name: 'accept what was given on',
      prepare: nothing,
      kept: nothing,
      act: async () => anna.page.keyboard.press('Alt+A'),
      told: async () => anna.saysOffline(),
      seen: async () => {
        await servedBy(ANNA_OUTWARD)
        await anna.waiting(0)
        await expect(anna.log).toContainText(COLLEAGUE_NOTE)
        await expect(anna.message(FIRST_ANSWER)).toHaveCount(1)
      },
    },
    answer('second answer', anna, SECOND_ANSWER, ANNA_OUTWARD),
    {
      name: 'end',
      prepare: async () => {
        await anna.open(SECOND_ANSWER)
        await expect(anna.button(d.thread.end.button)).toBeEnabled()
      },
      kept: nothing,
      act: async () => anna.page.keyboard.press('Alt+E'),
      told: async () => anna.saysOffline(),
      seen: async () => {
        await expect(chat.getByText(c.endedHint)).toBeVisible()
        await expect(card).toHaveCount(1)
        await anna.serves(1)
      },
    },
    {
      name: 'rating',
      prepare: async () => {
        if (await stars.isChecked()) return
        await stars.check({ force: true })
        await card.getByRole('textbox').fill(COMMENT)
      },
      kept: async () => {
        await expect(stars).toBeChecked()
        await expect(card.getByRole('textbox')).toHaveValue(COMMENT)
      },
      act: async () => card.getByRole('button', { name: c.survey.submit }).click(),
      told: async () => {
        await expect(card.getByRole('alert')).toHaveText(c.survey.offline)
        return 'again'
      },
      seen: async () => {
        await expect(card.getByRole('status')).toContainText(c.survey.thanks)
        await expect(anna.log.getByText(COMMENT)).toHaveCount(1)
      },
    },
  ]
}
