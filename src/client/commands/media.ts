import { ok, refuse, type Result } from '../../base/result.ts'
import type { ActionArgs, ActionCode } from '../api.ts'
import { withoutMessage } from '../store/media.ts'
import type { MediaFile } from '../store/mediaFile.ts'
import type { Store } from '../store/store.ts'
import type { Tidying } from './tidyCache.ts'

/** Larger ones are fetched each time: they would push out many small ones. */
const LARGEST_BYTES = 20 * 1024 * 1024

interface Place {
  readonly media: MediaFile
  readonly tidying: Tidying
}

/** Keeps a picture that a window has fetched; what is only read at the server leaves nothing here (R-17-049). */
export const keepMedia = async (
  store: Store,
  { media, tidying }: Place,
  { fileId, file }: ActionArgs<'media.keep'>,
): Promise<Result<Record<string, never>, ActionCode<'media.keep'>>> => {
  if (file.size > LARGEST_BYTES) return refuse('too-large', { limit: LARGEST_BYTES })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (withoutMessage(store.cache, [fileId]).length > 0) return refuse('not-found')
  if (!media.keep(fileId, file.type, bytes)) return refuse('disk-full')
  store.announce('storage', `media:${fileId}`)
  tidying.changed()
  return ok({})
}

export const clearMedia = async (
  store: Store,
  { media }: Place,
): Promise<Result<Record<string, never>, never>> => {
  await media.clear()
  store.announce('storage')
  return ok({})
}
