import type { WorkQueue } from '../../base/workQueue.ts'
import type { ContentStore } from '../files/contentStore.ts'
import { HEAD_BYTES, IMAGE_FORMATS, imageFormat, sniff } from '../files/fileTypes.ts'
import { reencodeImage } from '../files/reencodeImage.ts'

/** A picture whose bytes are kept; no file of the company yet. */
export interface KeptPicture {
  readonly sha256: string
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** Null: it is no picture, or there is no room for it. */
export type KeepPicture = (bytes: Buffer) => Promise<KeptPicture | null>

/** Neither side is longer: it is shown small, also on fine screens. */
const MOST_PIXELS = 400

/** Keeps a picture as it is drawn anew, small and still; what it is its bytes say. */
export const createKeepPicture =
  (store: Pick<ContentStore, 'put'>, pictures: WorkQueue): KeepPicture =>
  async (original) => {
    const format = imageFormat('', await sniff(original.subarray(0, HEAD_BYTES)))
    const { mime } = (format !== undefined && IMAGE_FORMATS[format]) || { mime: '' }
    if (format === undefined || mime === '') return null
    const drawn = await pictures.run(async () => reencodeImage(original, format, MOST_PIXELS))
    if (!drawn) return null
    const { bytes, width, height } = drawn
    const sha256 = await store.put(bytes)
    return sha256.ok
      ? { sha256: sha256.value, name: `preview.${format}`, mime, bytes: bytes.length, width, height }
      : null
  }
