/** The link in a mail: a code first, then the conversation (R-18-057). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

import { html } from '../../../base/html.ts'
import { mainEntryOf } from '../../../protocol/mainAccount.ts'
import type { Organization, OrganizationId } from '../../../protocol/model/index.ts'
import { signInCodeOf, signInContactOf, type SignInContact } from '../../../protocol/signInContact.ts'
import type { ConversationLinks } from '../../auth/conversationLinks.ts'
import type { SignInCodes } from '../../auth/im/signInCodes.ts'
import { findConversation } from '../../db/conversations.ts'
import { findIdentityOf, type Identity } from '../../db/identities.ts'
import { findOrganization } from '../../db/organizations.ts'
import type { ReadDb } from '../../db/port.ts'
import { findSession } from '../../db/sessions.ts'
import { continueForm } from '../../pages/continuePage.ts'
import { PAGE_WORDS } from '../../pages/words.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'
import { addressOf, languageOf, readForms, sendPlain, sendUnknown } from './plainRoutes.ts'

export interface ContinueRoutesOptions {
  readonly db: ReadDb
  readonly conversationLinks: ConversationLinks
  readonly imCodes: SignInCodes
  readonly clientAddress: ClientAddress
  /** Codes that one address asks for, and tries. */
  readonly codesSent: KeyedBuckets
  readonly codesTried: KeyedBuckets
}

const Params = z.object({ token: z.string().max(256) })
const PATH = '/continue/:token'

interface Place {
  readonly organization: Organization
  readonly organizationId: OrganizationId
  readonly identity: Identity
  readonly contact: SignInContact
  /** Of the chat in which they wrote. */
  readonly page: string
  readonly over: boolean
}

export const addContinueRoutes = async (
  app: FastifyInstance,
  options: ContinueRoutesOptions,
): Promise<void> => {
  app.get(PATH, async (request, reply) => {
    const place = await placeOf(options, request)
    if (!place) return sendUnknown(request, reply)
    return place.over ? sendOver(request, reply, place) : sendForm(request, reply, place, false, null)
  })
  await app.register(async (part) => {
    readForms(part)
    part.post(PATH, async (request, reply) => {
      const place = await placeOf(options, request)
      if (!place) return sendUnknown(request, reply)
      if (place.over) return sendOver(request, reply, place)
      const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
      return form.has('send')
        ? sendCode(request, reply, place, options)
        : takeCode(request, reply, place, options, form.get('code') ?? '')
    })
  })
}

/** Undefined: the link leads nowhere. */
const placeOf = async (
  { db, conversationLinks }: ContinueRoutesOptions,
  request: FastifyRequest,
): Promise<Place | undefined> => {
  const params = Params.safeParse(request.params)
  const link = params.success ? conversationLinks.readLink(params.data.token) : undefined
  if (!link) return undefined
  const { organizationId, over } = link
  const session = (await findSession(db, organizationId, link.sessionId))?.session
  const contact = signInContactOf(session?.leftMessage?.email ?? '')
  const organization = await findOrganization(db, organizationId)
  const conversation = session && (await findConversation(db, organizationId, session.conversationId))
  const identity = conversation && (await findIdentityOf(db, organizationId, conversation.id))
  if (!organization || !contact || !identity) return undefined
  const page = `/chat/${conversation.widget_id ?? mainEntryOf(organizationId)}`
  return { organization, organizationId, identity, contact, page, over }
}

const sendCode = async (
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  { imCodes, codesSent, clientAddress }: ContinueRoutesOptions,
): Promise<FastifyReply> => {
  const { organizationId, organization, contact } = place
  const language = languageOf(request, organization.language)
  const words = PAGE_WORDS[language]
  if (codesSent.take(clientAddress(request.raw)) > 0)
    return sendForm(request, reply.code(429), place, false, words.tooOften)
  const company = organization.name
  const sent = await imCodes.send({ organizationId, company, contact, language })
  if (sent.ok) return sendForm(request, reply, place, true, null)
  return sent.code === 'unavailable'
    ? sendForm(request, reply.code(503), place, false, words.continues.notSent)
    : // One is on its way already.
      sendForm(request, reply.code(429), place, true, words.tooOften)
}

const takeCode = async (
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  { imCodes, codesTried, clientAddress, conversationLinks }: ContinueRoutesOptions,
  typed: string,
): Promise<FastifyReply> => {
  const words = PAGE_WORDS[languageOf(request, place.organization.language)]
  if (codesTried.take(clientAddress(request.raw)) > 0)
    return sendForm(request, reply.code(429), place, true, words.tooOften)
  const { organizationId, contact, identity, page } = place
  const code = signInCodeOf(typed)
  const right = code !== null && (await imCodes.check(organizationId, contact, code)).ok
  if (!right) return sendForm(request, reply.code(422), place, true, words.continues.wrongCode)
  // Behind the `#`: neither a log nor another page learns of it.
  return reply.redirect(`${page}#link=${conversationLinks.ticketFor(organizationId, identity.id)}`, 303)
}

const sendForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  { organization, contact }: Place,
  sent: boolean,
  problem: string | null,
): FastifyReply => {
  const language = languageOf(request, organization.language)
  const words = PAGE_WORDS[language]
  const body = continueForm(
    { address: contact.address, sent, problem, action: addressOf(request, {}) },
    words,
  )
  const page = { language, company: organization.name, title: words.continues.title, body }
  return sendPlain(request, reply, reply.statusCode, page)
}

const sendOver = (
  request: FastifyRequest,
  reply: FastifyReply,
  { organization, page: href }: Place,
): FastifyReply => {
  const language = languageOf(request, organization.language)
  const { continues: words } = PAGE_WORDS[language]
  const body = html`<p class="note">${words.overHint}</p>
    <p><a href="${href}">${words.newChat}</a></p>`
  return sendPlain(request, reply, 410, { language, company: organization.name, title: words.over, body })
}
