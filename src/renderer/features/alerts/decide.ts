/** What an agent is told of who does not look at it, decided from the list of conversations before and after. */
import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'

/** The part of a row that can be news. */
export type Known = ReadonlyMap<ConversationId, Seen>

interface Seen {
  readonly unread: number
  readonly isNew: boolean
}

export type AlertDecision =
  | { readonly kind: 'session' | 'message'; readonly row: ConversationRow }
  /** So many messages came while there was no connection. */
  | { readonly kind: 'missed'; readonly messages: number }

export interface AlertRules {
  readonly sessions: boolean
  readonly messages: boolean
  /** Do not disturb; new sessions may be told even then. */
  readonly isQuiet: boolean
  readonly sessionsWhenQuiet: boolean
}

export interface Sight {
  /** The open conversation, if the window has the focus: nothing of it is news. */
  readonly inView: ConversationId | null
  /** There was no connection since the last decision. */
  readonly wasAway: boolean
}

export const knownOf = (rows: readonly ConversationRow[]): Known =>
  new Map(rows.map(({ id, unread, sessionState }) => [id, { unread, isNew: sessionState === 'assigned' }]))

/** Rows that may be told of: silenced groups never are, whoever is addressed there (R-03-065). */
export const audible = (rows: readonly ConversationRow[]): readonly ConversationRow[] =>
  rows.filter(({ messageSetting }) => messageSetting === 'alert')

/** In the order of the list; what was missed is told once and not one by one (R-03-174). */
export const alertsOf = (
  before: Known,
  all: readonly ConversationRow[],
  rules: AlertRules,
  { inView, wasAway }: Sight,
): readonly AlertDecision[] => {
  const rows = audible(all)
  const mayTell = {
    session: rules.sessions && (!rules.isQuiet || rules.sessionsWhenQuiet),
    message: rules.messages && !rules.isQuiet,
  }
  if (wasAway) {
    const messages = rows.reduce(
      (sum, { id, unread }) => sum + Math.max(0, unread - (before.get(id)?.unread ?? 0)),
      0,
    )
    return messages > 0 && mayTell.message ? [{ kind: 'missed', messages }] : []
  }
  return rows.flatMap((row): readonly AlertDecision[] => {
    if (row.id === inView) return []
    const kind = newsIn(row, before.get(row.id))
    return kind !== null && mayTell[kind] ? [{ kind, row }] : []
  })
}

const newsIn = (
  { sessionState, unread }: ConversationRow,
  before: Seen | undefined,
): 'session' | 'message' | null => {
  if (sessionState === 'assigned' && before?.isNew !== true) return 'session'
  return unread > (before?.unread ?? 0) ? 'message' : null
}

/** Who has waited longest for being read. */
export const oldestUnread = (rows: readonly ConversationRow[]): ConversationId | null => {
  let oldest: ConversationRow | null = null
  for (const row of audible(rows)) {
    if (row.unread === 0) continue
    if (oldest === null || (row.waitingSince ?? row.at) < (oldest.waitingSince ?? oldest.at)) oldest = row
  }
  return oldest?.id ?? null
}
