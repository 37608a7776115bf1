/**
 * What a customer may see. Nothing reaches a customer but through here.
 *
 * Of a message: its text, picture or file, and whether it came from themselves or from us. Of an agent: the outward
 * name. Of our own affairs: that somebody took the session, and that it ended.
 */
import type { FileId, Message, Session, SessionId } from '../../protocol/model/index.ts'
import type { CustomerState, SeenMessage } from '../../protocol/wire/index.ts'
import type { OutwardAgent } from './publishReads.ts'

export interface CustomerViewPorts {
  agent(agentId: string): OutwardAgent | undefined
  fileUrl(fileId: FileId): string
}

/** The message as the customer sees it; null: it is not for customers. */
export const messageSeen = (message: Message, ports: CustomerViewPorts): SeenMessage | null => {
  const { sender } = message
  const body = bodySeen(message, ports)
  if (!body) return null
  const agent = sender.kind === 'agent' ? ports.agent(sender.agentId) : undefined
  return {
    id: message.id,
    seq: message.seq,
    from: sender.kind === 'customer' ? 'me' : sender.kind,
    name: agent?.outwardName ?? null,
    body,
    at: message.at,
  }
}

const bodySeen = ({ body, sessionId }: Message, ports: CustomerViewPorts): SeenMessage['body'] | null => {
  switch (body.kind) {
    case 'text':
      return body
    case 'image':
    case 'file':
      return { ...body, url: ports.fileUrl(body.fileId) }
    case 'system':
      return sessionId && (body.survey ?? body.rating)
        ? surveySeen(sessionId, body)
        : systemSeen(body.code, body.params)
    case 'unsupported':
      return null
  }
}

/** The card they were asked with, and what they answered themselves. */
const surveySeen = (
  sessionId: SessionId,
  { survey, rating }: Extract<Message['body'], { kind: 'system' }>,
): SeenMessage['body'] | null => {
  if (survey) return { kind: 'survey', sessionId, ...survey }
  return rating ? { kind: 'rating', sessionId, rating } : null
}

/** The parameters are written for colleagues too, so only those that are meant for customers go through. */
const systemSeen = (code: string, params: Readonly<Record<string, string>>): SeenMessage['body'] | null => {
  if (code === 'session-assigned') {
    return { kind: 'system', code, params: params.name === undefined ? {} : { name: params.name } }
  }
  if (code === 'session-transferred') {
    const { customerNote } = params
    return customerNote === undefined ? null : { kind: 'system', code, params: { note: customerNote } }
  }
  if (code === 'still-there') return { kind: 'system', code, params: {} }
  // Whoever was taken out of the pool is told nothing (R-02-122).
  if (code === 'session-ended' && params.reason === 'dismissed') return null
  if (code === 'session-ended') {
    return { kind: 'system', code, params: params.reason === undefined ? {} : { reason: params.reason } }
  }
  return null
}

export const NO_SESSION: CustomerState = { session: 'none', place: null, agent: null, endReason: null }

/** Where the customer stands. `place` is known for those who wait only. */
export const stateSeen = (
  session: Session | undefined,
  place: number | null,
  ports: CustomerViewPorts,
): CustomerState => {
  if (!session || session.endReason === 'dismissed') return NO_SESSION
  const waiting = session.state === 'pending'
  const attended = session.state === 'assigned' || session.state === 'active'
  const handler = attended && session.handlerId ? ports.agent(session.handlerId) : undefined
  return {
    session: session.state,
    place: waiting ? place : null,
    agent: handler
      ? {
          name: handler.outwardName,
          avatarUrl: handler.avatarFileId ? ports.fileUrl(handler.avatarFileId as FileId) : null,
        }
      : null,
    endReason: session.endReason,
  }
}
