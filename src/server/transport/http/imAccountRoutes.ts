/** Customers sign in to their im account with a code that was sent to them. */
import type { FastifyInstance, FastifyReply } from 'fastify'

import type { WidgetId } from '../../../protocol/model/index.ts'
import { signInCodeOf, signInContactOf, type SignInContact } from '../../../protocol/signInContact.ts'
import {
  ImAddressRequest,
  ImCodeRequest,
  ImSignInRequest,
  ImSignOutRequest,
  type ImSignedIn,
} from '../../../protocol/wire/index.ts'
import type { ImAccounts } from '../../auth/im/imAccounts.ts'
import type { SignInCodes } from '../../auth/im/signInCodes.ts'
import type { ReadDb } from '../../db/port.ts'
import { findWidget, type StoredWidget } from '../../db/widgets.ts'
import type { Hub } from '../../publish/hub.ts'
import type { SignInOffer } from '../../publish/widgetView.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'
import { bodyOf, sendRefusal } from './refusals.ts'

export interface ImAccountRoutesOptions {
  readonly db: ReadDb
  readonly imCodes: SignInCodes
  readonly imAccounts: ImAccounts
  readonly signInOffer: SignInOffer
  readonly hub: Pick<Hub, 'customers'>
  readonly clientAddress: ClientAddress
  /** Codes that one address asks for. */
  readonly codesSent: KeyedBuckets
  /** Codes that one address tries. */
  readonly codesTried: KeyedBuckets
}

export const addImAccountRoutes = (app: FastifyInstance, options: ImAccountRoutesOptions): void => {
  const { db, imCodes, imAccounts, signInOffer, hub, clientAddress, codesSent, codesTried } = options

  /** Whether the address has tries left; otherwise the refusal is sent. */
  const mayTry = (buckets: KeyedBuckets, address: string, reply: FastifyReply): boolean => {
    const retryAfterMs = buckets.take(address)
    if (retryAfterMs > 0) sendRefusal(reply, { ok: false, code: 'too-many-tries', details: { retryAfterMs } })
    return retryAfterMs === 0
  }

  /** The entry and the address, if one can sign in there by it; otherwise the refusal is sent. */
  const placeOf = async (
    { widgetId, contact: typed }: { readonly widgetId: WidgetId; readonly contact: string },
    reply: FastifyReply,
  ): Promise<{ readonly entry: StoredWidget; readonly contact: SignInContact } | undefined> => {
    const contact = signInContactOf(typed)
    const entry =
      contact && signInOffer.ways.includes(contact.kind) ? await findWidget(db, widgetId) : undefined
    const isOpen = entry?.widget.type === 'chat-im' && !entry.deleted && !entry.invalid
    if (contact && entry && isOpen) return { entry, contact }
    sendRefusal(reply, { ok: false, code: 'invalid' })
    return undefined
  }

  app.post('/api/im/code', async (request, reply) => {
    if (!mayTry(codesSent, clientAddress(request.raw), reply)) return reply
    const body = bodyOf(ImCodeRequest, request.body, reply)
    const place = body && (await placeOf(body, reply))
    if (!body || !place) return reply
    const { organizationId, company } = place.entry
    const sent = await imCodes.send({
      organizationId,
      company,
      contact: place.contact,
      language: body.language,
    })
    return sent.ok ? reply.send({}) : sendRefusal(reply, sent)
  })

  app.post('/api/im/sign-in', async (request, reply) => {
    if (!mayTry(codesTried, clientAddress(request.raw), reply)) return reply
    const body = bodyOf(ImSignInRequest, request.body, reply)
    const place = body && (await placeOf(body, reply))
    if (!body || !place) return reply
    const code = signInCodeOf(body.code)
    if (code === null) return sendRefusal(reply, { ok: false, code: 'wrong-code' })
    const signedIn = await imAccounts.signIn(place.entry.organizationId, place.contact, code)
    return signedIn.ok ? reply.send(signedIn.value satisfies ImSignedIn) : sendRefusal(reply, signedIn)
  })

  app.post('/api/im/add-address', async (request, reply) => {
    if (!mayTry(codesTried, clientAddress(request.raw), reply)) return reply
    const body = bodyOf(ImAddressRequest, request.body, reply)
    const place = body && (await placeOf(body, reply))
    if (!body || !place) return reply
    const code = signInCodeOf(body.code)
    if (code === null) return sendRefusal(reply, { ok: false, code: 'wrong-code' })
    const { organizationId } = place.entry
    const added = await imAccounts.addAddress(organizationId, body.account, place.contact, code)
    return added.ok ? reply.send({}) : sendRefusal(reply, added)
  })

  app.post('/api/im/sign-out', async (request, reply) => {
    const body = bodyOf(ImSignOutRequest, request.body, reply)
    if (!body) return reply
    const organizationId = await imAccounts.signOut(body.token)
    if (organizationId) hub.customers.signedOut(organizationId, body.token)
    return reply.send({})
  })
}
