/** Holds what the senders did and what the readers see against the server's database. */
import type { ConversationId } from '../../../src/protocol/model/index.ts'
import { LONGEST_LIST } from '../lib/finding.ts'
import type { History } from '../lib/history.ts'
import type { StoredMessage } from '../lib/reception.ts'

export interface Sender {
  readonly name: string
  readonly conversationId: ConversationId
  readonly history: History
}

export interface Reader {
  readonly name: string
  readonly conversationId: ConversationId
  /** Ids of what people wrote, in the order shown. */
  readonly ids: readonly string[]
}

export interface Comparison {
  readonly acknowledged: number
  readonly lost: number
  readonly duplicated: number
  readonly unexpected: number
  readonly reordered: number
  /** Sent more than once because the first answer was lost, and there once. */
  readonly recovered: number
  readonly disagreeing: number
  readonly problems: readonly string[]
}

export const compare = (
  stored: readonly StoredMessage[],
  senders: readonly Sender[],
  readers: readonly Reader[],
): Comparison => {
  const problems: string[] = []
  const counts = { acknowledged: 0, lost: 0, duplicated: 0, unexpected: 0, reordered: 0, recovered: 0 }
  const found = (kind: 'lost' | 'duplicated' | 'unexpected' | 'reordered', what: string): void => {
    counts[kind] += 1
    if (problems.length < LONGEST_LIST) problems.push(`${kind}: ${what}`)
  }
  const byThread = Map.groupBy(stored, ({ conversationId }) => conversationId)
  const written = stored.filter((message) => message.written)
  const byId = Map.groupBy(written, ({ id }) => id)
  const byText = Map.groupBy(written, ({ text }) => text)
  for (const [id, messages] of byId) if (messages.length > 1) found('duplicated', `id ${id}`)
  for (const [text, messages] of byText) if (messages.length > 1) found('duplicated', text)
  for (const [conversationId, messages] of byThread) {
    messages.forEach(({ seq }, index) => {
      if (seq !== index + 1) found('reordered', `${conversationId} has ${seq} in place ${index + 1}`)
    })
  }

  const expected = new Set<string>()
  for (const { name, conversationId, history } of senders) {
    for (const number of history.tried) expected.add(`${name}#${number}`)
    counts.acknowledged += history.kept.size
    for (const [number, id] of history.kept) {
      const text = `${name}#${number}`
      if (byId.get(id)?.[0]?.text !== text) found('lost', text)
      else if ((history.sends.get(id) ?? 0) > 1) counts.recovered += 1
    }
    let last = -1
    for (const { text } of byThread.get(conversationId) ?? []) {
      if (!text.startsWith(`${name}#`)) continue
      const number = Number(text.slice(name.length + 1))
      if (number <= last) found('reordered', `${text} behind ${last}`)
      last = number
    }
  }
  for (const text of byText.keys()) if (!expected.has(text)) found('unexpected', text)

  const disagreeing = readers.filter(({ name, conversationId, ids }) => {
    const there = (byThread.get(conversationId) ?? []).flatMap((message) =>
      message.written ? [message.id] : [],
    )
    const agrees = there.length === ids.length && there.every((id, index) => id === ids[index])
    const shown = new Set(ids)
    const missing = there.flatMap((id, index) => (shown.has(id) ? [] : [index + 1]))
    if (!agrees) problems.push(`${name} sees ${ids.length} of ${there.length}, without ${missing.join(' ')}`)
    return !agrees
  }).length
  return { ...counts, disagreeing, problems }
}
