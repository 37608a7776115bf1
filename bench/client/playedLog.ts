/** A server for one agent that plays a log: snapshots at first, then everything that was missed, in frames as the real one cuts them. */
import type { ClientPorts } from '../../src/client/index.ts'
import type { LogEntry } from '../../src/protocol/events/index.ts'
import type { ConversationId, Message, MessageId, Scope } from '../../src/protocol/model/index.ts'
import { itemOfEntry, logFrames } from '../../src/server/publish/logItem.ts'
import {
  agentRow,
  conversationRow,
  customerRow,
  listEntryRow,
  organizationRow,
} from '../../tests/support/modelRows.ts'
import { createRandom, messageText } from '../lib/text.ts'

export const CONVERSATIONS = 1000
/** Conversations that are under way at the same time, as a desk has them. */
const UNDER_WAY = 30
const BODIES = 20_000

/** The frames that bring `count` messages, after the revision that the snapshots are at. */
export const missedFrames = (count: number, revision: number, at: number): string[] => {
  const random = createRandom(5)
  const bodies = Array.from({ length: BODIES }, () => messageText(random))
  const seqs = new Map<number, number>()
  const each = Math.ceil(count / CONVERSATIONS)
  const entries: LogEntry[] = []
  for (let n = 0; n < count; n += 1) {
    const first = Math.floor(n / (each * UNDER_WAY)) * UNDER_WAY
    const which = (first + random.below(UNDER_WAY)) % CONVERSATIONS
    const seq = (seqs.get(which) ?? 0) + 1
    seqs.set(which, seq)
    entries.push({
      revision: revision + n + 1,
      scope: `thread:${conversationOf(which)}`,
      event: 'message.sent',
      payload: { message: messageOf(which, seq, bodies[n % BODIES] ?? '', at + n * 1000) },
      at: at + n * 1000,
    })
  }
  return logFrames(entries.map(itemOfEntry))
}

export const conversationOf = (which: number): ConversationId =>
  `0199a3c2-7b10-7e4f-9d21-${String(which).padStart(12, '0')}` as ConversationId

export const messageOf = (which: number, seq: number, text: string, at: number): Message => ({
  id: `0199a3c2-${String(which).padStart(4, '0')}-7abc-8def-${String(seq).padStart(12, '0')}` as MessageId,
  conversationId: conversationOf(which),
  seq,
  sessionId: `0199a3c2-5e55-7e4f-9d21-${String(which).padStart(12, '0')}` as Message['sessionId'],
  sender:
    seq % 2 === 0
      ? ({ kind: 'agent', agentId: 'me' } as Message['sender'])
      : ({ kind: 'customer', customerId: `customer-${which}` } as Message['sender']),
  body: { kind: 'text', text },
  at,
})

/** Everything the agent sees before anything was missed. */
const snapshots = (revision: number, conversations: number): object[] => {
  const parts: { scope: Scope; rows: object }[] = [
    { scope: 'org', rows: { organizations: [organizationRow()], agents: [agentRow('me', 1)] } },
    {
      scope: 'agent:me',
      rows: {
        listEntries: Array.from({ length: conversations }, (_, which) => listEntryRow(conversationOf(which))),
      },
    },
  ]
  for (let which = 0; which < conversations; which += 1) {
    const conversation = conversationRow(conversationOf(which))
    parts.push({
      scope: `thread:${conversation.id}`,
      rows: { conversations: [conversation], customers: [customerRow(conversation.customerId)] },
    })
  }
  return parts.map((part) => ({ t: 'snapshot', revision, parts: [part] }))
}

export interface PlayedServer {
  readonly ports: Pick<ClientPorts, 'connect' | 'http'>
  /** From now on whoever connects is told everything up to here; ends the connections there are. */
  play(frames: readonly string[], revision: number): void
}

export const FIRST_REVISION = 10_000

export const createPlayedServer = (conversations = CONVERSATIONS): PlayedServer => {
  let missed: readonly string[] = []
  let revision = FIRST_REVISION
  const closing = new Set<() => void>()
  const greeting = (resumed: boolean): string[] => [
    JSON.stringify({
      t: 'welcome',
      v: 1,
      serverTime: Date.now(),
      epoch: 'bench',
      revision,
      mode: resumed ? 'resumed' : 'resync',
      heartbeatMs: 15_000,
      me: { organizationId: 'org-1', agentId: 'me', permissions: ['chat.external'], groupIds: [] },
    }),
    ...(resumed ? missed : snapshots(revision, conversations).map((frame) => JSON.stringify(frame))),
    JSON.stringify({ t: 'synced', revision }),
  ]
  return {
    ports: {
      http: async () => ({ status: 200, text: JSON.stringify(SIGNED_IN) }),
      connect: (_url, { opened, message, closed }) => {
        let open = true
        /** One frame a turn, as a socket hands them over. */
        const tell = (frames: readonly string[]): void => {
          let next = 0
          const step = (): void => {
            const frame = frames[next]
            if (!open || frame === undefined) return
            next += 1
            message(frame)
            setImmediate(step)
          }
          step()
        }
        const close = (): void => {
          if (!open) return
          open = false
          closing.delete(close)
          closed()
        }
        closing.add(close)
        setImmediate(opened)
        return {
          send: (text) => {
            const frame = JSON.parse(text) as { t: string; id?: string; resume?: unknown }
            if (frame.t === 'hello') tell(greeting(frame.resume !== null))
            else if (frame.t === 'ping')
              tell([JSON.stringify({ t: 'pong', serverTime: Date.now(), revision })])
            // What is done at this desk, such as reading, must not pile up.
            else if (frame.t === 'command')
              tell([JSON.stringify({ t: 'done', id: frame.id, result: {}, revision })])
          },
          close,
          buffered: 0,
        }
      },
    },
    play: (frames, upTo) => {
      missed = frames
      revision = upTo
      for (const close of [...closing]) close()
    },
  }
}

const SIGNED_IN = {
  token: 'token',
  organizationId: 'org-1',
  agentId: 'me',
  account: 'me',
  organizationName: '栖木家居',
  agentName: '员工',
}
