/** What browsers load: the workbench, the widget's script and its frame. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'

import { isOldBrowser } from '../../../domain/widgets/browserOf.ts'
import { WidgetId } from '../../../protocol/model/index.ts'
import type { ReadDb } from '../../db/port.ts'
import { findWidget } from '../../db/widgets.ts'
import { OLD_BROWSER_SCRIPT } from '../../pages/oldBrowserScript.ts'
import { sendClosedEntry } from './plainRoutes.ts'
import { sendRefusal } from './refusals.ts'
import { allowEverywhere, framePolicy, workbenchPolicy } from './securityHeaders.ts'

export interface PageRoutesOptions {
  readonly db: ReadDb
  /** The built web workbench; undefined: this server has none. */
  readonly webRoot: string | undefined
  /** The built widget: `foyer.js`, and the page inside its frame in the folder `frame`. */
  readonly widgetRoot: string | undefined
}

const FrameQuery = z.object({ widget: WidgetId })
const ChatParams = z.object({ widgetId: WidgetId })
const FilePath = z.object({ '*': z.string() })
/** Names of built files hold a hash of their content, so they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const LOADER_CACHE = 'public, max-age=300'
const NO_CACHE = 'no-cache'

export const addPageRoutes = async (app: FastifyInstance, options: PageRoutesOptions): Promise<void> => {
  await app.register(fastifyStatic, {
    root: process.cwd(),
    serve: false,
    cacheControl: false,
    // Where the build has laid a compressed form beside a file.
    preCompressed: true,
  })
  if (options.widgetRoot) addWidgetPages(app, options.db, options.widgetRoot)
  const { webRoot } = options
  if (webRoot && existsSync(join(webRoot, 'index.html'))) addWorkbench(app, webRoot)
  else {
    app.setNotFoundHandler((_request, reply) => {
      void notFound(reply)
    })
  }
}

const addWidgetPages = (app: FastifyInstance, db: ReadDb, widgetRoot: string): void => {
  const frameRoot = join(widgetRoot, 'frame')

  const sendFrame = (request: FastifyRequest, reply: FastifyReply, ancestors: readonly string[]) =>
    allowEverywhere(reply)
      .headers({
        'content-security-policy': framePolicy(request.host, ancestors),
        'cache-control': NO_CACHE,
      })
      .sendFile('frame.html', frameRoot)

  for (const script of ['foyer.js', 'foyer-invitation.js']) {
    app.get(`/${script}`, (request, reply) => {
      const isOld = isOldBrowser(request.headers['user-agent'] ?? '')
      const answer = allowEverywhere(reply).headers({
        'access-control-allow-origin': '*',
        'cache-control': LOADER_CACHE,
        vary: 'user-agent',
      })
      if (isOld) void answer.type('text/javascript; charset=utf-8').send(OLD_BROWSER_SCRIPT)
      else void answer.sendFile(script, widgetRoot)
    })
  }

  app.get('/widget/frame.html', async (request, reply) => {
    const query = FrameQuery.safeParse(request.query)
    const found = query.success ? await findWidget(db, query.data.widget) : undefined
    if (!found) return notFound(reply)
    const { origins } = found.widget
    return sendFrame(request, reply, origins.length > 0 ? origins : ['*'])
  })

  app.get('/widget/*', (request, reply) => {
    void allowEverywhere(reply).header('cache-control', FOR_EVER).sendFile(pathOf(request), frameRoot)
  })

  // The same chat as a page of its own, for links and printed codes.
  app.get('/chat/:widgetId', async (request, reply) => {
    const params = ChatParams.safeParse(request.params)
    const found = params.success ? await findWidget(db, params.data.widgetId) : undefined
    if (!params.success) return notFound(reply)
    if (!found || found.deleted || found.invalid) return sendClosedEntry(request, reply, db, found)
    if (isOldBrowser(request.headers['user-agent'] ?? ''))
      return reply.redirect(`/message/${found.widget.id}`)
    return sendFrame(request, reply, ["'none'"])
  })
}

const addWorkbench = (app: FastifyInstance, webRoot: string): void => {
  const sendFile = (request: FastifyRequest, reply: FastifyReply, path: string) =>
    reply
      .headers({
        // On every file: a worker has the policy that its own script came with.
        'content-security-policy': workbenchPolicy(request.host),
        'cache-control': path.startsWith('assets/') ? FOR_EVER : NO_CACHE,
      })
      .sendFile(path, webRoot)

  // Plain functions: a reply that is handed on through promises is listened to by each of them.
  app.get('/', (request, reply) => {
    void sendFile(request, reply, 'index.html')
  })
  app.get('/*', (request, reply) => {
    void sendFile(request, reply, pathOf(request))
  })
  app.setNotFoundHandler((request, reply) => {
    void (isPage(request) ? sendFile(request, reply, 'index.html') : notFound(reply))
  })
}

/** Addresses inside the workbench are its own business; a missing file or call is not a page. */
const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  !/^\/(?:api|files|control|widget|assets)(?:\/|$)/u.test(url) &&
  !/\.\w+$/u.test(url.split('?')[0] ?? '') &&
  (headers.accept ?? '').includes('text/html')

const pathOf = (request: FastifyRequest): string => FilePath.parse(request.params)['*']

const notFound = (reply: FastifyReply): FastifyReply => sendRefusal(reply, { ok: false, code: 'not-found' })
