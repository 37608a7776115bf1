/** Gets manifest and files from where the program is published. What comes is a stranger's until it is checked. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import type { UpdateFile } from './manifest.ts'

export type Fetch = (url: string) => Promise<Response>

export interface Feed {
  /** Null: it cannot be reached. Empty: more came than any manifest has. */
  manifest(): Promise<string | null>
  /** The place of the file, when it came and is what the manifest says; null: it is not. */
  file(file: UpdateFile, onProgress: (received: number) => void): Promise<string | null>
  /** Removes what was got before. */
  clear(): Promise<void>
}

const MANIFEST = 'foyer-update.json'
const MOST_OF_MANIFEST = 64 * 1024

/** `folder`: for the newest file only. */
export const createFeed = (address: string, folder: string, fetch: Fetch): Feed => {
  const get = async (name: string): Promise<ReadableStream<Uint8Array> | null> => {
    const answer = await fetch(`${address}/${name}`)
    return answer.ok ? (answer.body as ReadableStream<Uint8Array> | null) : null
  }
  const download = async (
    wanted: UpdateFile,
    place: string,
    onProgress: (received: number) => void,
  ): Promise<boolean> => {
    const body = await get(wanted.name)
    if (!body) return false
    const hash = createHash('sha512')
    let received = 0
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        received += chunk.length
        // A file without an end must not fill the disk.
        if (received > wanted.size) throw new Error('more came than was announced')
        hash.update(chunk)
        onProgress(received)
        yield chunk
      }
    }
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(place, { mode: 0o600 }))
    return received === wanted.size && hash.digest('hex') === wanted.sha512
  }
  const clear = async (): Promise<void> => rm(folder, { recursive: true, force: true })
  return {
    clear,
    manifest: async () => {
      try {
        const body = await get(MANIFEST)
        let text = ''
        const decoder = new TextDecoder()
        for await (const chunk of body ?? []) {
          text += decoder.decode(chunk, { stream: true })
          if (text.length > MOST_OF_MANIFEST) return ''
        }
        return body ? text : null
      } catch {
        return null
      }
    },
    file: async (wanted, onProgress) => {
      const place = join(folder, wanted.name)
      try {
        await clear()
        await mkdir(folder, { recursive: true, mode: 0o700 })
        // Under its name there is never anything else than the whole and right file.
        const part = `${place}.part`
        if (await download(wanted, part, onProgress)) {
          await rename(part, place)
          return place
        }
      } catch {
        // A line that breaks, a full disk: as if nothing had come.
      }
      await clear().catch(() => undefined)
      return null
    },
  }
}
