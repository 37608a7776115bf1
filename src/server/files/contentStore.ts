/**
 * Bytes on disk under the SHA-256 of themselves: the same picture sent a hundred times is kept once, and a file can
 * always be checked against its name.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

import { refuse, ok, type Result } from '../../base/result.ts'
import { HEAD_BYTES } from './fileTypes.ts'

export interface ContentStore {
  /** Empties what interrupted uploads left behind; call before the first `receive`. */
  prepare(): Promise<void>
  /** Streams to a temporary file; `keep` or `discard` must follow. */
  receive(
    source: AsyncIterable<Uint8Array>,
    limitBytes: number,
  ): Promise<Result<Incoming, 'too-large' | 'disk-full'>>
  /** Stores bytes that are in memory already. */
  put(bytes: Buffer): Promise<Result<string, 'disk-full'>>
  read(sha256: string): ReadStream
  size(sha256: string): Promise<number | undefined>
}

export interface Incoming {
  readonly sha256: string
  readonly bytes: number
  /** The first bytes, to tell the type. */
  readonly head: Buffer
  readAll(): Promise<Buffer>
  keep(): Promise<void>
  discard(): Promise<void>
}

export const createContentStore = (folder: string): ContentStore => {
  const incoming = join(folder, 'incoming')
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

  const place = async (temporary: string, sha256: string): Promise<void> => {
    const path = pathOf(sha256)
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
    await rename(temporary, path)
  }

  const receive: ContentStore['receive'] = async (source, limitBytes) => {
    const path = join(incoming, randomUUID())
    const discard = (): Promise<void> => rm(path, { force: true })
    let file: FileHandle | undefined
    try {
      file = await open(path, 'wx', 0o600)
      const hash = createHash('sha256')
      const head: Uint8Array[] = []
      let headBytes = 0
      let bytes = 0
      for await (const chunk of source) {
        bytes += chunk.length
        if (bytes > limitBytes) {
          await file.close()
          await discard()
          return refuse('too-large', { limit: limitBytes })
        }
        if (headBytes < HEAD_BYTES) {
          head.push(chunk)
          headBytes += chunk.length
        }
        hash.update(chunk)
        await file.write(chunk)
      }
      await file.sync()
      await file.close()
      const sha256 = hash.digest('hex')
      return ok({
        sha256,
        bytes,
        head: Buffer.concat(head).subarray(0, HEAD_BYTES),
        readAll: () => readWhole(path),
        keep: () => place(path, sha256),
        discard,
      })
    } catch (error) {
      await file?.close().catch(() => undefined)
      await discard().catch(() => undefined)
      if (isDiskFull(error)) return refuse('disk-full')
      throw error
    }
  }

  return {
    prepare: async () => {
      await mkdir(incoming, { recursive: true })
      for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true })
    },
    receive,
    put: async (bytes) => {
      const received = await receive(once(bytes), Number.POSITIVE_INFINITY)
      if (!received.ok) return refuse('disk-full')
      await received.value.keep()
      return ok(received.value.sha256)
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    size: async (sha256) => {
      const found = await stat(pathOf(sha256)).catch(() => undefined)
      return found?.size
    },
  }
}

/** No room on the disk, or none left for this user. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

const readWhole = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r')
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
