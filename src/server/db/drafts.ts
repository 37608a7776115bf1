import { sql } from '../../base/sql.ts'
import type {
  AgentId,
  ConversationId,
  Draft,
  DraftContent,
  OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

interface DraftRow {
  readonly conversation_id: ConversationId
  readonly version: number
  readonly writer: string
  readonly content: string | null
}

export const findDraft = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  conversationId: ConversationId,
): Promise<Draft | undefined> => {
  const row = await db.get<DraftRow>(sql`
    select conversation_id, version, writer, content from drafts
    where organization_id = ${organizationId} and agent_id = ${agentId}
      and conversation_id = ${conversationId}`)
  return row && rowToDraft(row)
}

/** Those with something in them. */
export const draftsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<Draft[]> =>
  (
    await db.all<DraftRow>(sql`
      select conversation_id, version, writer, content from drafts
      where organization_id = ${organizationId} and agent_id = ${agentId} and content is not null
      order by conversation_id`)
  ).map(rowToDraft)

export const countDrafts = async (
  db: ReadDb,
  organizationId: OrganizationId,
  agentId: AgentId,
): Promise<number> => {
  const row = await db.get<{ drafts: number }>(sql`
    select count(*) as drafts from drafts
    where organization_id = ${organizationId} and agent_id = ${agentId} and content is not null`)
  return Number(row?.drafts ?? 0)
}

export const saveDraft = async (
  db: WriteDb,
  organizationId: OrganizationId,
  agentId: AgentId,
  { conversationId, version, writer, content }: Draft,
  at: number,
): Promise<void> => {
  await db.run(sql`
    insert into drafts (organization_id, agent_id, conversation_id, version, writer, content, saved_at)
    values (${organizationId}, ${agentId}, ${conversationId}, ${version}, ${writer},
      ${content && JSON.stringify(content)}, ${at})
    on conflict (organization_id, agent_id, conversation_id) do update set
      version = excluded.version, writer = excluded.writer, content = excluded.content,
      saved_at = excluded.saved_at`)
}

/** Forgets that there were drafts once, which nobody is told any more. */
export const forgetEmptyDrafts = async (
  db: WriteDb,
  organizationId: OrganizationId,
  before: number,
): Promise<void> => {
  await db.run(sql`
    delete from drafts
    where organization_id = ${organizationId} and content is null and saved_at < ${before}`)
}

const rowToDraft = ({ conversation_id: conversationId, version, writer, content }: DraftRow): Draft => ({
  conversationId,
  version,
  writer,
  content: content === null ? null : (JSON.parse(content) as DraftContent),
})
