/** The HTTP side of the server: a few calls, files, pages. */
import Fastify, { type FastifyInstance } from 'fastify'

import type { Logger } from '../../../base/logger.ts'
import type { Metrics } from '../metrics.ts'
import { addAccountRoutes, type AccountRoutesOptions } from './accountRoutes.ts'
import { addContinueRoutes, type ContinueRoutesOptions } from './continueRoutes.ts'
import { addEntryRoutes, type EntryRoutesOptions } from './entryRoutes.ts'
import { addFileRoutes, type FileRoutesOptions } from './fileRoutes.ts'
import { addImAccountRoutes, type ImAccountRoutesOptions } from './imAccountRoutes.ts'
import { addLineRoutes, type LineRoutesOptions } from './lineRoutes.ts'
import { addMessageRoutes } from './messageRoutes.ts'
import { addOperationRoutes, type OperationRoutesOptions } from './operationRoutes.ts'
import { addOutboxRoutes } from './outboxRoutes.ts'
import { addPageRoutes, type PageRoutesOptions } from './pageRoutes.ts'
import { addPlainRoutes, type PlainRoutesOptions } from './plainRoutes.ts'
import { handleErrors } from './refusals.ts'
import { addSecurityHeaders } from './securityHeaders.ts'
import { addVisitRoutes, type VisitRoutesOptions } from './visitRoutes.ts'

export type HttpOptions = AccountRoutesOptions &
  ContinueRoutesOptions &
  EntryRoutesOptions &
  FileRoutesOptions &
  ImAccountRoutesOptions &
  LineRoutesOptions &
  OperationRoutesOptions &
  PageRoutesOptions &
  PlainRoutesOptions &
  VisitRoutesOptions & {
    readonly metrics: Metrics
    readonly log: Logger
    /** The public address is https: browsers are told to stay there. */
    readonly https: boolean
  }

const BODY_LIMIT_BYTES = 1024 * 1024
/** A connection that says nothing for so long is closed; an upload that goes on is not. */
const IDLE_MS = 60_000
const HEADERS_MS = 10_000

export const createHttp = async (options: HttpOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    connectionTimeout: IDLE_MS,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // Broken requests are answered by the parser, before there is a route.
    clientErrorHandler: (_error, socket) => {
      if (socket.writable)
        socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    },
  })
  app.server.headersTimeout = HEADERS_MS
  app.addHook('onResponse', async (request, reply) => {
    options.metrics.request(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime)
  })
  addSecurityHeaders(app, options)
  handleErrors(app, options.log)
  addAccountRoutes(app, options)
  addFileRoutes(app, options)
  addEntryRoutes(app, options)
  addImAccountRoutes(app, options)
  addLineRoutes(app, options)
  if (options.signInOffer.outboxUrl !== null) addOutboxRoutes(app, options)
  addOperationRoutes(app, options)
  addVisitRoutes(app, options)
  await addPlainRoutes(app, options)
  await addMessageRoutes(app, options)
  await addContinueRoutes(app, options)
  await addPageRoutes(app, options)
  return app
}
