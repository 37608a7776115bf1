import { sql, type SqlValue } from '../../base/sql.ts'
import { mergeDrafts } from '../../domain/drafts/mergeDrafts.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { DraftFile, DraftView } from '../api.ts'
import type { Row, SqliteDriver } from '../ports/index.ts'
import { readDb, type WriteDb } from './database.ts'
import { listOwnDrafts, NO_DRAFT, readOwnDraft, saveDraft, type OwnDraft } from './drafts.ts'

/**
 * Takes over what another file of this device knows; both have the newest schema.
 *
 * Nothing that is there already is replaced, so doing it again changes nothing. A file in use goes on with its own
 * sign-in: the accounts of the other one have to sign in again, and find their drafts and unsent messages then.
 */
export const takeOver = (from: SqliteDriver, own: WriteDb): void => {
  const isFresh = own.get(sql`select 1 from device`) === undefined
  if (isFresh) copy(from, own, 'device')
  copy(from, own, 'accounts', isFresh ? (row) => row : (row) => ({ ...row, token: null }))
  copy(from, own, 'settings')
  copy(from, own, 'kept_settings')
  for (const { agent_id: agentId } of from.all<{ agent_id: AgentId }>('select distinct agent_id from drafts'))
    for (const draft of listOwnDrafts(readDb(from), agentId)) takeDraft(own, agentId, draft)
  // The order of writing is kept, behind what waits already; an id that is known was taken over before.
  copy(from, own, 'outbox', withoutPosition, 'order by position')
  copyParts(from, own, 'outbox_parts', 'id')
  copy(from, own, 'queued_commands', withoutPosition, 'order by position')
  copyParts(from, own, 'draft_parts', 'file_id')
  own.touch('*')
}

/** R-06-096: the newer text first, the other one kept below it. */
const takeDraft = (own: WriteDb, agentId: AgentId, draft: OwnDraft): void => {
  const there = readOwnDraft(own, agentId, draft.conversationId)
  if (there?.text.includes(draft.text) && draft.files.length === 0) return
  const isNewer = there !== null && there.savedAt < draft.savedAt
  const [newer, older] = isNewer ? [draft, there] : [there, draft]
  const merged = mergeDrafts<DraftFile, DraftView>(newer, older, ({ id }) => id) ?? draft
  const savedAt = Math.max(draft.savedAt, there?.savedAt ?? 0)
  saveDraft(own, agentId, draft.conversationId, { ...NO_DRAFT, ...contentOf(merged) }, savedAt)
}

const contentOf = ({ text, caret, quote, files }: DraftView) => ({ text, caret, quote, files })

/** A file waits in many parts: one at a time is in memory. */
const copyParts = (from: SqliteDriver, own: WriteDb, table: string, key: string): void => {
  for (const { id, part } of from.all<{ id: string; part: number }>(
    `select ${key} as id, part from ${table}`,
  )) {
    const row = from.get(`select * from ${table} where ${key} = ? and part = ?`, [id, part])
    if (row) insert(own, table, row)
  }
}

const copy = (
  from: SqliteDriver,
  own: WriteDb,
  table: string,
  change: (row: Row) => Row = (row) => row,
  order = '',
): void => {
  for (const row of from.all(`select * from ${table} ${order}`)) insert(own, table, change(row))
}

const withoutPosition = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'position'))

/** Columns are named by the row, so that a new column needs no line here. */
const insert = (own: WriteDb, table: string, row: Row): void => {
  const columns = Object.keys(row)
  const values: SqlValue[] = Object.values(row)
  const places = values.map(() => '?').join(', ')
  own.run({ text: `insert or ignore into ${table} (${columns.join(', ')}) values (${places})`, values })
}
