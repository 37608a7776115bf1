/** Signing in and out, and the first organisation of a fresh server. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import type { Result } from '../../../base/result.ts'
import {
  DeviceSignOut,
  PasswordChange,
  SetupRequest,
  SignInRequest,
  TicketRequest,
  type SetupDone,
  type SignedIn,
} from '../../../protocol/wire/index.ts'
import type { AgentProof, Authority, SignedOut, SignInRefusal } from '../../auth/authority.ts'
import type { Setup } from '../../auth/setup.ts'
import type { Hub } from '../../publish/hub.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'
import { bodyOf, sendRefusal } from './refusals.ts'

export interface AccountRoutesOptions {
  readonly authority: Authority
  readonly setup: Setup
  readonly hub: Hub
  readonly clientAddress: ClientAddress
  readonly signIns: KeyedBuckets
}

export const addAccountRoutes = (app: FastifyInstance, options: AccountRoutesOptions): void => {
  const { authority, setup, hub, clientAddress, signIns } = options

  const answer = (reply: FastifyReply, result: Result<SignedIn, SignInRefusal>): FastifyReply =>
    result.ok ? reply.send(result.value) : sendRefusal(reply, result)

  /** Whether the address has tries left; otherwise the refusal is sent. */
  const mayTry = (address: string, reply: FastifyReply): boolean => {
    const retryAfterMs = signIns.take(address)
    if (retryAfterMs > 0) sendRefusal(reply, { ok: false, code: 'too-many-tries', details: { retryAfterMs } })
    return retryAfterMs === 0
  }

  app.post('/api/sign-in', async (request, reply) => {
    const address = clientAddress(request.raw)
    if (!mayTry(address, reply)) return reply
    const body = bodyOf(SignInRequest, request.body, reply)
    return body ? answer(reply, await authority.signIn(body, address)) : reply
  })

  app.post('/api/sign-in/ticket', async (request, reply) => {
    if (!mayTry(clientAddress(request.raw), reply)) return reply
    const body = bodyOf(TicketRequest, request.body, reply)
    return body ? answer(reply, await authority.redeemTicket(body)) : reply
  })

  app.post('/api/sign-out', async (request, reply) => {
    const token = bearerOf(request.headers.authorization)
    const device = token ? await authority.signOut(token) : undefined
    if (!device) return sendRefusal(reply, { ok: false, code: 'signed-out' })
    hub.agents.signedOut(device.organizationId, device.agentId, device.tokenHash)
    return reply.send({})
  })

  /** Who asks, by the token; otherwise the refusal is sent. */
  const proofOf = async (request: FastifyRequest, reply: FastifyReply): Promise<AgentProof | undefined> => {
    const proof = await authority.agentOf(bearerOf(request.headers.authorization) ?? '')
    if (proof.ok) return proof.value
    sendRefusal(reply, proof)
    return undefined
  }
  const closeAll = (gone: readonly SignedOut[]): void => {
    for (const { organizationId, agentId, tokenHash } of gone)
      hub.agents.signedOut(organizationId, agentId, tokenHash)
  }

  app.get('/api/devices', async (request, reply) => {
    const proof = await proofOf(request, reply)
    return proof ? reply.send({ devices: await authority.own.devices(proof) }) : reply
  })

  app.post('/api/devices/sign-out', async (request, reply) => {
    const proof = await proofOf(request, reply)
    const body = proof && bodyOf(DeviceSignOut, request.body, reply)
    if (!body) return reply
    closeAll(await authority.own.signOut(proof, body.deviceId))
    return reply.send({})
  })

  app.post('/api/password', async (request, reply) => {
    const proof = await proofOf(request, reply)
    const body = proof && bodyOf(PasswordChange, request.body, reply)
    if (!body) return reply
    const changed = await authority.own.changePassword(proof, body)
    if (!changed.ok) return sendRefusal(reply, changed)
    closeAll(changed.value)
    return reply.send({})
  })

  app.get('/api/setup', async () => ({ wanted: await setup.isWanted() }))

  app.post('/api/setup', async (request, reply) => {
    if (!mayTry(clientAddress(request.raw), reply)) return reply
    const body = bodyOf(SetupRequest, request.body, reply)
    if (!body) return reply
    const result: Result<SetupDone, 'forbidden' | 'ticket-used' | 'invalid' | 'unavailable'> =
      await setup.run(body)
    return result.ok ? reply.send(result.value) : sendRefusal(reply, result)
  })
}

/** The token of `authorization: Bearer …`. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\w-]{1,256})$/u.exec(header ?? '')?.[1]
