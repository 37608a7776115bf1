import { sql } from '../../base/sql.ts'
import { NO_TOPICS, type OrganizationId, type Topic, type TopicList } from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const topicListOf = async (db: ReadDb, organizationId: OrganizationId): Promise<TopicList> => {
  const row = await db.get<{ enabled: number; required: number; topics: string; version: number }>(sql`
    select enabled, required, topics, version from topic_lists where organization_id = ${organizationId}`)
  if (!row) return NO_TOPICS
  return {
    on: row.enabled === 1,
    required: row.required === 1,
    topics: JSON.parse(row.topics) as Topic[],
    version: row.version,
  }
}

/** Makes the list with its first version, or saves the next one. */
export const saveTopicList = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { on, required, topics, version }: TopicList,
): Promise<void> => {
  await db.run(sql`
    insert into topic_lists (organization_id, enabled, required, topics, version)
    values (${organizationId}, ${on ? 1 : 0}, ${required ? 1 : 0}, ${JSON.stringify(topics)}, ${version})
    on conflict (organization_id) do update set enabled = excluded.enabled, required = excluded.required,
      topics = excluded.topics, version = excluded.version`)
}
