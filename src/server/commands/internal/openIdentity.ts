import { ok, refuse } from '../../../base/result.ts'
import { entryOf } from '../../../protocol/mainAccount.ts'
import type { ConversationId, Customer, CustomerId, IdentityId } from '../../../protocol/model/index.ts'
import {
  conversationsByIds,
  giveConversation,
  insertConversation,
  saveEntry,
  saveSource,
} from '../../db/conversations.ts'
import { findCustomer, insertCustomer } from '../../db/customers.ts'
import { findIdentityByKey, insertIdentity, touchIdentity } from '../../db/identities.ts'
import { takeCustomerNumber } from '../../db/organizations.ts'
import { saveSaid, saveVerified, saveVerifiedContact } from '../../db/saidOfCustomers.ts'
import { findWidget } from '../../db/widgets.ts'
import type { OpenIdentity } from '../../engine/types.ts'
import type { Work } from '../../engine/work.ts'
import { publishCustomer } from '../customers/visibleCustomer.ts'
import type { InternalHandler } from '../handler.ts'
import { becomeKnown } from './becomeKnown.ts'

/** Finds who a visitor is; a new one gets a customer with a number and an empty conversation. */
export const openIdentity: InternalHandler<'identity.open'> = async (work, args) => {
  const opened = (await becomeKnown(work, args)) ?? (await findOrMake(work, args))
  if (opened.ok) await keepWords(work, opened.value.customerId, args)
  return opened
}

const findOrMake: InternalHandler<'identity.open'> = async (work, args) => {
  const { tx, organizationId, now } = work
  const { channel = 'web' } = args
  const known = await findIdentityByKey(tx, organizationId, channel, args.keyHash)
  if (known) {
    await touchIdentity(tx, organizationId, known.id, now)
    const { id, customerId, conversationId } = known
    // Coming back by hand does not undo how somebody came last.
    if (args.source.kind !== 'direct') await saveSource(tx, organizationId, conversationId, args.source)
    await keepEntry(work, conversationId, args)
    return ok({ identityId: id, customerId, conversationId, fresh: false })
  }
  const widget = await findWidget(tx, args.widgetId)
  if (widget?.organizationId !== organizationId) return refuse('not-found')
  const elsewhere = await onOtherChannel(work, args)
  const customer = elsewhere ?? (await newCustomer(work, args))
  const conversationId = work.ids.next() as ConversationId
  const identityId = work.ids.next() as IdentityId
  if (!elsewhere) await insertCustomer(tx, organizationId, customer)
  const row = {
    id: conversationId,
    customerId: customer.id,
    channel,
    widgetId: entryOf(args.widgetId),
    createdAt: now,
  }
  await insertConversation(tx, organizationId, row, args.source)
  if (elsewhere) await giveConversation(tx, organizationId, conversationId, customer.id)
  await insertIdentity(
    tx,
    organizationId,
    {
      id: identityId,
      channel,
      keyHash: args.keyHash,
      customerId: customer.id,
      conversationId,
      widgetId: row.widgetId,
    },
    now,
  )
  const [conversation] = await conversationsByIds(tx, organizationId, [conversationId])
  if (!conversation) throw new Error('the conversation was just made')
  work.publish(`thread:${conversationId}`, 'conversation.opened', { conversation, customer })
  return ok({ identityId, customerId: customer.id, conversationId, fresh: true })
}

/** An account can come by another entry than last time: whoever that one names receives them now. */
const keepEntry = async (
  work: Work,
  conversationId: ConversationId,
  { widgetId }: OpenIdentity,
): Promise<void> => {
  const { tx, organizationId } = work
  if (!(await saveEntry(tx, organizationId, conversationId, entryOf(widgetId)))) return
  const [conversation] = await conversationsByIds(tx, organizationId, [conversationId])
  const customer = conversation && (await findCustomer(tx, organizationId, conversation.customerId))
  if (customer) work.publish(`thread:${conversationId}`, 'conversation.opened', { conversation, customer })
}

/** Whom the company vouches for is the same customer by whichever entry they come. */
const onOtherChannel = async (
  { tx, organizationId }: Work,
  { user, keyHash, channel = 'web' }: OpenIdentity,
): Promise<Customer | undefined> => {
  if (!user) return undefined
  const other = await findIdentityByKey(tx, organizationId, channel === 'web' ? 'im' : 'web', keyHash)
  return other && findCustomer(tx, organizationId, other.customerId)
}

/** What is proved, and what is only said, each in its place. */
const keepWords = async (
  work: Work,
  customerId: CustomerId,
  { user, contact, said }: OpenIdentity,
): Promise<void> => {
  const { tx, organizationId } = work
  const isUser = user !== undefined && (await saveVerified(tx, organizationId, customerId, user))
  const isContact =
    contact !== undefined && (await saveVerifiedContact(tx, organizationId, customerId, contact))
  const isVerified = isUser || isContact
  const isSaid = said !== undefined && (await saveSaid(tx, organizationId, customerId, said))
  if (isVerified || isSaid) await publishCustomer(work, customerId)
}

const newCustomer = async (work: Work, { source, language }: OpenIdentity): Promise<Customer> => ({
  id: work.ids.next() as CustomerId,
  number: await takeCustomerNumber(work.tx, work.organizationId),
  name: '',
  phone: '',
  email: '',
  company: '',
  region: '',
  language: /^[\w-]{1,16}/u.exec(language)?.[0] ?? '',
  source: source.campaign['source'] ?? source.host,
  type: 'new',
  ownership: 'company-pool',
  ownerId: null,
  tagIds: [],
  note: '',
  createdAt: work.now,
  version: 1,
})
