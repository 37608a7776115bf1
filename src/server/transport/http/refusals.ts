/** Everything HTTP refuses, it refuses with a code of `HttpRefusal`; the sentence is made where the language is known. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type * as z from 'zod'

import type { Logger } from '../../../base/logger.ts'
import type { Refusal } from '../../../base/result.ts'
import type { HttpRefusal } from '../../../protocol/wire/index.ts'
import { storageFailureOf } from '../../db/dialect.ts'
import { isDiskFull } from '../../files/contentStore.ts'

type Code = HttpRefusal['code']

const STATUS: Readonly<Record<Code, number>> = {
  invalid: 400,
  'wrong-credentials': 401,
  'signed-out': 401,
  disabled: 403,
  forbidden: 403,
  'not-found': 404,
  taken: 409,
  'ticket-used': 410,
  'wrong-code': 401,
  'code-expired': 410,
  'too-large': 413,
  'type-not-allowed': 415,
  'too-many-tries': 429,
  internal: 500,
  unavailable: 503,
  'disk-full': 507,
}

export const sendRefusal = (reply: FastifyReply, refusal: Refusal<Code>): FastifyReply => {
  const { retryAfterMs, limit } = refusal.details ?? {}
  const body: HttpRefusal = {
    code: refusal.code,
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
    ...(typeof limit === 'number' && { limit }),
  }
  if (body.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(body.retryAfterMs / 1_000))
  return reply.code(STATUS[refusal.code]).header('cache-control', 'no-store').send(body)
}

/** The body if it has the form; otherwise the refusal is sent and undefined comes back. */
export const bodyOf = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  reply: FastifyReply,
): z.infer<Schema> | undefined => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  sendRefusal(reply, { ok: false, code: 'invalid' })
  return undefined
}

/** What nobody expected becomes a typed answer too, and tells nothing of the inside. */
export const handleErrors = (app: FastifyInstance, log: Logger): void => {
  app.setErrorHandler(async (error: unknown, request, reply) => {
    const code = codeOf(error)
    if (code === 'internal') log.error('request failed', { route: request.routeOptions.url, error })
    return sendRefusal(reply, { ok: false, code })
  })
}

const codeOf = (error: unknown): Code => {
  if (isDiskFull(error)) return 'disk-full'
  const failure = storageFailureOf(error)
  if (failure) return failure === 'disk-full' ? 'disk-full' : 'unavailable'
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500
  if (status === 413) return 'too-large'
  if (status === 404) return 'not-found'
  return status >= 400 && status < 500 ? 'invalid' : 'internal'
}
