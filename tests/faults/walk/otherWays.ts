/** Shorter ways: from an invitation to a block, from a bot to a person, and to a group that is not there. */
import type { Chat } from '../../../src/widget/chat/contract.ts'
import type { Desk } from './desk.ts'
import { invitedSession, isTold, isWith, poolEntry, reads, sees, sessionOn, sessionWith } from './looks.ts'
import { BOT_WIDGET, CLOSED_WIDGET } from './seed.ts'
import { BEN, BEN_OUTWARD, codeOf, type Step } from './step.ts'

const TO_BOT = '怎么开发票'
const AT_NIGHT = '有人吗'
const LEFT = '请回电'
export const WRITTEN_ON_OTHER_WAYS = [TO_BOT, AT_NIGHT, LEFT]

export const invitationWay = ({ customer, visitor, db, ben }: Desk): readonly Step[] => {
  const page = visitor()
  let chat: Chat | undefined
  const session = async () => invitedSession(db)
  const onPage = async () =>
    (await ben.query('visitors.list', {}))?.rows.find(({ state }) => state !== 'left')
  return [
    {
      kind: 'deed',
      name: 'invitation',
      command: 'visitor.invite',
      ready: async () => (await onPage()) !== undefined,
      act: async () => {
        const row = await onPage()
        if (!row) return 'offline'
        const code = codeOf(await ben.run('visitor.invite', { visitorId: row.id }))
        // The server asks the pages anew who is there; whoever was meant stands in the list again.
        return code === 'visitor-left' ? 'offline' : code
      },
      sight: async () => ({ page: page.invitation() !== null }),
    },
    {
      kind: 'deed',
      name: 'accepted invitation',
      command: 'invitation.answer',
      act: async () => {
        await page.accept()
        chat ??= customer(undefined, page.key)
        return null
      },
      sight: async () => ({
        customer: chat !== undefined && isTold(chat, 'assigned', BEN_OUTWARD),
        ben: await isWith(ben, await session(), BEN),
      }),
    },
    {
      kind: 'deed',
      name: 'block',
      command: 'customer.block',
      act: async () => {
        const row = await session()
        const args = { reason: '骚扰', hours: null } as const
        return row
          ? codeOf(await ben.run('customer.block', { ...args, customerId: row.customer_id }))
          : 'nobody'
      },
      sight: async () => ({
        customer: chat !== undefined && isTold(chat, 'ended'),
        ben: (await sessionOn(ben, await session()))?.endReason === 'blocked',
        load: (await ben.query('presence.mine', {})).load === 0,
      }),
    },
    {
      kind: 'deed',
      name: 'word of the blocked',
      command: 'customer.write',
      act: async () => {
        chat?.write('再说一句')
        return null
      },
      sight: async () => ({
        customer: chat?.view().outbox.some(({ refused }) => refused !== null) === true,
        nobody: (await sessionWith(db, '再说一句')) === undefined,
      }),
    },
  ]
}

export const botWay = ({ customer, db, ben }: Desk): readonly Step[] => {
  const chat = customer(BOT_WIDGET)
  const session = async () => sessionWith(db, TO_BOT)
  return [
    {
      kind: 'deed',
      name: 'question to a bot',
      command: 'customer.write',
      act: async () => {
        chat.write(TO_BOT)
        return null
      },
      sight: async () => ({
        answer: sees(chat, '在订单页申请。'),
        bot: chat.view().state.bot !== undefined,
      }),
    },
    {
      kind: 'deed',
      name: 'bot to person',
      command: 'customer.ask-person',
      act: async () => {
        chat.askPerson()
        // Nothing tells whoever pressed the button; they look.
        return 'offline'
      },
      sight: async () => ({
        customer: isTold(chat, 'assigned', BEN_OUTWARD),
        ben: await isWith(ben, await session(), BEN),
        words: await reads(ben, await session(), TO_BOT),
      }),
    },
  ]
}

export const nightWay = ({ customer, db, anna, ben }: Desk): readonly Step[] => {
  const chat = customer(CLOSED_WIDGET)
  const session = async () => sessionWith(db, LEFT)
  return [
    {
      kind: 'deed',
      name: 'closed',
      command: 'customer.write',
      act: async () => {
        chat.write(AT_NIGHT)
        return null
      },
      sight: async () => ({
        asked: chat.view().state.askMessage !== undefined,
        words: sees(chat, AT_NIGHT),
      }),
    },
    {
      kind: 'deed',
      name: 'left message',
      command: 'customer.leave-message',
      act: async () => {
        chat.messageTyped({ name: '小李', phone: '13800000000', email: '', text: LEFT })
        return chat.leaveMessage()
      },
      sight: async () => ({
        customer: chat.view().state.leftMessage !== undefined,
        anna: (await poolEntry(anna, await session()))?.leftMessage?.phone === '13800000000',
        ben: (await poolEntry(ben, await session()))?.leftMessage?.phone === '13800000000',
      }),
    },
  ]
}
