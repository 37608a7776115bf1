import { deleteBotTalk } from '../../db/botTalks.ts'
import { findCustomer } from '../../db/customers.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { routeSession } from './routeSession.ts'
import { appendLine, type Thread } from './thread.ts'

/**
 * Takes a session from its bot and looks for a person, from step 5 of routing on (R-02-232). The bot's talk is part of the
 * thread: whoever receives it reads all of it.
 */
export const handOverToPeople = async (work: Work, thread: Thread, stored: StoredSession): Promise<void> => {
  const { id, bot, customerId } = stored.session
  const customer = await findCustomer(work.tx, work.organizationId, customerId)
  await deleteBotTalk(work.tx, work.organizationId, id)
  await appendLine(work, thread, id, 'bot-handed-over', {
    bot: bot?.name ?? '',
    ...(customer?.name && { customer: customer.name }),
    number: String(customer?.number ?? 0),
  })
  await routeSession(work, thread, stored, 'bot')
}
