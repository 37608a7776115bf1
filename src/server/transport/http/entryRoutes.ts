/** What everybody may read about entry points: how they look, and the pictures they show. */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

import { allowsOrigin } from '../../../domain/widgets/origins.ts'
import { FileId, WidgetId } from '../../../protocol/model/index.ts'
import type { EntryAnswer } from '../../../protocol/wire/index.ts'
import { findInvitationSettings, picturesOf } from '../../db/invitations.ts'
import type { ReadDb } from '../../db/port.ts'
import { activeWidgetsOf, findWidget, showsFile, type StoredWidget } from '../../db/widgets.ts'
import type { Files } from '../../files/files.ts'
import { entrySeen, listedEntries } from '../../publish/widgetView.ts'
import { sendRefusal } from './refusals.ts'
import { allowEverywhere, FILE_POLICY } from './securityHeaders.ts'

export interface EntryRoutesOptions {
  readonly db: ReadDb
  readonly files: Files
}

const EntryParams = z.object({ widgetId: WidgetId })
const PictureParams = z.object({ widgetId: WidgetId, fileId: FileId })
/** With the pace at which pages ask again, what is changed arrives within a minute (R-02-035). */
const ENTRY_CACHE = 'public, max-age=5'
const PICTURE_CACHE = 'public, max-age=86400, immutable'

export const addEntryRoutes = (app: FastifyInstance, { db, files }: EntryRoutesOptions): void => {
  app.get('/widget/entry/:widgetId', async (request, reply) => {
    const params = EntryParams.safeParse(request.params)
    const found = params.success ? await findWidget(db, params.data.widgetId) : undefined
    if (!found) return sendRefusal(reply, { ok: false, code: 'not-found' })
    return allowEverywhere(reply)
      .headers({ 'access-control-allow-origin': '*', 'cache-control': ENTRY_CACHE, vary: 'origin' })
      .send(await answerFor(db, found, request.headers.origin))
  })

  app.get('/widget/picture/:widgetId/:fileId', async (request, reply) => {
    const params = PictureParams.safeParse(request.params)
    const found = params.success ? await findWidget(db, params.data.widgetId) : undefined
    const shown = found && params.data && (await isShown(db, found, params.data.fileId))
    const opened = shown && (await files.openShown(found.organizationId, params.data.fileId))
    if (!opened || !opened.ok) return sendRefusal(reply, { ok: false, code: 'not-found' })
    const { file, bytes, stream } = opened.value
    return allowEverywhere(reply)
      .headers({
        'access-control-allow-origin': '*',
        'content-type': file.mime,
        'content-length': bytes,
        'content-security-policy': FILE_POLICY,
        'cache-control': PICTURE_CACHE,
      })
      .send(stream())
  })
}

/** By the entry itself, or by an invitation on the page around it. */
const isShown = async (
  db: ReadDb,
  { organizationId, widget, deleted }: StoredWidget,
  fileId: FileId,
): Promise<boolean> => {
  if (deleted) return false
  if (showsFile(widget, fileId)) return true
  const invitations = await findInvitationSettings(db, organizationId)
  return invitations !== undefined && picturesOf(invitations).includes(fileId)
}

/** `origin`: of the page that asks; undefined when the chat's own page does. */
const answerFor = async (
  db: ReadDb,
  found: StoredWidget,
  origin: string | undefined,
): Promise<EntryAnswer> => {
  if (found.deleted || found.invalid) {
    const others = listedEntries(await activeWidgetsOf(db, found.organizationId))
    return { state: 'closed', company: found.company, others }
  }
  if (origin !== undefined && !allowsOrigin(found.widget.origins, origin)) return { state: 'foreign' }
  return { state: 'active', entry: entrySeen(found) }
}
