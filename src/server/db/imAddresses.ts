import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { SignInContact } from '../../protocol/signInContact.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** The addresses of an account that has more than one, each by what opens it; of another account there are none. */
export const imAddressesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  accountHash: string,
): Promise<SignInContact[]> =>
  db.all<{ kind: SignInContact['kind']; address: string }>(sql`
    select kind, address from im_addresses
    where organization_id = ${organizationId} and account_hash = ${accountHash} order by kind`)

/** Which account an address opens; undefined: it was never joined to one. */
export const accountOfAddress = async (
  db: ReadDb,
  organizationId: OrganizationId,
  keyHash: string,
): Promise<string | undefined> =>
  (
    await db.get<{ account_hash: string }>(sql`
      select account_hash from im_addresses where organization_id = ${organizationId} and key_hash = ${keyHash}`)
  )?.account_hash

/** Once for each address; an account has one of a kind. */
export const insertImAddress = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { keyHash, accountHash, contact }: ImAddress,
): Promise<void> => {
  await db.run(sql`
    insert into im_addresses (organization_id, key_hash, account_hash, kind, address)
    values (${organizationId}, ${keyHash}, ${accountHash}, ${contact.kind}, ${contact.address})
    on conflict (organization_id, key_hash) do nothing`)
}

interface ImAddress {
  readonly keyHash: string
  /** Under which the account's identity is found. */
  readonly accountHash: string
  readonly contact: SignInContact
}
