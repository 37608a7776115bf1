/**
 * The frames of the customer's socket in single requests (`line/line`): one opens a line and is told its name, others say
 * something on it, one at a time is held until there is something to tell. A frame is a line of text, and the name never
 * goes into an address.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { FRAME_LIMIT_BYTES } from '../../../protocol/wire/index.ts'
import type { ClientAddress } from '../clientAddress.ts'
import type { LineServer } from '../line/lineServer.ts'
import type { OriginPolicy } from '../origin.ts'
import { sendRefusal } from './refusals.ts'

export interface LineRoutesOptions {
  readonly lines: LineServer
  readonly origins: OriginPolicy
  readonly clientAddress: ClientAddress
}

const PATH = '/api/line'

export const addLineRoutes = (
  app: FastifyInstance,
  { lines, origins, clientAddress }: LineRoutesOptions,
): void => {
  const limits = { bodyLimit: FRAME_LIMIT_BYTES }

  app.post(PATH, limits, (request, reply) => {
    if (!origins.allows(request.raw)) return sendRefusal(reply, { ok: false, code: 'invalid' })
    const id = lines.open(clientAddress(request.raw), textOf(request))
    return id === undefined ? sendRefusal(reply, { ok: false, code: 'too-many-tries' }) : sendText(reply, id)
  })
  app.put(PATH, limits, (request, reply) =>
    lines.say(idOf(request), textOf(request).split('\n')) ? reply.code(204).send() : gone(reply),
  )
  app.get(PATH, async (request, reply) => {
    const frames = await lines.ask(idOf(request))
    return frames ? sendText(reply, frames.join('\n')) : gone(reply)
  })
  app.delete(PATH, (request, reply) => {
    lines.close(idOf(request))
    return reply.code(204).send()
  })
}

const idOf = ({ headers }: FastifyRequest): string =>
  /^Line (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? ''

const textOf = ({ body }: FastifyRequest): string => (typeof body === 'string' ? body : '')

const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.type('text/plain; charset=utf-8').send(text)

const gone = (reply: FastifyReply): FastifyReply => sendRefusal(reply, { ok: false, code: 'not-found' })
