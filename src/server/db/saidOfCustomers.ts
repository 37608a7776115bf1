/** What the page and the customers themselves say of who they are; it never goes over what an agent has filled in. */
import { sql } from '../../base/sql.ts'
import type { CustomerId, FilledForm, OrganizationId, SaidOfVisitor } from '../../protocol/model/index.ts'
import type { SignInContact } from '../../protocol/signInContact.ts'
import type { WriteDb } from './port.ts'

/** The company has vouched for them; what it says of them fills only what nobody has filled in yet. */
export const saveVerified = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  { userId, name, email, phone }: SaidOfVisitor & { readonly userId: string },
): Promise<boolean> =>
  (await db.run(sql`
    update customers set verified_as = ${userId}, version = version + 1,
      name = case when name = '' then ${name} else name end,
      email = case when email = '' then ${email} else email end,
      phone = case when phone = '' then ${phone} else phone end
    where organization_id = ${organizationId} and id = ${customerId}
      and (verified_as is null or (name = '' and ${name} <> '') or (email = '' and ${email} <> '')
        or (phone = '' and ${phone} <> ''))`)) === 1

/** They have proved that the address is theirs; it fills only what nobody has filled in yet. False: it is known. */
export const saveVerifiedContact = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  { kind, address }: SignInContact,
): Promise<boolean> => {
  const where = sql`organization_id = ${organizationId} and id = ${customerId}`
  const changed =
    kind === 'email'
      ? await db.run(sql`
          update customers set verified_email = ${address}, version = version + 1,
            email = case when email = '' then ${address} else email end
          where ${where} and coalesce(verified_email, '') <> ${address}`)
      : await db.run(sql`
          update customers set verified_phone = ${address}, version = version + 1,
            phone = case when phone = '' then ${address} else phone end
          where ${where} and coalesce(verified_phone, '') <> ${address}`)
  return changed === 1
}

/** What they say of themselves now; false: it is what they said before. */
export const saveSaid = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  said: SaidOfVisitor,
): Promise<boolean> => {
  const text = JSON.stringify(said)
  return (
    (await db.run(sql`
      update customers set said = ${text}, version = version + 1
      where organization_id = ${organizationId} and id = ${customerId} and coalesce(said, '') <> ${text}`)) ===
    1
  )
}

/** What they answered before a chat; the answers of last time go. */
export const saveFilled = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  filled: FilledForm,
): Promise<void> => {
  await db.run(sql`
    update customers set filled = ${JSON.stringify(filled)}, version = version + 1
    where organization_id = ${organizationId} and id = ${customerId}`)
}
