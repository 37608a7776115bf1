import { isEmptyText } from '../../../protocol/companyTexts.ts'
import type { WidgetTool, WrittenBody } from '../../../protocol/model/index.ts'
import { maySkip } from '../../../protocol/visitorFormRules.ts'
import { findCustomer } from '../../db/customers.ts'
import type { ThreadHead } from '../../db/threadHeads.ts'
import type { CustomerPrincipal } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'

/**
 * What the customer's entry has against a message; undefined: nothing. The window holds to the same rules, but not
 * everybody who can speak to the server is our window.
 *
 * The entries are in memory; only where one asks for answers, and only before the first message, is anything read.
 */
export const objectionOf = async (
  work: Work,
  principal: CustomerPrincipal,
  head: Pick<ThreadHead, 'open' | 'lastCustomerAt'>,
  body: WrittenBody,
): Promise<'form-needed' | 'not-offered' | undefined> => {
  const entry = (await work.directory()).widgets.get(principal.widgetId)
  const tool = toolFor(body)
  if (entry && tool && !entry.tools.includes(tool)) return 'not-offered'
  return (await lacksAnswers(work, principal, head)) ? 'form-needed' : undefined
}

/** The entry asks for answers before anything else, and they are not there (R-18-056). */
export const lacksAnswers = async (
  work: Work,
  { widgetId, customerId }: CustomerPrincipal,
  { open, lastCustomerAt }: Pick<ThreadHead, 'open' | 'lastCustomerAt'>,
): Promise<boolean> => {
  const form = (await work.directory()).widgets.get(widgetId)?.form
  if (open || lastCustomerAt !== null || !form || maySkip(form)) return false
  const filled = (await findCustomer(work.tx, work.organizationId, customerId))?.filled
  const isAgreed = isEmptyText(form.consent) || (filled !== undefined && filled.consent !== '')
  return !filled || !isAgreed
}

/** Null: text is written everywhere. */
const toolFor = (body: WrittenBody): WidgetTool | null => {
  switch (body.kind) {
    case 'text':
      return null
    case 'image':
      return 'picture'
    case 'file':
      return body.seconds === undefined ? 'file' : 'voice'
  }
}
