/**
 * What a customer may see. Nothing reaches a customer but through here.
 *
 * Of a message: its text, picture or file, and whether it came from themselves or from us. Of an agent: the outward
 * name. Of our own affairs: that somebody took the session, and that it ended.
 */
import { textParamsOf, textsOfParams } from '../../protocol/companyTexts.ts'
import {
  OfferKind,
  type AgentId,
  type FileId,
  type LeftMessage,
  type Message,
  type OfferId,
  type OfferState,
  type Quote,
  type Session,
  type SessionId,
} from '../../protocol/model/index.ts'
import type { CustomerState, SeenMessage, SeenQuote, Talk } from '../../protocol/wire/index.ts'
import type { OutwardAgent } from './publishReads.ts'
import type { Waiting } from './queuePlaces.ts'

export interface CustomerViewPorts {
  agent(agentId: string): OutwardAgent | undefined
  fileUrl(fileId: FileId): string
}

/** The message as the customer sees it; null: it is not for customers. */
export const messageSeen = (message: Message, ports: CustomerViewPorts): SeenMessage | null => {
  const spoken = spokenLine(message, ports) ?? botLine(message)
  if (spoken) return spoken
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

/** What a bot said, with its buttons: its name tells that no person wrote it (R-14-007). */
const botLine = ({ id, seq, body, at }: Message): SeenMessage | null => {
  if (body.kind !== 'system' || body.code !== 'bot-said') return null
  const { name = '', text = '', choices } = body.params
  return {
    id,
    seq,
    from: 'agent',
    name,
    body: { kind: 'text', text, choices: choices?.split('\n') ?? [] },
    at,
  }
}

/**
 * What we say by ourselves looks like a message to the customer: a greeting as one of the agent, a menu's answer as one of
 * the company.
 */
const spokenLine = ({ id, seq, body, at }: Message, ports: CustomerViewPorts): SeenMessage | null => {
  if (body.kind !== 'system' || (body.code !== 'greeting' && body.code !== 'menu-answer')) return null
  const { text = '', agentId = '' } = body.params
  const texts = textsOfParams(body.params)
  return {
    id,
    seq,
    from: 'agent',
    name: ports.agent(agentId)?.outwardName ?? null,
    body: { kind: 'text', text, ...(texts && { texts }) },
    at,
  }
}

const bodySeen = ({ body, sessionId }: Message, ports: CustomerViewPorts): SeenMessage['body'] | null => {
  switch (body.kind) {
    case 'text': {
      const { kind, text, quote } = body
      return { kind, text, ...(quote && { quote: quoteSeen(quote, ports) }) }
    }
    case 'recalled':
      return body
    case 'image':
      return { ...body, url: ports.fileUrl(body.fileId) }
    case 'file': {
      const { annotations: _annotations, ...file } = body
      return { ...file, url: ports.fileUrl(file.fileId) }
    }
    case 'system':
      return sessionId && (body.survey ?? body.rating)
        ? surveySeen(sessionId, body)
        : systemSeen(body.code, body.params, ports)
    case 'unsupported':
      return null
  }
}

const quoteSeen = ({ messageId, sender, kind, text }: Quote, ports: CustomerViewPorts): SeenQuote => {
  const agent = sender.kind === 'agent' ? ports.agent(sender.agentId) : undefined
  return {
    messageId,
    from: sender.kind === 'customer' ? 'me' : 'agent',
    name: agent?.outwardName ?? null,
    kind,
    text,
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

/** The card of a person is by the name and the picture that customers know. */
const offerSeen = (
  code: 'offer-made' | 'offer-answered',
  { id = '', about, agentId = '', text = '', until, outcome }: Readonly<Record<string, string>>,
  ports: CustomerViewPorts,
): SeenMessage['body'] => {
  const offerId = id as OfferId
  if (code === 'offer-answered') {
    return { kind: 'offer-answer', offerId, outcome: (outcome ?? 'cancelled') as Exclude<OfferState, 'open'> }
  }
  const agent = ports.agent(agentId)
  return {
    kind: 'offer',
    offerId,
    about: OfferKind.catch('friend').parse(about),
    with: agentId === '' ? null : (agentId as AgentId),
    name: agent?.outwardName ?? null,
    avatarUrl: agent?.avatarFileId ? ports.fileUrl(agent.avatarFileId as FileId) : null,
    text,
    until: until === undefined ? null : Number(until),
  }
}

/** The parameters are written for colleagues too, so only those that are meant for customers go through. */
const systemSeen = (
  code: string,
  params: Readonly<Record<string, string>>,
  ports: CustomerViewPorts,
): SeenMessage['body'] | null => {
  if (code === 'offer-made' || code === 'offer-answered') return offerSeen(code, params, ports)
  if (code === 'session-assigned' || code === 'session-reopened') {
    return { kind: 'system', code, params: params.name === undefined ? {} : { name: params.name } }
  }
  if (code === 'session-transferred') {
    const { customerNote } = params
    return customerNote === undefined ? null : { kind: 'system', code, params: { note: customerNote } }
  }
  if (code === 'friends-now' || code === 'friends-no-more') return { kind: 'system', code, params: {} }
  if (code === 'moved-here') {
    const { agentId = '' } = params
    return { kind: 'system', code, params: { with: agentId, name: ports.agent(agentId)?.outwardName ?? '' } }
  }
  // What follows says where they go on.
  if (code === 'session-ended' && params.reason === 'transferred') return null
  if (code === 'still-there') return { kind: 'system', code, params: {} }
  // Whoever was taken out of the pool is told nothing (R-02-122).
  if (code === 'session-ended' && params.reason === 'dismissed') return null
  if (code === 'session-ended') {
    const { reason, cause } = params
    return {
      kind: 'system',
      code,
      params: { ...(reason !== undefined && { reason }), ...(cause !== undefined && { cause }) },
    }
  }
  if (code === 'company-text' || code === 'menu-chosen') {
    return { kind: 'system', code, params: textParamsOf(params) }
  }
  if (code === 'message-left') {
    const { number = '', answerBy = '' } = params
    return { kind: 'system', code, params: { number, answerBy } }
  }
  return null
}

export const NO_SESSION: CustomerState = { session: 'none', place: null, agent: null, endReason: null }

/** One of an account's conversations, by the name and the picture of whom it is with. */
export const talkSeen = (talk: Pick<Talk, 'with' | 'friend' | 'news'>, ports: CustomerViewPorts): Talk => {
  const agent = talk.with === null ? undefined : ports.agent(talk.with)
  return {
    with: talk.with,
    friend: talk.friend,
    news: talk.news,
    name: agent?.outwardName ?? null,
    avatarUrl: agent?.avatarFileId ? ports.fileUrl(agent.avatarFileId as FileId) : null,
  }
}

/** Where the customer stands. `queue` is known for those who wait only. */
export const stateSeen = (
  session: Session | undefined,
  queue: Waiting | null,
  ports: CustomerViewPorts,
): CustomerState => {
  if (!session || session.endReason === 'dismissed') return NO_SESSION
  const waiting = session.state === 'pending'
  const attended = session.state === 'assigned' || session.state === 'active'
  const handler = attended && session.handlerId ? ports.agent(session.handlerId) : undefined
  return {
    session: session.state,
    place: waiting && !session.leftMessage ? (queue?.place ?? null) : null,
    ...(waiting && !session.leftMessage && queue && queue.minutes !== null && { waitMinutes: queue.minutes }),
    agent: handler
      ? {
          name: handler.outwardName,
          avatarUrl: handler.avatarFileId ? ports.fileUrl(handler.avatarFileId as FileId) : null,
        }
      : null,
    ...(attended && session.bot && { bot: { name: session.bot.name } }),
    endReason: session.endReason,
    ...askedSeen(session),
    ...(waiting && session.leftMessage && leftSeen(session.leftMessage)),
  }
}

/** Whom nobody received is asked to leave a message, and told why (R-02-105). */
const askedSeen = ({ endReason, why }: Session): Pick<CustomerState, 'askMessage'> =>
  endReason === 'refused' ? { askMessage: { cause: why.cause ?? 'full', opensAt: why.opensAt ?? null } } : {}

const leftSeen = ({ number, answerBy }: LeftMessage): Pick<CustomerState, 'leftMessage'> => ({
  leftMessage: { number, answerBy },
})
