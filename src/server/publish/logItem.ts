import type { LogEntry } from '../../protocol/events/index.ts'
import type { Scope } from '../../protocol/model/index.ts'
import type { LogRow } from '../db/logRows.ts'

/** An entry of the log on its way out. Its text is made at most once, however many connections get it. */
export interface LogItem {
  readonly revision: number
  readonly scope: Scope
  readonly event: string
  json(): string
  payload(): unknown
}

export const itemOfEntry = (entry: LogEntry): LogItem => {
  let text: string | undefined
  return {
    revision: entry.revision,
    scope: entry.scope,
    event: entry.event,
    json: () => (text ??= JSON.stringify(entry)),
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
    json: () =>
      (text ??= `{"revision":${revision},"scope":${JSON.stringify(scope)},"event":${JSON.stringify(event)},"payload":${row.payload},"at":${at}}`),
    payload: () => JSON.parse(row.payload) as unknown,
  }
}

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
