/**
 * Links that lead a customer back to one conversation (R-18-057).
 *
 * Three things that are sealed with the server's own key, so that nothing of them is stored: the link in the mail, which
 * opens nothing by itself; the ticket that a browser gets once the code was right, for the moment between two pages; and
 * what the chat shows from then on in place of a visitor token.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Clock } from '../../base/clock.ts'
import { IdentityId, OrganizationId, SessionId } from '../../protocol/model/index.ts'

export interface ConversationLinks {
  /** For the mail that says that a left message was answered. */
  linkTo(organizationId: OrganizationId, sessionId: SessionId): string
  /** Undefined: nobody made it. `over`: it was made too long ago. */
  readLink(
    token: string,
  ):
    | { readonly organizationId: OrganizationId; readonly sessionId: SessionId; readonly over: boolean }
    | undefined
  ticketFor(organizationId: OrganizationId, identityId: IdentityId): string
  readTicket(token: string, organizationId: OrganizationId): IdentityId | undefined
  tokenFor(organizationId: OrganizationId, identityId: IdentityId): string
  readToken(token: string, organizationId: OrganizationId): IdentityId | undefined
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LIFETIME_MS = { answer: 30 * DAY, ticket: 2 * MINUTE, linked: 30 * DAY } as const
type Kind = keyof typeof LIFETIME_MS

/** By its look alone. */
export const isLinkedToken = (token: string): boolean => token.split('.')[1] === 'linked'

export const createConversationLinks = (key: Buffer, clock: Pick<Clock, 'now'>): ConversationLinks => {
  const sealOf = (text: string): string =>
    createHmac('sha256', key).update(`conversation-link\n${text}`).digest('base64url')

  const make = (kind: Kind, organizationId: OrganizationId, id: string): string => {
    const text = `${organizationId}.${kind}.${id}.${clock.now() + LIFETIME_MS[kind]}`
    return `${text}.${sealOf(text)}`
  }
  const read = (
    kind: Kind,
    token: string,
  ): { readonly organizationId: OrganizationId; readonly id: string; readonly over: boolean } | undefined => {
    const [owner, named, id = '', until, seal = '', ...rest] = token.split('.')
    const organizationId = OrganizationId.safeParse(owner).data
    if (!organizationId || named !== kind || rest.length > 0) return undefined
    const given = Buffer.from(seal)
    const wanted = Buffer.from(sealOf(token.slice(0, token.lastIndexOf('.'))))
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
    return { organizationId, id, over: !(Number(until) > clock.now()) }
  }
  const identityIn = (kind: Kind, token: string, organizationId: OrganizationId): IdentityId | undefined => {
    const found = read(kind, token)
    if (!found || found.over || found.organizationId !== organizationId) return undefined
    return IdentityId.safeParse(found.id).data
  }

  return {
    linkTo: (organizationId, sessionId) => make('answer', organizationId, sessionId),
    readLink: (token) => {
      const found = read('answer', token)
      const sessionId = SessionId.safeParse(found?.id).data
      return found && sessionId && { organizationId: found.organizationId, sessionId, over: found.over }
    },
    ticketFor: (organizationId, identityId) => make('ticket', organizationId, identityId),
    readTicket: (token, organizationId) => identityIn('ticket', token, organizationId),
    tokenFor: (organizationId, identityId) => make('linked', organizationId, identityId),
    readToken: (token, organizationId) => identityIn('linked', token, organizationId),
  }
}
