import type { ConversationView } from '../../client/api.ts'
import { useTranslation } from '../translation/index.ts'
import { plainLine } from '../ui/index.ts'

/**
 * How a customer is called: the name, else "Visitor 1024"; a chat without a name after `members`, of whom `name` has the
 * first. With nobody it is the file assistant.
 */
export const useCustomerName = (): ((name: string, number: number, members?: number | null) => string) => {
  const { t } = useTranslation('common')
  return (name, number, members = null) => {
    if (members === 0) return t('fileAssistant')
    return members === null
      ? plainLine(name) || t('visitor', { number })
      : t('chatOf', { names: plainLine(name), count: members })
  }
}

/** How the agent calls the customer of a conversation: a private remark wins over the library name (R-03-132). */
export const useContactName = (): ((view: Pick<ConversationView, 'customer' | 'remark'>) => string) => {
  const nameOf = useCustomerName()
  return ({ customer, remark }) => nameOf(remark ?? customer.name, customer.number)
}

/** A name in full for the tooltip: beside an own remark stands what everybody calls the customer (R-03-135). */
export const useFullName = (): ((name: string, publicName: string | null, number: number) => string) => {
  const { t } = useTranslation('common')
  const nameOf = useCustomerName()
  return (name, publicName, number) =>
    publicName === null
      ? nameOf(name, number)
      : t('remarked', { remark: nameOf(name, number), name: nameOf(publicName, number) })
}
