import type { LogEntry } from '../../src/protocol/events/index.ts'
/** What a desk has after some years: thousands of conversations, one of them very long, in portions that can be played. */
import { logFrames, itemOfEntry } from '../../src/server/publish/logItem.ts'
import { endMark } from '../browser/seedDesk.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { conversationOf, FIRST_REVISION, messageOf } from './playedLog.ts'

interface LongLogOptions {
  readonly conversations: number
  readonly messages: number
  /** Of these messages belong to the conversation that was written in last. */
  readonly longest: number
}

interface Portion {
  readonly frames: readonly string[]
  /** The log ends here with them. */
  readonly revision: number
}

/** A client keeps what it was sent and has not looked at in its memory: more comes when this has been taken in. */
const PORTION = 50_000
const BODIES = 20_000

export const portionsOf = function* (options: LongLogOptions): Generator<Portion> {
  let entries: LogEntry[] = []
  let revision = FIRST_REVISION
  for (const entry of entriesOf(options)) {
    entries.push(entry)
    revision = entry.revision
    if (entries.length < PORTION) continue
    yield { frames: logFrames(entries.map(itemOfEntry)), revision }
    entries = []
  }
  if (entries.length > 0) yield { frames: logFrames(entries.map(itemOfEntry)), revision }
}

/** One conversation after the other; each ends with a text by which its being on the screen can be seen. */
const entriesOf = function* ({ conversations, messages, longest }: LongLogOptions): Generator<LogEntry> {
  const random = createRandom(12)
  const bodies = Array.from({ length: BODIES }, () => messageText(random))
  // The last one was written a moment ago: what is older than a device keeps would leave the cache while it is measured.
  const firstAt = Date.now() - messages * 1000
  const each = Math.floor((messages - longest) / (conversations - 1))
  let n = 0
  for (let which = conversations - 1; which >= 0; which -= 1) {
    const last = which === 0 ? longest : each
    const conversationId = conversationOf(which)
    for (let seq = 1; seq <= last; seq += 1) {
      n += 1
      const at = firstAt + n * 1000
      const text = `${bodies[n % BODIES] ?? ''}${seq === last ? endMark(conversationId) : ''}`
      yield {
        revision: FIRST_REVISION + n,
        scope: `thread:${conversationId}`,
        event: 'message.sent',
        payload: { message: messageOf(which, seq, text, at) },
        at,
      }
    }
  }
}
