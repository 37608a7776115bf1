import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { SignInContact } from '../../protocol/signInContact.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** One device on which a customer is signed in. */
export interface ImSignIn {
  /** Under which the account's identity is found, by whichever of its addresses they came. */
  readonly keyHash: string
  readonly contact: SignInContact
  readonly lastUsedAt: number
}

export const insertImSignIn = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { tokenHash, keyHash, contact, at }: Omit<ImSignIn, 'lastUsedAt'> & NewImSignIn,
): Promise<void> => {
  await db.run(sql`
    insert into im_sign_ins (organization_id, token_hash, key_hash, kind, address, created_at, last_used_at)
    values (${organizationId}, ${tokenHash}, ${keyHash}, ${contact.kind}, ${contact.address}, ${at}, ${at})`)
}

interface NewImSignIn {
  readonly tokenHash: string
  readonly at: number
}

export const findImSignIn = async (
  db: ReadDb,
  organizationId: OrganizationId,
  tokenHash: string,
): Promise<ImSignIn | undefined> => {
  const row = await db.get<{
    key_hash: string
    kind: SignInContact['kind']
    address: string
    last_used_at: number
  }>(sql`
    select coalesce(a.account_hash, s.key_hash) as key_hash, s.kind, s.address, s.last_used_at
    from im_sign_ins s
    left join im_addresses a on a.organization_id = s.organization_id and a.key_hash = s.key_hash
    where s.organization_id = ${organizationId} and s.token_hash = ${tokenHash}`)
  return (
    row && {
      keyHash: row.key_hash,
      contact: { kind: row.kind, address: row.address },
      lastUsedAt: row.last_used_at,
    }
  )
}

export const touchImSignIn = async (
  db: WriteDb,
  organizationId: OrganizationId,
  tokenHash: string,
  at: number,
): Promise<void> => {
  await db.run(sql`
    update im_sign_ins set last_used_at = ${at}
    where organization_id = ${organizationId} and token_hash = ${tokenHash}`)
}

export const deleteImSignIn = async (
  db: WriteDb,
  organizationId: OrganizationId,
  tokenHash: string,
): Promise<void> => {
  await db.run(sql`
    delete from im_sign_ins where organization_id = ${organizationId} and token_hash = ${tokenHash}`)
}

export const deleteIdleImSignIns = async (
  db: WriteDb,
  organizationId: OrganizationId,
  before: number,
): Promise<void> => {
  await db.run(
    sql`delete from im_sign_ins where organization_id = ${organizationId} and last_used_at < ${before}`,
  )
}
