import type { Scope } from '../../protocol/model/index.ts'
import type { LogRow } from '../db/logRows.ts'
import type { CommittedEntry } from '../engine/types.ts'

/** An entry of the log on its way out. Its text is made at most once, however many connections get it. */
export interface LogItem {
  readonly revision: number
  readonly scope: Scope
  readonly event: string
  json(): string
  payload(): unknown
}

export const itemOfEntry = (entry: CommittedEntry): LogItem => {
  const { revision, scope, event, at } = entry
  let text: string | undefined
  return {
    revision,
    scope,
    event,
    json: () =>
      (text ??= textOf(revision, scope, event, entry.payloadText ?? JSON.stringify(entry.payload), at)),
    payload: () => entry.payload,
  }
}

/** The stored payload is text already and is not parsed on its way through. */
export const itemOfRow = (row: LogRow): LogItem => {
  const { revision, scope, event, at } = row
  let text: string | undefined
  return {
    revision,
    scope,
    event,
    json: () => (text ??= textOf(revision, scope, event, row.payload, at)),
    payload: () => JSON.parse(row.payload) as unknown,
  }
}

/** Scopes and names of events hold nothing that JSON would write otherwise. */
const textOf = (revision: number, scope: Scope, event: string, payload: string, at: number): string =>
  `{"revision":${revision},"scope":"${scope}","event":"${event}","payload":${payload},"at":${at}}`

/** Cut by count and by text, so that a frame stays below the limit also when every character takes three bytes. */
const MOST_ITEMS = 500
const MOST_CHARACTERS = 64 * 1024

/** `log` frames for the items, as few as the size of a frame allows. */
export const logFrames = (items: readonly LogItem[]): string[] => {
  const frames: string[] = []
  let entries: string[] = []
  let characters = 0
  const close = (): void => {
    if (entries.length > 0) frames.push(`{"t":"log","entries":[${entries.join(',')}]}`)
    entries = []
    characters = 0
  }
  for (const item of items) {
    const text = item.json()
    if (entries.length >= MOST_ITEMS || characters + text.length > MOST_CHARACTERS) close()
    entries.push(text)
    characters += text.length
  }
  close()
  return frames
}
