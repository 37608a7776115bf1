import { sql } from '../../base/sql.ts'
import type { AgentId, ConversationId } from '../../protocol/model/index.ts'
import type { DraftView } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { removeDraftFiles } from './draftFiles.ts'
import { readKnownDraft, readKnownDrafts } from './knownDrafts.ts'
import { parseStored } from './stored.ts'

/**
 * A draft as this device has it.
 *
 * It goes before what the server knows until the log has brought it back. `here`: the server does not take it. `held`:
 * the server knows it, and its row stays for the files whose bytes are only here.
 */
export interface OwnDraft extends DraftView {
  readonly conversationId: ConversationId
  readonly state: 'unsent' | 'sent' | 'held' | 'here'
  readonly savedAt: number
}

export const NO_DRAFT: DraftView = { text: '', caret: 0, quote: null, files: [], writer: '', base: 0 }

/** Keeps what was written; it has to be told to the server. */
export const saveDraft = (
  db: WriteDb,
  agentId: AgentId,
  conversationId: ConversationId,
  { base, writer, ...content }: DraftView,
  now: number,
): void => {
  db.run(sql`
    insert or replace into drafts (
      agent_id, conversation_id, text, content, base, writer, state, revision, saved_at
    ) values (
      ${agentId}, ${conversationId}, ${content.text}, ${JSON.stringify(content)}, ${base}, ${writer},
      'unsent', null, ${now})`)
  db.touch('drafts', `draft:${conversationId}`)
}

export const removeDraft = (db: WriteDb, agentId: AgentId, conversationId: ConversationId): void => {
  db.run(sql`delete from drafts where agent_id = ${agentId} and conversation_id = ${conversationId}`)
  db.touch('drafts', `draft:${conversationId}`)
}

/** The server has it, and the log contains it from `revision` on. */
export const markDraftSent = (
  db: WriteDb,
  agentId: AgentId,
  { conversationId }: OwnDraft,
  base: number,
  revision: number,
): void => {
  db.run(sql`
    update drafts set state = 'sent', base = ${base}, revision = ${revision}
    where agent_id = ${agentId} and conversation_id = ${conversationId}`)
}

/** It was written on while it was being told: what comes next goes on from there. */
export const rebaseDraft = (
  db: WriteDb,
  agentId: AgentId,
  { conversationId }: OwnDraft,
  base: number,
): void => {
  db.run(sql`
    update drafts set base = ${base} where agent_id = ${agentId} and conversation_id = ${conversationId}`)
}

/** The server does not take it: it stays on this device. */
export const keepDraftHere = (db: WriteDb, agentId: AgentId, { conversationId }: OwnDraft): void => {
  db.run(sql`
    update drafts set state = 'here' where agent_id = ${agentId} and conversation_id = ${conversationId}`)
}

/** The log contains everything up to here; answers whether it still owes some. */
export const dropSentDrafts = (db: WriteDb, agentId: AgentId, revision: number): boolean => {
  for (const draft of listOwnDrafts(db, agentId, 'sent')) {
    if (draft.revision === null || draft.revision > revision) continue
    const { conversationId } = draft
    if (draft.files.every(({ stored }) => stored)) removeDraft(db, agentId, conversationId)
    else {
      db.run(sql`
        update drafts set state = 'held'
        where agent_id = ${agentId} and conversation_id = ${conversationId}`)
      db.touch('drafts', `draft:${conversationId}`)
    }
  }
  return listOwnDrafts(db, agentId, 'sent').length > 0
}

export const readOwnDraft = (
  db: ReadDb,
  agentId: AgentId,
  conversationId: ConversationId,
): OwnDraft | null => {
  const row = db.get<DraftRow>(
    sql`select * from drafts where agent_id = ${agentId} and conversation_id = ${conversationId}`,
  )
  return row ? rowToDraft(row) : null
}

/** What the server has not been told yet. */
export const readUnsentDrafts = (db: ReadDb, agentId: AgentId): OwnDraft[] =>
  listOwnDrafts(db, agentId, 'unsent')

/** What stands in the composer of a conversation. */
export const readDraft = (
  own: ReadDb,
  cache: ReadDb,
  agentId: AgentId,
  conversationId: ConversationId,
): DraftView => shown(readOwnDraft(own, agentId, conversationId), readKnownDraft(cache, conversationId))

/** What stands in the composers: the text, or where there is none the name of a file. */
export const readDrafts = (own: ReadDb, cache: ReadDb, agentId: AgentId): Map<ConversationId, string> => {
  const known = readKnownDrafts(cache)
  const drafts = new Map<ConversationId, string>()
  for (const [id, draft] of known) drafts.set(id, lineOf(draft))
  for (const draft of listOwnDrafts(own, agentId))
    drafts.set(draft.conversationId, lineOf(shown(draft, known.get(draft.conversationId) ?? null)))
  return drafts
}

export const removeDrafts = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from drafts where agent_id = ${agentId}`)
  removeDraftFiles(db, agentId)
  db.touch('drafts')
}

const shown = (own: OwnDraft | null, known: DraftView | null): DraftView => {
  if (!own) return known ?? NO_DRAFT
  if (own.state !== 'held') return own
  const here = own.files.filter(({ stored }) => !stored)
  return { ...(known ?? NO_DRAFT), files: [...(known?.files ?? []), ...here] }
}

const lineOf = ({ text, quote, files }: DraftView): string => text || (files[0]?.name ?? quote?.text ?? '')

interface DraftRow {
  readonly conversation_id: ConversationId
  readonly text: string
  readonly content: string | null
  readonly base: number
  readonly writer: string
  readonly state: OwnDraft['state']
  readonly revision: number | null
  readonly saved_at: number
}

/** What this device has of the agent's drafts; in one state, or null: in any. */
export const listOwnDrafts = (
  db: ReadDb,
  agentId: AgentId,
  state: OwnDraft['state'] | null = null,
): (OwnDraft & Pick<DraftRow, 'revision'>)[] =>
  db
    .all<DraftRow>(
      state === null
        ? sql`select * from drafts where agent_id = ${agentId}`
        : sql`select * from drafts where agent_id = ${agentId} and state = ${state} order by saved_at`,
    )
    .map((row) => ({ ...rowToDraft(row), revision: row.revision }))

const rowToDraft = (row: DraftRow): OwnDraft => ({
  ...(row.content === null
    ? { ...NO_DRAFT, text: row.text, caret: row.text.length }
    : { ...NO_DRAFT, ...parseStored<DraftView>(row.content) }),
  conversationId: row.conversation_id,
  base: row.base,
  writer: row.writer,
  state: row.state,
  savedAt: row.saved_at,
})
