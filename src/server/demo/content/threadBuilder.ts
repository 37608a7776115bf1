/**
 * The history of one thread as the commands would have left it: every fact with its time, in order, so that the seed can
 * write rows, log and journal from one list.
 */
import { createIds } from '../../../base/ids.ts'
import { conversationAfter } from '../../../domain/messages/previewOf.ts'
import { newSession } from '../../../domain/sessions/newSession.ts'
import { EVENT_OF, transition, type SessionEvent } from '../../../domain/sessions/transition.ts'
import type { EventPayload } from '../../../protocol/events/index.ts'
import {
  MessageId,
  SessionId,
  type AgentId,
  type Conversation,
  type EndReason,
  type Message,
  type MessageBody,
  type Sender,
  type Session,
  type SessionTarget,
  type SystemCode,
} from '../../../protocol/model/index.ts'
import type { Random } from '../random.ts'

type ThreadEvent =
  | 'message.sent'
  | 'session.requested'
  | 'session.queued'
  | 'session.assigned'
  | 'session.activated'
  | 'session.ended'

export type Fact = {
  [N in ThreadEvent]: { readonly at: number; readonly event: N; readonly payload: EventPayload<N> }
}[ThreadEvent]

export interface ThreadBuilder {
  conversation(): Conversation
  facts(): readonly Fact[]
  /** The sessions as they are now, the oldest first, each with the number of its first message. */
  sessions(): readonly { readonly session: Session; readonly firstSeq: number }[]
  say(at: number, sender: Sender, text: string): void
  request(at: number, target: SessionTarget, firstText: string): void
  queue(at: number): void
  assign(at: number, agentId: AgentId, outwardName: string, why: Session['why']): void
  end(at: number, reason: EndReason): void
}

export const createThread = (random: Random, opened: Conversation): ThreadBuilder => {
  let conversation = opened
  const facts: Fact[] = []
  const sessions: { session: Session; firstSeq: number }[] = []

  const latest = (): { session: Session; firstSeq: number } => {
    const last = sessions.at(-1)
    if (!last) throw new Error('no session was requested yet')
    return last
  }

  const write = (at: number, sender: Sender, body: MessageBody): void => {
    const message: Message = {
      id: MessageId.parse(idAt(random, at)),
      conversationId: conversation.id,
      seq: conversation.lastSeq + 1,
      sessionId: sessions.at(-1)?.session.id ?? null,
      sender,
      body,
      at,
    }
    conversation = conversationAfter(conversation, message)
    facts.push({ at, event: 'message.sent', payload: { message } })
  }

  const system = (at: number, code: SystemCode, params: Record<string, string> = {}): void => {
    write(at, { kind: 'system' }, { kind: 'system', code, params })
  }

  const change = (at: number, event: Exclude<SessionEvent, { kind: 'rest' | 'wake' }>): void => {
    const entry = latest()
    const next = transition(entry.session, event, at)
    if (!next.ok) throw new Error(`no way from ${entry.session.state} by ${event.kind}`)
    entry.session = next.value
    facts.push({ at, event: EVENT_OF[event.kind], payload: { session: entry.session } })
  }

  return {
    conversation: () => conversation,
    facts: () => facts,
    sessions: () => sessions,
    say: (at, sender, text) => {
      write(at, sender, { kind: 'text', text })
      if (sender.kind === 'agent' && latest().session.state === 'assigned') {
        change(at, { kind: 'reply' })
      }
    },
    request: (requestedAt, target, firstText) => {
      const session = newSession({
        id: SessionId.parse(idAt(random, requestedAt)),
        conversationId: conversation.id,
        customerId: conversation.customerId,
        channel: conversation.channel,
        initiator: 'customer',
        target,
        why: { step: 'receiver' },
        requestedAt,
      })
      sessions.push({ session, firstSeq: conversation.lastSeq + 1 })
      conversation = { ...conversation, sessionId: session.id }
      facts.push({ at: requestedAt, event: 'session.requested', payload: { session } })
      system(requestedAt, 'session-started')
      write(
        requestedAt,
        { kind: 'customer', customerId: conversation.customerId },
        { kind: 'text', text: firstText },
      )
    },
    queue: (at) => {
      change(at, { kind: 'queue', target: latest().session.target, why: { step: 'overflow' } })
      system(at, 'session-queued')
    },
    assign: (at, agentId, outwardName, why) => {
      change(at, { kind: 'assign', agentId, why })
      system(at, 'session-assigned', { name: outwardName })
    },
    end: (at, reason) => {
      change(at, { kind: 'end', reason })
      if (reason === 'abandoned') system(at, 'left-queue')
      else system(at, 'session-ended', { reason })
    },
  }
}

/** An id that carries the time it would have been made at. */
export const idAt = (random: Random, at: number): string =>
  createIds({ now: () => at, after: () => () => undefined }, random.fill).next()
