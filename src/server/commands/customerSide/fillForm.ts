import { ok, refuse } from '../../../base/result.ts'
import { isEmptyText, textIn } from '../../../protocol/companyTexts.ts'
import { answerProblems } from '../../../protocol/visitorFormRules.ts'
import { saveFilled } from '../../db/saidOfCustomers.ts'
import { findWidget } from '../../db/widgets.ts'
import { publishCustomer } from '../customers/visibleCustomer.ts'
import type { Handler } from '../handler.ts'

/** The questions are kept with the answers, as they were put then. */
export const fillForm: Handler<'customer.fill-form'> = async (
  work,
  { customerId },
  { widgetId, answers, consent },
) => {
  const { tx, organizationId, now } = work
  const found = await findWidget(tx, widgetId)
  const form = found?.organizationId === organizationId ? found.widget.form : null
  if (!found || !form) return refuse('not-found')
  const asksConsent = !isEmptyText(form.consent)
  if (Object.keys(answerProblems(form, answers)).length > 0 || (asksConsent && !consent)) {
    return refuse('form-incomplete')
  }
  const filled = {
    answers: form.fields.flatMap(({ id, label }) => {
      const value = (answers[id] ?? '').trim()
      return value === '' ? [] : [{ label: textIn(label, found.language, found.language), value }]
    }),
    consent: asksConsent ? textIn(form.consent, found.language, found.language) : '',
    at: now,
  }
  await saveFilled(tx, organizationId, customerId, filled)
  await publishCustomer(work, customerId)
  return ok({})
}
