/** Uploads in parts: where one stands, one more part, and that it is whole. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'

import { refuse, type Result } from '../../../base/result.ts'
import { FILE_LIMIT_BYTES, UPLOAD_PART_BYTES } from '../../../protocol/model/limits.ts'
import type { FileUploaded, PartsReceived } from '../../../protocol/wire/index.ts'
import type { Files } from '../../files/files.ts'
import type { PartialUploads } from '../../files/partialUploads.ts'
import type { Uploader, Uploaders } from '../../files/uploaders.ts'
import type { KeyedBuckets } from '../tokenBucket.ts'
import { sendRefusal } from './refusals.ts'

export interface PartRoutesOptions {
  readonly files: Files
  readonly partialUploads: PartialUploads
  readonly uploaders: Uploaders
  readonly uploads: KeyedBuckets
}

/** What a file is called and how it is to be shown. */
export const UploadQuery = z.strictObject({
  name: z.string().min(1).max(512),
  kind: z.enum(['image', 'file', 'theme']),
})
const Params = z.strictObject({ uploadId: z.string().regex(/^[\w-]{1,64}$/u) })
const Sha256 = z.string().regex(/^[\da-f]{64}$/u)
const PartQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).max(FILE_LIMIT_BYTES),
  sha256: Sha256,
})
const DoneQuery = UploadQuery.extend({ digest: Sha256 })

/** Call it where bodies are handed on as they come. */
export const addPartRoutes = (app: FastifyInstance, options: PartRoutesOptions): void => {
  const { files, partialUploads, uploaders, uploads } = options
  /** Who asks, at each part: a right that ended in between ends the upload. */
  const askerOf = async (
    request: FastifyRequest,
  ): Promise<Result<{ uploader: Uploader; uploadId: string }, 'invalid' | UploaderRefusal>> => {
    const params = Params.safeParse(request.params)
    if (!params.success) return refuse('invalid')
    const uploader = await uploaders.of(request.headers.authorization)
    return uploader.ok ? { ok: true, value: { uploader: uploader.value, ...params.data } } : uploader
  }

  app.get('/api/files/parts/:uploadId', async (request, reply) => {
    const asker = await askerOf(request)
    if (!asker.ok) return sendRefusal(reply, asker)
    const { uploader, uploadId } = asker.value
    const answer: PartsReceived = { received: await partialUploads.received(uploader, uploadId) }
    return reply.header('cache-control', 'no-store').send(answer)
  })

  app.post('/api/files/parts/:uploadId', { bodyLimit: UPLOAD_PART_BYTES }, async (request, reply) => {
    const query = PartQuery.safeParse(request.query)
    if (!query.success) return sendRefusal(reply, refuse('invalid'))
    const asker = await askerOf(request)
    if (!asker.ok) return sendRefusal(reply, asker)
    const { uploader, uploadId } = asker.value
    // One of many parts is no further upload.
    const retryAfterMs = query.data.offset === 0 ? uploads.take(`${uploader.kind}:${uploader.id}`) : 0
    if (retryAfterMs > 0) return sendRefusal(reply, refuse('too-many-tries', { retryAfterMs }))
    const bytes = await bytesOf(request.raw)
    if (!bytes) return sendRefusal(reply, refuse('too-large', { limit: UPLOAD_PART_BYTES }))
    const added = await partialUploads.add(uploader, uploadId, { ...query.data, bytes })
    if (!added.ok) return sendRefusal(reply, added)
    const answer: PartsReceived = { received: added.value }
    return reply.send(answer)
  })

  app.post('/api/files/parts/:uploadId/done', async (request, reply) => {
    const query = DoneQuery.safeParse(request.query)
    if (!query.success) return sendRefusal(reply, refuse('invalid'))
    const asker = await askerOf(request)
    if (!asker.ok) return sendRefusal(reply, asker)
    const { uploader, uploadId } = asker.value
    const { digest, ...named } = query.data
    const whole = await partialUploads.open(uploader, uploadId, digest)
    if (!whole.ok) return sendRefusal(reply, whole)
    const { bytes, stream, drop } = whole.value
    const stored = await files.receive({ uploader, ...named, announcedBytes: bytes, body: stream })
    stream.destroy()
    // Refused for its kind it is refused again; where there is no room now, it may be tried later.
    if (stored.ok || stored.code === 'type-not-allowed' || stored.code === 'too-large') await drop()
    if (!stored.ok) return sendRefusal(reply, stored)
    const answer: FileUploaded = { file: stored.value }
    return reply.send(answer)
  })
}

type UploaderRefusal = Extract<Awaited<ReturnType<Uploaders['of']>>, { readonly ok: false }>['code']

/** Null: more than a part may have. */
const bytesOf = async (body: AsyncIterable<Buffer>): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > UPLOAD_PART_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
