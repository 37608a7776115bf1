import type { Migration } from './migration.ts'

/** What somebody did lately is looked up before it is written down a second time. */
export const auditIndex: Migration = {
  number: 56,
  name: 'audit-index',
  statements: () => ['create index audit_entries_of_actor on audit_entries (organization_id, actor_id, at)'],
}
