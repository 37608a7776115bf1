import { canBeSent, transferredIn } from '../../domain/sessions/transferForm.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import { readSession } from '../store/sessions.ts'
import { readForms, removeForm } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

/**
 * Forgets what was written to give a session to somebody else once that cannot be done any more: it ended, or went to another
 * agent, without a word of whoever had begun.
 */
export const tidyForms = (store: Store, me: AgentId): void => {
  const stale = Object.keys(readForms(store.own, me)).filter((form) => {
    const sessionId = transferredIn(form)
    return sessionId !== null && !canBeSent(form, readSession(store.cache, sessionId), me)
  })
  if (stale.length === 0) return
  store.writeOwn((own) => {
    for (const form of stale) removeForm(own, me, form)
  })
}
