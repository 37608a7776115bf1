import { ok, refuse } from '../../../base/result.ts'
import type { ConversationId, Customer, CustomerId, IdentityId } from '../../../protocol/model/index.ts'
import { conversationsByIds, insertConversation } from '../../db/conversations.ts'
import { insertCustomer } from '../../db/customers.ts'
import { findIdentityByKey, insertIdentity, touchIdentity } from '../../db/identities.ts'
import { takeCustomerNumber } from '../../db/organizations.ts'
import { findWidget } from '../../db/widgets.ts'
import type { OpenIdentity } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import type { InternalHandler } from '../handler.ts'

/** Finds who a visitor token belongs to; a new token gets a customer with a number and an empty conversation. */
export const openIdentity: InternalHandler<'identity.open'> = async (work, args) => {
  const { tx, organizationId, now } = work
  const known = await findIdentityByKey(tx, organizationId, 'web', args.keyHash)
  if (known) {
    await touchIdentity(tx, organizationId, known.id, now)
    const { id, customerId, conversationId } = known
    return ok({ identityId: id, customerId, conversationId, fresh: false })
  }
  const widget = await findWidget(tx, args.widgetId)
  if (widget?.organizationId !== organizationId) return refuse('not-found')
  const customer = await newCustomer(work, args)
  const conversationId = work.ids.next() as ConversationId
  const identityId = work.ids.next() as IdentityId
  await insertCustomer(tx, organizationId, customer)
  await insertConversation(tx, organizationId, {
    id: conversationId,
    customerId: customer.id,
    channel: 'web',
    widgetId: args.widgetId,
    createdAt: now,
  })
  await insertIdentity(
    tx,
    organizationId,
    {
      id: identityId,
      channel: 'web',
      keyHash: args.keyHash,
      customerId: customer.id,
      conversationId,
      widgetId: args.widgetId,
    },
    now,
  )
  const [conversation] = await conversationsByIds(tx, organizationId, [conversationId])
  if (!conversation) throw new Error('the conversation was just made')
  work.publish(`thread:${conversationId}`, 'conversation.opened', { conversation, customer })
  return ok({ identityId, customerId: customer.id, conversationId, fresh: true })
}

const newCustomer = async (work: Work, { page }: OpenIdentity): Promise<Customer> => ({
  id: work.ids.next() as CustomerId,
  number: await takeCustomerNumber(work.tx, work.organizationId),
  name: '',
  phone: '',
  email: '',
  company: '',
  region: '',
  language: /^[\w-]{1,16}/u.exec(page.language)?.[0] ?? '',
  source: hostOf(page.referrer),
  type: 'new',
  ownership: 'company-pool',
  ownerId: null,
  tagIds: [],
  note: '',
  createdAt: work.now,
  version: 1,
})

/** The page said it, so it is only words: the host is kept and nothing else (R-18-058). */
const hostOf = (referrer: string): string =>
  URL.canParse(referrer) ? new URL(referrer).host.slice(0, 128) : ''
