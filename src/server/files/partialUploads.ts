/**
 * Uploads that come in parts, so that a broken line or a restart, of either side, costs one part and not the file.
 *
 * Each is one file that grows, named by who sends it and by what they call it: nobody can add to, or ask about, what
 * another one sends. How long it is says where to go on. What nobody has gone on with for a day is removed.
 */
import { createHash, hash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { appendFile, mkdir, readdir, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { FILE_LIMIT_BYTES, UPLOAD_PART_BYTES } from '../../protocol/model/limits.ts'
import { isDiskFull } from './contentStore.ts'
import type { Uploader } from './uploaders.ts'

export interface PartialUploads {
  /** Removes what nobody goes on with. */
  sweep(): Promise<void>
  /** How many bytes are here; 0: none, or none any more. */
  received(uploader: Uploader, id: string): Promise<number>
  /** Answers how many bytes are here then, which tells whoever is out of step where to go on. */
  add(
    uploader: Uploader,
    id: string,
    part: Part,
  ): Promise<Result<number, 'unavailable' | 'too-large' | 'disk-full'>>
  /** The whole of it; refused where it is not what was sent, and then it begins anew. */
  open(uploader: Uploader, id: string, digest: string): Promise<Result<Whole, 'not-found' | 'unavailable'>>
}

export interface Part {
  readonly offset: number
  readonly bytes: Buffer
  readonly sha256: string
}

export interface Whole {
  readonly bytes: number
  readonly stream: ReadStream
  drop(): Promise<void>
}

const KEPT_MS = 24 * 60 * 60_000
const SWEPT_EACH_MS = 60 * 60_000
const SOON = { retryAfterMs: 1_000 }

export const createPartialUploads = (folder: string, clock: Clock): PartialUploads => {
  /** Being written: a part that is sent again, because its answer was lost, must not come between. */
  const busy = new Set<string>()
  let sweptAt = Number.NEGATIVE_INFINITY

  const pathOf = ({ organizationId, kind, id: uploaderId }: Uploader, id: string): string =>
    join(folder, hash('sha256', JSON.stringify([organizationId, kind, uploaderId, id])))
  const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0

  const sweep = async (): Promise<void> => {
    sweptAt = clock.now()
    await mkdir(folder, { recursive: true })
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const found = await stat(path).catch(() => undefined)
      if (found && found.mtimeMs < clock.now() - KEPT_MS) await rm(path, { force: true })
    }
  }

  const append = async (
    path: string,
    { offset, bytes }: Part,
  ): Promise<Result<number, 'too-large' | 'disk-full'>> => {
    const have = await sizeOf(path)
    // Part of a part: the machine stopped while it was written.
    const isTorn = offset < have && offset + bytes.length > have
    if (offset !== have && !isTorn) return ok(have)
    if (offset + bytes.length > FILE_LIMIT_BYTES) return refuse('too-large', { limit: FILE_LIMIT_BYTES })
    try {
      if (isTorn) await truncate(path, offset)
      await appendFile(path, bytes, { mode: 0o600 })
      return ok(offset + bytes.length)
    } catch (error) {
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    }
  }

  return {
    sweep,
    received: async (uploader, id) => sizeOf(pathOf(uploader, id)),
    add: async (uploader, id, part) => {
      if (hash('sha256', part.bytes) !== part.sha256) return refuse('unavailable', SOON)
      const path = pathOf(uploader, id)
      if (busy.has(path)) return refuse('unavailable', SOON)
      busy.add(path)
      try {
        if (part.offset === 0 && clock.now() - sweptAt > SWEPT_EACH_MS) await sweep()
        return await append(path, part)
      } finally {
        busy.delete(path)
      }
    },
    open: async (uploader, id, digest) => {
      const path = pathOf(uploader, id)
      const bytes = await sizeOf(path)
      if (bytes === 0) return refuse('not-found')
      const drop = (): Promise<void> => rm(path, { force: true })
      if ((await digestOf(path)) !== digest) {
        await drop()
        return refuse('unavailable', SOON)
      }
      return ok({ bytes, stream: createReadStream(path), drop })
    },
  }
}

/** The hash of the hashes of all parts: whoever sends a file need not read it as a whole to know it. */
const digestOf = async (path: string): Promise<string> => {
  const all = createHash('sha256')
  const parts = createReadStream(path, { highWaterMark: UPLOAD_PART_BYTES })
  let part = createHash('sha256')
  let filled = 0
  for await (const chunk of parts as AsyncIterable<Buffer>) {
    let rest = chunk
    while (rest.length > 0) {
      const taken = rest.subarray(0, UPLOAD_PART_BYTES - filled)
      part.update(taken)
      filled += taken.length
      rest = rest.subarray(taken.length)
      if (filled < UPLOAD_PART_BYTES) continue
      all.update(part.digest('hex'))
      part = createHash('sha256')
      filled = 0
    }
  }
  if (filled > 0) all.update(part.digest('hex'))
  return all.digest('hex')
}
