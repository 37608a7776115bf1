/** Uploads and downloads. */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

import { FileId, OrganizationId, FILE_LIMIT_BYTES } from '../../../protocol/model/index.ts'
import type { FileUploaded } from '../../../protocol/wire/index.ts'
import { contentDisposition } from '../../files/fileName.ts'
import { addPartRoutes, UploadQuery, type PartRoutesOptions } from './partRoutes.ts'
import { sendRefusal } from './refusals.ts'
import { allowEverywhere, FILE_POLICY } from './securityHeaders.ts'

export type FileRoutesOptions = PartRoutesOptions

const FileParams = z.strictObject({ organizationId: OrganizationId, fileId: FileId })
const FileQuery = z.strictObject({
  exp: z.string().max(16),
  sig: z.string().max(64),
  /** Saves to disk instead of showing. */
  download: z.literal('1').optional(),
})
/** A voice is played where it stands, and some browsers play nothing that is not said to be sound. */
const PLAYED = /^(?:audio\/[\w.+-]{1,40}|video\/(?:webm|mp4)|application\/ogg)$/u
const KEEP_SECONDS = 300

export const addFileRoutes = (app: FastifyInstance, options: FileRoutesOptions): void => {
  const { files, uploaders, uploads } = options
  void app.register(async (scope) => {
    // The bytes go to the disk as they come: no parser gathers them first.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload)
    })
    addPartRoutes(scope, options)
    scope.post('/api/files', { bodyLimit: FILE_LIMIT_BYTES }, async (request, reply) => {
      const query = UploadQuery.safeParse(request.query)
      if (!query.success) return sendRefusal(reply, { ok: false, code: 'invalid' })
      const uploader = await uploaders.of(request.headers.authorization)
      if (!uploader.ok) return sendRefusal(reply, uploader)
      const retryAfterMs = uploads.take(`${uploader.value.kind}:${uploader.value.id}`)
      if (retryAfterMs > 0) {
        return sendRefusal(reply, { ok: false, code: 'too-many-tries', details: { retryAfterMs } })
      }
      const length = Number(request.headers['content-length'] ?? Number.NaN)
      const stored = await files.receive({
        uploader: uploader.value,
        ...query.data,
        ...(Number.isFinite(length) && { announcedBytes: length }),
        body: request.raw,
      })
      if (!stored.ok) return sendRefusal(reply, stored)
      const answer: FileUploaded = { file: stored.value }
      return reply.send(answer)
    })
  })

  app.get('/files/:organizationId/:fileId', async (request, reply) => {
    const params = FileParams.safeParse(request.params)
    const query = FileQuery.safeParse(request.query)
    if (!params.success || !query.success) return sendRefusal(reply, { ok: false, code: 'not-found' })
    const { exp, sig, download } = query.data
    const opened = await files.open({ ...params.data, expires: exp, signature: sig })
    if (!opened.ok) return sendRefusal(reply, opened)
    const { file, shown, bytes, stream } = opened.value
    const kind = shown && !download ? 'inline' : 'attachment'
    return allowEverywhere(reply)
      .headers({
        'content-type': shown || PLAYED.test(file.mime) ? file.mime : 'application/octet-stream',
        'content-length': bytes,
        'content-disposition': contentDisposition(kind, file.name),
        'content-security-policy': FILE_POLICY,
        'cache-control': `private, max-age=${KEEP_SECONDS}`,
      })
      .send(stream())
  })
}
