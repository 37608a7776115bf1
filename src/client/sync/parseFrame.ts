import type { Logger } from '../../base/logger.ts'
import { parseJson } from '../../base/parseJson.ts'
import { events, LogEntryEnvelope, type EventName, type LogEntry } from '../../protocol/events/index.ts'
import type { ConversationId, Scope } from '../../protocol/model/index.ts'
import { AgentServerFrame, Rows, SnapshotPart, type CollectionName } from '../../protocol/wire/index.ts'

export type SnapshotFrame = Extract<AgentServerFrame, { t: 'snapshot' }>
export type OtherFrame = Exclude<AgentServerFrame, { t: 'snapshot' | 'log' }>

/** A message of the log that nobody could read: its number is known to be missing. */
export interface UnreadableMessage {
  readonly conversationId: ConversationId
  readonly seq: number
}

export interface LogFrame {
  readonly t: 'log'
  readonly entries: readonly LogEntry[]
  readonly unreadable: readonly UnreadableMessage[]
  /** The newest revision in the frame, readable or not. */
  readonly revision: number
}

export type ParsedFrame = SnapshotFrame | LogFrame | OtherFrame

/**
 * Checks a frame of the server; null: nothing in it can be used.
 *
 * Lists are checked item by item: a bad item is set aside and logged by its code, and the rest goes on (R-17-085).
 */
export const parseFrame = (text: string, log: Logger): ParsedFrame | null => {
  const value = parseJson(text)
  if (!isRecord(value)) {
    log.warn('a frame was not an object')
    return null
  }
  if (value['t'] === 'log') return parseLog(value['entries'], log)
  if (value['t'] === 'snapshot') return parseSnapshot(value, log)
  const frame = AgentServerFrame.safeParse(value)
  if (frame.success) return frame.data as OtherFrame
  log.warn('a frame was set aside', { frame: String(value['t']).slice(0, 32) })
  return null
}

const parseLog = (items: unknown, log: Logger): LogFrame => {
  const entries: LogEntry[] = []
  const unreadable: UnreadableMessage[] = []
  let revision = 0
  for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
    const envelope = LogEntryEnvelope.safeParse(item)
    if (!envelope.success) {
      log.warn('a log entry was set aside', { reason: 'envelope' })
      continue
    }
    const { event, payload, scope, at } = envelope.data
    revision = Math.max(revision, envelope.data.revision)
    if (!isEventName(event)) {
      log.debug('an event of a newer server was passed over', { event })
      continue
    }
    const parsed = events[event].payload.safeParse(payload)
    if (parsed.success) {
      entries.push({ revision: envelope.data.revision, scope, event, payload: parsed.data, at } as LogEntry)
    } else {
      log.warn('a log entry was set aside', { reason: 'payload', event, revision: envelope.data.revision })
      const missing = event === 'message.sent' ? numberOf(scope, payload) : null
      if (missing) unreadable.push(missing)
    }
  }
  return { t: 'log', entries, unreadable, revision }
}

const parseSnapshot = (value: Record<string, unknown>, log: Logger): SnapshotFrame | null => {
  const { revision, parts } = value
  if (!Number.isSafeInteger(revision) || !Array.isArray(parts)) {
    log.warn('a frame was set aside', { frame: 'snapshot' })
    return null
  }
  const good: SnapshotPart[] = []
  for (const part of parts as unknown[]) {
    if (!isRecord(part) || !isRecord(part['rows'])) continue
    const scope = SnapshotPart.shape.scope.safeParse(part['scope'])
    if (scope.success)
      good.push({
        scope: scope.data,
        rows: goodRows(part['rows'], log),
        adds: part['adds'] === true,
        more: part['more'] === true,
      })
    else log.warn('a snapshot was set aside', { reason: 'scope' })
  }
  return { t: 'snapshot', revision: revision as number, parts: good }
}

const goodRows = (rows: Record<string, unknown>, log: Logger): Rows => {
  const good: Record<string, unknown[]> = {}
  for (const [noun, items] of Object.entries(rows)) {
    if (!isCollectionName(noun) || !Array.isArray(items)) continue
    const schema = Rows.shape[noun].unwrap().element
    const kept: unknown[] = []
    for (const item of items as unknown[]) {
      const parsed = schema.safeParse(item)
      if (parsed.success) kept.push(parsed.data)
      else log.warn('a row was set aside', { noun })
    }
    good[noun] = kept
  }
  return good as Rows
}

const numberOf = (scope: Scope, payload: unknown): UnreadableMessage | null => {
  const message = isRecord(payload) ? payload['message'] : null
  const seq = isRecord(message) ? message['seq'] : null
  if (!scope.startsWith('thread:') || typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1)
    return null
  return { conversationId: scope.slice('thread:'.length) as ConversationId, seq }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEventName = (name: string): name is EventName => Object.hasOwn(events, name)
const isCollectionName = (name: string): name is CollectionName => Object.hasOwn(Rows.shape, name)
