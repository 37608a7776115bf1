import { ok } from '../../../base/result.ts'
import { contactKeyOf } from '../../auth/im/signInCodes.ts'
import { findIdentityByKey } from '../../db/identities.ts'
import { accountOfAddress, imAddressesOf, insertImAddress } from '../../db/imAddresses.ts'
import { saveVerifiedContact } from '../../db/saidOfCustomers.ts'
import { publishCustomer } from '../customers/visibleCustomer.ts'
import type { InternalHandler } from '../handler.ts'

/**
 * One account that is opened by an e-mail address and by a phone number (R-02-011).
 *
 * An address that has opened an account of its own stays with that one: whoever joined them would have to choose which
 * of two threads goes on, and to take apart what was wrongly joined.
 */
export const joinAddress: InternalHandler<'identity.join'> = async (work, { keyHash, own, contact }) => {
  const { tx, organizationId } = work
  const account = await findIdentityByKey(tx, organizationId, 'im', keyHash)
  if (!account) return ok({ joined: 'no-account' })
  const added = contactKeyOf(contact)
  const opened =
    (await accountOfAddress(tx, organizationId, added)) ??
    (await findIdentityByKey(tx, organizationId, 'im', added))?.keyHash
  if (opened === keyHash) return ok({ joined: 'yes' })
  const kinds = [own, ...(await imAddressesOf(tx, organizationId, keyHash))].map(({ kind }) => kind)
  if (opened !== undefined || kinds.includes(contact.kind)) return ok({ joined: 'taken' })
  for (const each of [own, contact]) {
    const row = { keyHash: contactKeyOf(each), accountHash: keyHash, contact: each }
    await insertImAddress(tx, organizationId, row)
  }
  await saveVerifiedContact(tx, organizationId, account.customerId, contact)
  await publishCustomer(work, account.customerId)
  return ok({ joined: 'yes' })
}
