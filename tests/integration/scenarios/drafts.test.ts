/** What an agent has begun to write, on several devices of theirs. */
import { expect, it } from 'vitest'

import type { DraftFile, DraftView } from '../../../src/client/api.ts'
import type { ConversationId, FileId, MessageId } from '../../../src/protocol/model/index.ts'
import { createWorld } from '../../support/world.ts'
import type { WorldCore } from '../../support/worldCore.ts'

const SOON = 6000

const held = async (core: WorldCore, conversationId: ConversationId): Promise<DraftView> =>
  core.client.query('draft.get', { conversationId })

const stored: DraftFile = {
  ...{ id: 'f1', name: '报价.pdf', bytes: 3, mime: 'application/pdf', as: 'file', alt: '' },
  stored: { kind: 'file', fileId: 'f1' as FileId, name: '报价.pdf', mime: 'application/pdf', bytes: 3 },
}

it('R-06-096 R-17-033 a draft follows to other devices with its quote, files and caret, and goes everywhere when it is sent', async () => {
  const world = await createWorld({})
  const desktop = await world.core(1)
  const other = await world.core(1)
  const colleague = await world.core(2)
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '多少钱？')
  await world.pass()
  const sender = { kind: 'customer', customerId: customer.customerId } as const
  const quote = { messageId: 'm1' as MessageId, seq: 1, sender, kind: 'text', text: '多少钱？' } as const
  const here = { ...stored, id: 'here', stored: null }
  await desktop.client.run('draft-file.keep', { id: 'here', file: new Blob(['abc']) })
  const written = { text: '您好，报价在', caret: 3, quote, files: [stored, here] }
  await desktop.client.run('draft.save', { conversationId, writer: 'w1', base: 0, ...written })
  await world.pass(SOON)
  expect(await held(other, conversationId)).toMatchObject({ ...written, files: [stored], writer: 'w1' })
  expect(await held(colleague, conversationId)).toMatchObject({ text: '' })
  const [row] = await other.client.query('conversations.list', { filter: 'all' })
  expect(row?.draft).toBe('您好，报价在')

  // Killed and started again: also what only this device has.
  await desktop.stop()
  desktop.start()
  await world.pass()
  expect((await held(desktop, conversationId)).files).toEqual([stored, here])
  const { file } = await desktop.client.query('draft-file.get', { id: 'here', mime: 'text/plain' })
  expect(await file?.text()).toBe('abc')

  await desktop.client.run('draft.save', { conversationId, text: '', writer: 'w2', base: 1 })
  await world.pass(SOON)
  for (const core of [desktop, other]) {
    expect(await held(core, conversationId), core.name).toMatchObject({ text: '', files: [], quote: null })
  }
  expect(desktop.digest()).toEqual(other.digest())
  await world.dispose()
})

it('R-06-096 written on two devices apart, the one that comes later stands first and the other below it; neither is lost', async () => {
  const world = await createWorld({})
  const desktop = await world.core(1)
  const other = await world.core(1)
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '在吗')
  await world.pass()
  desktop.goOffline()
  other.goOffline()
  await desktop.client.run('draft.save', { conversationId, text: '电脑上写的', writer: 'w1' })
  await other.client.run('draft.save', { conversationId, text: '手机上写的', writer: 'w2' })
  await desktop.comeBack()
  await world.pass(SOON)
  await other.comeBack()
  await world.pass(SOON)
  for (const core of [desktop, other])
    expect((await held(core, conversationId)).text, core.name).toBe('手机上写的\n电脑上写的')

  // Sent on one device while the other goes on writing: what was written on stays.
  const { base } = await held(other, conversationId)
  desktop.goOffline()
  await desktop.client.run('draft.save', { conversationId, text: '', writer: 'w3', base })
  await other.client.run('draft.save', { conversationId, text: '再补充一点', writer: 'w2', base })
  await world.pass(SOON)
  await desktop.comeBack()
  await world.pass(SOON)
  for (const core of [desktop, other])
    expect((await held(core, conversationId)).text, core.name).toBe('再补充一点')
  await world.dispose()
})

it('R-06-097 signing out takes a draft from the device; it comes back with the agent', async () => {
  const world = await createWorld({})
  const desktop = await world.core(1)
  const customer = await world.customer('小李')
  const { conversationId } = customer
  await world.write(customer, '在吗')
  await world.pass()
  await desktop.client.run('draft.save', { conversationId, text: '写了一半', writer: 'w1' })
  const left = desktop.client.run('account.sign-out', {})
  await world.pass(SOON)
  await left
  expect(await held(desktop, conversationId)).toMatchObject({ text: '' })
  expect(await world.signIn(desktop)).toBe('ok')
  await world.pass()
  expect(await held(desktop, conversationId)).toMatchObject({ text: '写了一半' })
  await world.dispose()
})
