import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET, type Reception } from '../../../../tests/support/reception.ts'
import {
  NO_NAV_MENU,
  type FileId,
  type MessageId,
  type NavEntryId,
  type VisitorForm,
  type WidgetPlan,
} from '../../../protocol/model/index.ts'
import { findCustomer } from '../../db/customers.ts'
import { findWidget } from '../../db/widgets.ts'
import type { CommandOutcome, CustomerPrincipal } from '../../engine/types.ts'

const FORM: VisitorForm = {
  intro: '',
  fields: [
    { id: 'order', label: { 'zh-CN': '订单号', en: 'Order' }, kind: 'line', required: true },
    { id: 'mail', label: '邮箱', kind: 'email', required: false },
  ],
  consent: '同意隐私条款',
}

const OPTIONS = { permissions: ['reception.widgets'] } as const

const saveEntry = async ({ db, done, agent }: Reception, change: Partial<WidgetPlan>): Promise<void> => {
  const found = await findWidget(db, WIDGET)
  if (!found) throw new Error('no widget')
  const { ownerId: _owner, updatedBy: _by, updatedAt: _at, ...plan } = found.widget
  await done(agent(1), 'widget.save', { ...plan, ...change })
}

describeDatabases('the questions before a chat', (databases) => {
  it('R-18-056 are checked by the server and kept as said by the visitor, with the words they were put in', async () => {
    await receptionsOf(databases)(OPTIONS, async (reception) => {
      const { db, customer, run, done, clock, write, ids } = reception
      const visitor = await customer('小李')
      const early = await customer('早')
      await write(early, '还没有问题要答')
      const answers = { order: ' A-17 ', mail: '', stranger: 'x' }
      expect(
        await run(visitor, 'customer.fill-form', { widgetId: WIDGET, answers, consent: true }),
      ).toMatchObject({ code: 'not-found' })
      await saveEntry(reception, { form: FORM })
      const say = async (who: CustomerPrincipal): Promise<CommandOutcome> => {
        const id = ids.next() as MessageId
        return run(who, 'customer.write', { id, body: { kind: 'text', text: '在吗' } }, id)
      }
      for (const wrong of [
        { answers: { order: ' ' }, consent: true },
        { answers: { order: 'A-17', mail: 'nobody' }, consent: true },
        { answers: { order: 'x'.repeat(129) }, consent: true },
        { answers, consent: false },
      ]) {
        expect(await run(visitor, 'customer.fill-form', { widgetId: WIDGET, ...wrong })).toMatchObject({
          code: 'form-incomplete',
        })
      }
      expect(await say(visitor)).toMatchObject({ code: 'form-needed' })
      await done(early, 'customer.leave', {})
      expect(await say(early)).toMatchObject({ ok: true })
      await done(visitor, 'customer.fill-form', { widgetId: WIDGET, answers, consent: true })
      expect(await say(visitor)).toMatchObject({ ok: true })
      expect((await findCustomer(db, ORGANIZATION, visitor.customerId))?.filled).toEqual({
        answers: [{ label: '订单号', value: 'A-17' }],
        consent: '同意隐私条款',
        at: clock.now(),
      })
    })
  })

  it('R-18-056 R-18-041 a person chosen from the menu comes with the answers too', async () => {
    await receptionsOf(databases)(
      { permissions: [...OPTIONS.permissions, 'reception.groups'] },
      async (reception) => {
        const { customer, run, done, agent } = reception
        await saveEntry(reception, { form: FORM })
        const entryId = 'person' as NavEntryId
        const person = { kind: 'person', target: null } as const
        const draft = { ...NO_NAV_MENU.draft, buttons: [{ id: entryId, title: '人工', action: person }] }
        await done(agent(1), 'nav-menu.save', { account: 'web', draft, version: 0 })
        await done(agent(1), 'nav-menu.publish', { account: 'web', version: 1 })
        const visitor = await customer('小李')
        expect(await run(visitor, 'customer.choose', { entryId })).toMatchObject({ code: 'form-needed' })
        const answers = { order: 'A-17', mail: '' }
        await done(visitor, 'customer.fill-form', { widgetId: WIDGET, answers, consent: true })
        expect(await run(visitor, 'customer.choose', { entryId })).toMatchObject({ ok: true })
      },
    )
  })

  it('R-18-017 what the entry does not offer is not taken, whatever speaks to the server', async () => {
    await receptionsOf(databases)(OPTIONS, async (reception) => {
      const { customer, run, ids } = reception
      const visitor = await customer('小李')
      await saveEntry(reception, { tools: ['picture'] })
      const send = async (more: object): Promise<CommandOutcome> => {
        const id = ids.next() as MessageId
        const file = { fileId: 'file-1' as FileId, name: 'a', mime: 'x/y', bytes: 3 }
        return run(visitor, 'customer.write', { id, body: { ...file, ...more } as never }, id)
      }
      expect(await send({ kind: 'file' })).toMatchObject({ code: 'not-offered' })
      expect(await send({ kind: 'file', seconds: 3 })).toMatchObject({ code: 'not-offered' })
      expect(await send({ kind: 'image', width: 1, height: 1 })).toMatchObject({ code: 'file-missing' })
    })
  })
})
