import { sql } from '../../base/sql.ts'
import type { AgentId, DeviceId, OrganizationId } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** A signed-in device. */
export interface AccessToken {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly deviceId: DeviceId
  readonly lastUsedAt: number
  readonly expiresAt: number
  /** Since when the people of the organisation are as they are; see `Counters`. */
  readonly configRevision: number
}

interface AccessTokenRow {
  organization_id: OrganizationId
  agent_id: AgentId
  device_id: DeviceId
  last_used_at: number
  expires_at: number
  config_revision: number
}

export interface NewAccessToken {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly tokenHash: string
  readonly device: { readonly id: DeviceId; readonly kind: string; readonly name: string }
  readonly at: number
  readonly expiresAt: number
}

/** Signing in again on the same device replaces its token. */
export const insertAccessToken = async (db: WriteDb, token: NewAccessToken): Promise<void> => {
  await db.run(sql`
    delete from access_tokens
    where organization_id = ${token.organizationId} and agent_id = ${token.agentId}
      and device_id = ${token.device.id}`)
  await db.run(sql`
    insert into access_tokens (organization_id, token_hash, agent_id, device_id, device_kind, device_name,
      created_at, last_used_at, expires_at)
    values (${token.organizationId}, ${token.tokenHash}, ${token.agentId}, ${token.device.id},
      ${token.device.kind}, ${token.device.name}, ${token.at}, ${token.at}, ${token.expiresAt})`)
}

export const findAccessToken = async (db: ReadDb, tokenHash: string): Promise<AccessToken | undefined> => {
  const row = await db.get<AccessTokenRow>(sql`
    select t.organization_id, t.agent_id, t.device_id, t.last_used_at, t.expires_at,
      (select o.config_revision from organizations o where o.organization_id = t.organization_id) as config_revision
    from access_tokens t where t.token_hash = ${tokenHash}`)
  return (
    row && {
      organizationId: row.organization_id,
      agentId: row.agent_id,
      deviceId: row.device_id,
      lastUsedAt: row.last_used_at,
      expiresAt: row.expires_at,
      configRevision: row.config_revision,
    }
  )
}

/** Keeps a device that is used signed in. */
export const extendAccessToken = async (
  db: WriteDb,
  tokenHash: string,
  at: number,
  expiresAt: number,
): Promise<void> => {
  await db.run(sql`
    update access_tokens set last_used_at = ${at}, expires_at = ${expiresAt} where token_hash = ${tokenHash}`)
}

export const deleteAccessToken = async (db: WriteDb, tokenHash: string): Promise<boolean> =>
  (await db.run(sql`delete from access_tokens where token_hash = ${tokenHash}`)) > 0

export const deleteExpiredAccessTokens = async (db: WriteDb, before: number): Promise<void> => {
  await db.run(sql`delete from access_tokens where expires_at < ${before}`)
}

export interface SignedInDevice {
  readonly tokenHash: string
  readonly id: DeviceId
  readonly kind: string
  readonly name: string
  readonly since: number
  readonly lastUsedAt: number
}

/** Where an agent is signed in, the one used last first. */
export const devicesOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  now: number,
): Promise<SignedInDevice[]> => {
  const rows = await db.all<{
    token_hash: string
    device_id: DeviceId
    device_kind: string
    device_name: string
    created_at: number
    last_used_at: number
  }>(sql`
    select token_hash, device_id, device_kind, device_name, created_at, last_used_at from access_tokens
    where organization_id = ${organizationId} and agent_id = ${agentId} and expires_at > ${now}
    order by last_used_at desc, token_hash`)
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    id: row.device_id,
    kind: row.device_kind,
    name: row.device_name,
    since: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Signs one device of an agent out; the hashes of what it had. */
export const deleteTokensOfDevice = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  deviceId: DeviceId,
): Promise<string[]> =>
  hashes(
    await db.all<HashRow>(sql`
      delete from access_tokens
      where organization_id = ${organizationId} and agent_id = ${agentId} and device_id = ${deviceId}
      returning token_hash`),
  )

/** Signs every device of an agent out but one. */
export const deleteTokensBeside = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  kept: string,
): Promise<string[]> =>
  hashes(
    await db.all<HashRow>(sql`
      delete from access_tokens
      where organization_id = ${organizationId} and agent_id = ${agentId} and token_hash <> ${kept}
      returning token_hash`),
  )

interface HashRow {
  readonly token_hash: string
}

const hashes = (rows: readonly HashRow[]): string[] => rows.map(({ token_hash: hash }) => hash)
