import type { OpenView } from '../../../client/api.ts'
import { fillVariables } from '../../../domain/quickReplies/variables.ts'
import { useQuery } from '../../core/index.ts'
import { serverNow, useLanguage } from '../../ui/index.ts'

/** Fills a text with what is known of the conversation. A private name of the customer is nothing to tell them. */
export const useVariables = (view: OpenView): ((text: string) => string) => {
  const language = useLanguage()
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me
  return (text) =>
    fillVariables(text, {
      customer: ('customer' in view && view.customer.name) || undefined,
      agent: organization?.agents.find(({ id }) => id === me?.agentId)?.outwardName || undefined,
      company: organization?.organization.name || undefined,
      today: new Date(serverNow()).toLocaleDateString(language, { dateStyle: 'long' }),
    })
}
