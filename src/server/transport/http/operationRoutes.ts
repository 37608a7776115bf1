/** For whoever runs the server: is it well, how is it doing, and a link to get in. */
import { timingSafeEqual } from 'node:crypto'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import program from '../../../../package.json' with { type: 'json' }
import type { ServerAbout } from '../../../protocol/wire/index.ts'
import { findOrganization, organizationIds } from '../../db/organizations.ts'
import type { Db } from '../../db/port.ts'
import type { Metrics } from '../metrics.ts'
import { bearerOf } from './accountRoutes.ts'
import { sendRefusal } from './refusals.ts'

export interface OperationRoutesOptions {
  readonly db: Db
  readonly metrics: Metrics
  /** Lets others than this machine read the metrics; undefined: nobody else. */
  readonly metricsToken: string | undefined
  readonly control: Control
  /** False as soon as the server has begun to stop. */
  readonly isServing: () => boolean
}

export interface Control {
  /** Known to whoever may read the control file. */
  readonly secret: string
  /** Where a person should go now: signed in, to the set-up, or just to the workbench. */
  ticketUrl(): Promise<string>
}

export const addOperationRoutes = (app: FastifyInstance, options: OperationRoutesOptions): void => {
  const { db, metrics, metricsToken, control, isServing } = options

  app.get('/healthz', async () => ({ ok: true }))

  // Says no more of an organisation than the page of its contact does.
  app.get('/api/about', async (): Promise<ServerAbout> => {
    const [first, ...others] = await organizationIds(db)
    const only = first !== undefined && others.length === 0 ? await findOrganization(db, first) : undefined
    return { product: 'foyer', version: program.version, organization: only?.name ?? null }
  })

  app.get('/readyz', async (_request, reply) =>
    isServing() && (await db.alive())
      ? reply.send({ ok: true })
      : sendRefusal(reply, { ok: false, code: 'unavailable' }),
  )

  app.get('/metrics', async (request, reply) => {
    const allowed = isLocal(request) || (metricsToken !== undefined && holds(request, metricsToken))
    if (!allowed) return forbidden(reply)
    return reply.type(metrics.contentType).send(await metrics.text())
  })

  app.post('/control/ticket', async (request, reply) => {
    if (!isLocal(request) || !holds(request, control.secret)) return forbidden(reply)
    return reply.send({ url: await control.ticketUrl() })
  })
}

const forbidden = (reply: FastifyReply): FastifyReply => sendRefusal(reply, { ok: false, code: 'forbidden' })

const holds = (request: FastifyRequest, secret: string): boolean => {
  const given = Buffer.from(bearerOf(request.headers.authorization) ?? '')
  const expected = Buffer.from(secret)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** By the socket, and only without a proxy: what a proxy passes on comes from anywhere. */
export const isLocal = (request: FastifyRequest): boolean =>
  request.headers['x-forwarded-for'] === undefined &&
  /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/u.test(request.raw.socket.remoteAddress ?? '')
