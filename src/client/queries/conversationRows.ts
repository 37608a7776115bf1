import { settingOf } from '../../domain/settings/settingOf.ts'
import type { ConversationId } from '../../protocol/model/index.ts'
import type { ConversationListArgs, ConversationRow, OutboxItem } from '../api.ts'
import { earlyMarks, isNaming, namesWith } from '../commands/queuedEffects.ts'
import { readChosenSetting } from '../store/agentSettings.ts'
import { readColorMarks } from '../store/colorMarks.ts'
import { compareRows, listConversations, type CachedConversationRow } from '../store/conversationList.ts'
import { readDrafts } from '../store/drafts.ts'
import { changedRows, type Topic } from '../store/topics.ts'
import type { Known, QueryContext } from './definition.ts'

/** What can change any row. */
const WHOLE: readonly Topic[] = [
  'conversations',
  'settings',
  'account',
  'queued:color-mark',
  'queued:customer',
  'queued:private-remark',
]
export const LIST_TOPICS: readonly Topic[] = [...WHOLE, 'drafts', 'outbox', 'typing', 'customers-online']
/** With more changed rows than these the whole list is read. */
const FEW = 100

/** The conversation list as the agent sees it. */
export const readRows = (context: QueryContext, args: ConversationListArgs): ConversationRow[] =>
  cachedRows(context, args, null).map(dressed(context))

/** The same when few rows changed: those are read, the others are as they were but for drafts and who is there. */
export const updateRows = (
  context: QueryContext,
  args: ConversationListArgs,
  { answer, changed }: Known<'conversations.list'>,
): readonly ConversationRow[] | null => {
  const ids = changedRows(changed, WHOLE)
  if (ids === null || ids.length > FEW) return null
  const dress = dressed(context)
  if (ids.length === 0) return answer.map(dress)
  const among = new Set(ids)
  const kept: CachedConversationRow[] = answer.filter(({ id }) => !among.has(id))
  return [...kept, ...cachedRows(context, args, ids)].sort(compareRows).map(dress)
}

const cachedRows = (
  { store, agentId, effective }: QueryContext,
  args: ConversationListArgs,
  among: readonly string[] | null,
): CachedConversationRow[] => {
  const me = agentId()
  if (me === null) return []
  const chosen = readChosenSetting(store.cache, store.own, me, 'colorMarks')
  const marks = settingOf('colorMarks', { colorMarks: chosen }, {}).value
  const queued = effective()
  const naming = queued.filter(isNaming)
  const early = earlyMarks(queued, (customerId) => readColorMarks(store.cache, customerId))
  return listConversations(store.cache, me, args, marks, early, among).map((row) => namesWith(row, naming))
}

/** Adds what the cache does not know: drafts, unsent messages and the moment. A row that has it all stays the same. */
const dressed = ({ store, moment, outbox, agentId }: QueryContext) => {
  const me = agentId()
  const drafts = me === null ? null : readDrafts(store.own, store.cache, me)
  const waiting = newestUnsent(outbox(null))
  return (row: CachedConversationRow & Partial<ConversationRow>): ConversationRow => {
    const unsent = waiting.get(row.id) ?? null
    const draft = drafts?.get(row.id) ?? ''
    const online = moment.isOnline(row.id)
    const typing = moment.isTyping(row.id) || moment.colleaguesTyping(row.id).length > 0
    return isDressed(row) &&
      row.unsent === unsent &&
      row.draft === draft &&
      row.online === online &&
      row.typing === typing
      ? row
      : { ...row, unsent, draft, online, typing }
  }
}

const isDressed = (row: CachedConversationRow & Partial<ConversationRow>): row is ConversationRow =>
  row.unsent !== undefined

/** A failed message is told even when newer ones wait behind it: they wait for it. */
const newestUnsent = (items: readonly OutboxItem[]): Map<ConversationId, 'queued' | 'failed'> => {
  const states = new Map<ConversationId, 'queued' | 'failed'>()
  for (const item of items) {
    if (item.state === 'failed') states.set(item.conversationId, 'failed')
    else if (!states.has(item.conversationId)) states.set(item.conversationId, 'queued')
  }
  return states
}
