import { sql } from '../../base/sql.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** The code that was sent to an address last. */
export interface SignInCode {
  readonly codeHash: string
  readonly tries: number
  readonly sentAt: number
  readonly expiresAt: number
  /** `sentCount` codes were sent since then. */
  readonly countedFrom: number
}

/** How often codes go to one address. */
export interface CodePace {
  readonly betweenMs: number
  readonly most: number
  readonly perMs: number
}

/**
 * Puts the code in the place of the one before. False: codes were sent too often already.
 *
 * One statement decides and writes, so that of two who ask at once one gets nothing.
 */
export const replaceSignInCode = async (
  db: WriteDb,
  organizationId: OrganizationId,
  code: {
    readonly keyHash: string
    readonly codeHash: string
    readonly at: number
    readonly expiresAt: number
  },
  { betweenMs, most, perMs }: CodePace,
): Promise<boolean> => {
  const { keyHash, codeHash, at, expiresAt } = code
  const long = at - perMs
  await db.run(sql`
    delete from sign_in_codes
    where organization_id = ${organizationId} and expires_at < ${at} and counted_from < ${long}`)
  return (
    (await db.run(sql`
      insert into sign_in_codes (organization_id, key_hash, code_hash, tries, sent_at, expires_at, counted_from,
        sent_count)
      values (${organizationId}, ${keyHash}, ${codeHash}, 0, ${at}, ${expiresAt}, ${at}, 1)
      on conflict (organization_id, key_hash) do update set
        code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
        counted_from = case when sign_in_codes.counted_from < ${long}
          then excluded.counted_from else sign_in_codes.counted_from end,
        sent_count = case when sign_in_codes.counted_from < ${long} then 1 else sign_in_codes.sent_count + 1 end
      where sign_in_codes.sent_at <= ${at - betweenMs}
        and (sign_in_codes.counted_from < ${long} or sign_in_codes.sent_count < ${most})`)) === 1
  )
}

export const findSignInCode = async (
  db: ReadDb,
  organizationId: OrganizationId,
  keyHash: string,
): Promise<SignInCode | undefined> => {
  const row = await db.get<{
    code_hash: string
    tries: number
    sent_at: number
    expires_at: number
    counted_from: number
  }>(sql`
    select code_hash, tries, sent_at, expires_at, counted_from from sign_in_codes
    where organization_id = ${organizationId} and key_hash = ${keyHash}`)
  return (
    row && {
      codeHash: row.code_hash,
      tries: row.tries,
      sentAt: row.sent_at,
      expiresAt: row.expires_at,
      countedFrom: row.counted_from,
    }
  )
}

/** Counts a try before it is judged; false: there were as many already, or the code has run out. */
export const countCodeTry = async (
  db: WriteDb,
  organizationId: OrganizationId,
  keyHash: string,
  { at, most }: { readonly at: number; readonly most: number },
): Promise<boolean> =>
  (await db.run(sql`
    update sign_in_codes set tries = tries + 1
    where organization_id = ${organizationId} and key_hash = ${keyHash} and tries < ${most} and expires_at > ${at}`)) ===
  1

/** Takes the code away if it is still the same one; of two who use it at once one gets nothing. */
export const useSignInCode = async (
  db: WriteDb,
  organizationId: OrganizationId,
  keyHash: string,
  codeHash: string,
): Promise<boolean> =>
  (await db.run(sql`
    delete from sign_in_codes
    where organization_id = ${organizationId} and key_hash = ${keyHash} and code_hash = ${codeHash}`)) === 1
