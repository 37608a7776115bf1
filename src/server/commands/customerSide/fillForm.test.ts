import { expect, it } from 'vitest'

import { describeDatabases } from '../../../../tests/support/databases.ts'
import { ORGANIZATION, receptionsOf, WIDGET } from '../../../../tests/support/reception.ts'
import { WIDGET_DEFAULTS, type VisitorForm } from '../../../protocol/model/index.ts'
import { findCustomer } from '../../db/customers.ts'
import { findWidget, saveWidget } from '../../db/widgets.ts'

const FORM: VisitorForm = {
  intro: '',
  fields: [
    { id: 'order', label: { 'zh-CN': '订单号', en: 'Order' }, kind: 'line', required: true },
    { id: 'mail', label: '邮箱', kind: 'email', required: false },
  ],
  consent: '同意隐私条款',
}

describeDatabases('the questions before a chat', (databases) => {
  it('R-18-056 are checked by the server and kept as said by the visitor, with the words they were put in', async () => {
    await receptionsOf(databases)({}, async ({ db, customer, run, done, clock }) => {
      const visitor = await customer('小李')
      const answers = { order: ' A-17 ', mail: '', stranger: 'x' }
      expect(
        await run(visitor, 'customer.fill-form', { widgetId: WIDGET, answers, consent: true }),
      ).toMatchObject({ code: 'not-found' })
      const found = await findWidget(db, WIDGET)
      const widget = { ...WIDGET_DEFAULTS, ...found?.widget, form: FORM }
      await db.transaction(async (tx) => saveWidget(tx, ORGANIZATION, widget as never))
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
      await done(visitor, 'customer.fill-form', { widgetId: WIDGET, answers, consent: true })
      expect((await findCustomer(db, ORGANIZATION, visitor.customerId))?.filled).toEqual({
        answers: [{ label: '订单号', value: 'A-17' }],
        consent: '同意隐私条款',
        at: clock.now(),
      })
    })
  })
})
