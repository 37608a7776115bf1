import { sql } from '../../base/sql.ts'
import { WON_STAGE } from '../../protocol/model/index.ts'
import type {
  AgentId,
  Customer,
  CustomerBlock,
  CustomerDetails,
  CustomerId,
  FilledForm,
  OrganizationId,
  SaidOfVisitor,
  StageId,
  TagId,
} from '../../protocol/model/index.ts'
import { markBlocked } from './conversations.ts'
import { anyOf } from './lists.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface CustomerRow {
  readonly id: CustomerId
  readonly number: number
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly company: string
  readonly region: string
  readonly language: string
  readonly source: string
  readonly type: Customer['type']
  readonly ownership: Customer['ownership']
  readonly owner_id: AgentId | null
  readonly note: string
  readonly created_at: number
  readonly version: number
  readonly block_reason: string | null
  readonly block_at: number | null
  readonly block_until: number | null
  readonly block_by: AgentId | null
  readonly verified_as: string | null
  readonly verified_email: string | null
  readonly verified_phone: string | null
  readonly said: string | null
  readonly filled: string | null
  readonly stage_id: StageId | null
  readonly details: string | null
}

/** Inserts the customer and their tags. */
export const insertCustomer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customer: Customer,
): Promise<void> => {
  await db.run(sql`
    insert into customers (organization_id, id, number, name, phone, email, company, region, language, source, type,
      ownership, owner_id, note, created_at, version)
    values (${organizationId}, ${customer.id}, ${customer.number}, ${customer.name}, ${customer.phone},
      ${customer.email}, ${customer.company}, ${customer.region}, ${customer.language}, ${customer.source},
      ${customer.type}, ${customer.ownership}, ${customer.ownerId}, ${customer.note}, ${customer.createdAt},
      ${customer.version})`)
  for (const tagId of customer.tagIds) await addTag(db, organizationId, customer.id, tagId)
}

export const findCustomer = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<Customer | undefined> => (await customersByIds(db, organizationId, [customerId]))[0]

export const ownerOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<AgentId | null> =>
  (
    await db.get<{ owner_id: AgentId | null }>(
      sql`select owner_id from customers where organization_id = ${organizationId} and id = ${customerId}`,
    )
  )?.owner_id ?? null

export const customersByIds = async (
  db: ReadDb,
  organizationId: OrganizationId,
  ids: readonly CustomerId[],
): Promise<Customer[]> => {
  if (ids.length === 0) return []
  const rows = await db.all<CustomerRow>(sql`
    select id, number, name, phone, email, company, region, language, source, type, ownership, owner_id, note,
      created_at, version, block_reason, block_at, block_until, block_by, verified_as, verified_email, verified_phone, said,
      filled, stage_id, details
    from customers where organization_id = ${organizationId} and id in (${anyOf(ids)})`)
  const tags = await db.all<{ customer_id: CustomerId; tag_id: TagId }>(sql`
    select customer_id, tag_id from customer_tags
    where organization_id = ${organizationId} and customer_id in (${anyOf(ids)}) order by customer_id, tag_id`)
  const tagsByCustomer = Map.groupBy(tags, (tag) => tag.customer_id)
  return rows.map((row) =>
    rowToCustomer(
      row,
      (tagsByCustomer.get(row.id) ?? []).map((tag) => tag.tag_id),
    ),
  )
}

/** Saves the fields an agent may fill in, if nobody saved before: `version` is the one the author saw. */
export const saveCustomerFields = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customer: Pick<
    Customer,
    'id' | 'name' | 'phone' | 'email' | 'company' | 'note' | 'type' | 'region' | 'details'
  >,
  version: number,
): Promise<boolean> =>
  (await db.run(sql`
    update customers set name = ${customer.name}, phone = ${customer.phone}, email = ${customer.email},
      company = ${customer.company}, note = ${customer.note}, type = ${customer.type},
      region = ${customer.region}, details = ${JSON.stringify(customer.details ?? {})}, version = version + 1
    where organization_id = ${organizationId} and id = ${customer.id} and version = ${version}`)) === 1

/** Says how far the company has come with the customer; won once, a customer stays one who was won (R-05-075). */
export const saveStage = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  stageId: StageId | null,
): Promise<void> => {
  await db.run(sql`
    update customers set stage_id = ${stageId}, version = version + 1,
      type = case when ${stageId === WON_STAGE ? 1 : 0} = 1 then 'won' else type end
    where organization_id = ${organizationId} and id = ${customerId}`)
}

/** Blocks a customer on all their conversations, or with null takes the block back. */
export const saveBlock = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  block: CustomerBlock | null,
): Promise<void> => {
  await db.run(sql`
    update customers set block_reason = ${block?.reason ?? null}, block_at = ${block?.at ?? null},
      block_until = ${block?.until ?? null}, block_by = ${block?.byId ?? null}, version = version + 1
    where organization_id = ${organizationId} and id = ${customerId}`)
  await markBlocked(db, organizationId, customerId)
}

/** Whose customer it is from now on, null: nobody's; false: it was so already, or there is no such customer. */
export const saveOwner = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  ownerId: AgentId | null,
): Promise<boolean> =>
  (await db.run(sql`
    update customers set owner_id = ${ownerId}, ownership = ${ownerId ? 'owned' : 'company-pool'}, version = version + 1
    where organization_id = ${organizationId} and id = ${customerId} and coalesce(owner_id, '') <> ${ownerId ?? ''}`)) ===
  1

/** Raises the version of a customer whose tags changed. */
export const touchCustomer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
): Promise<void> => {
  await db.run(sql`
    update customers set version = version + 1 where organization_id = ${organizationId} and id = ${customerId}`)
}

export const addTag = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  tagId: TagId,
): Promise<boolean> =>
  (await db.run(sql`
    insert into customer_tags (organization_id, customer_id, tag_id)
    values (${organizationId}, ${customerId}, ${tagId}) on conflict do nothing`)) === 1

export const removeTag = async (
  db: WriteDb,
  organizationId: OrganizationId,
  customerId: CustomerId,
  tagId: TagId,
): Promise<boolean> =>
  (await db.run(sql`
    delete from customer_tags
    where organization_id = ${organizationId} and customer_id = ${customerId} and tag_id = ${tagId}`)) === 1

/**
 * What is known of a customer goes over to another one, as far as that one lacks it, and the row goes where nothing hangs on
 * it any more: somebody who turned out to be known leaves nobody without a conversation behind (R-18-055).
 */
export const mergeCustomer = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { from, to }: { readonly from: CustomerId; readonly to: CustomerId },
): Promise<void> => {
  await db.run(sql`
    insert into customer_tags (organization_id, customer_id, tag_id)
    select organization_id, ${to}, tag_id from customer_tags
    where organization_id = ${organizationId} and customer_id = ${from} on conflict do nothing`)
  await db.run(sql`
    insert into block_entries (organization_id, agent_id, customer_id, at)
    select organization_id, agent_id, ${to}, at from block_entries
    where organization_id = ${organizationId} and customer_id = ${from} on conflict do nothing`)
  await markBlocked(db, organizationId, to)
  const former = sql`(select * from customers f where f.organization_id = ${organizationId} and f.id = ${from})`
  await db.run(sql`
    update customers set version = version + 1,
      note = case when note = '' then (select f.note from ${former} f) else note end,
      company = case when company = '' then (select f.company from ${former} f) else company end,
      name = case when name = '' then (select f.name from ${former} f) else name end,
      phone = case when phone = '' then (select f.phone from ${former} f) else phone end,
      email = case when email = '' then (select f.email from ${former} f) else email end,
      filled = coalesce(filled, (select f.filled from ${former} f)),
      stage_id = coalesce(stage_id, (select f.stage_id from ${former} f)),
      details = coalesce(details, (select f.details from ${former} f))
    where organization_id = ${organizationId} and id = ${to}`)
  await db.run(sql`
    update follow_records set customer_id = ${to} where organization_id = ${organizationId} and customer_id = ${from}`)
  const stays = await db.get(sql`
    select 1 as found from conversations where organization_id = ${organizationId} and customer_id = ${from}
    union all select 1 from identities where organization_id = ${organizationId} and customer_id = ${from} limit 1`)
  if (stays) return
  const of = sql`where organization_id = ${organizationId} and customer_id = ${from}`
  await db.run(sql`delete from customer_tags ${of}`)
  await db.run(sql`delete from customer_changes ${of}`)
  await db.run(sql`delete from block_entries ${of}`)
  await db.run(sql`delete from customers where organization_id = ${organizationId} and id = ${from}`)
}

const rowToCustomer = (row: CustomerRow, tagIds: TagId[]): Customer => ({
  id: row.id,
  number: row.number,
  name: row.name,
  phone: row.phone,
  email: row.email,
  company: row.company,
  region: row.region,
  language: row.language,
  source: row.source,
  type: row.type,
  ownership: row.ownership,
  ownerId: row.owner_id,
  tagIds,
  note: row.note,
  createdAt: row.created_at,
  version: row.version,
  ...(row.verified_as !== null && { verifiedAs: row.verified_as }),
  ...(row.verified_email !== null && { verifiedEmail: row.verified_email }),
  ...(row.verified_phone !== null && { verifiedPhone: row.verified_phone }),
  ...(row.said !== null && { said: JSON.parse(row.said) as SaidOfVisitor }),
  ...(row.filled !== null && { filled: JSON.parse(row.filled) as FilledForm }),
  ...(row.stage_id !== null && { stageId: row.stage_id }),
  ...(row.details !== null && { details: JSON.parse(row.details) as CustomerDetails }),
  ...blockOf(row),
})

const blockOf = ({ block_reason, block_at, block_until, block_by }: CustomerRow): Pick<Customer, 'block'> =>
  block_reason === null || block_at === null || block_by === null
    ? {}
    : { block: { reason: block_reason, at: block_at, until: block_until, byId: block_by } }
