import { ok, refuse, type Result } from '../../base/result.ts'
import { THEME_PICTURE_LIMIT_BYTES } from '../../protocol/model/limits.ts'
import type { ActionArgs, ActionCode } from '../api.ts'
import { readCompanyTheme } from '../store/agentSettings.ts'
import type { Store } from '../store/store.ts'
import { keepThemePicture as keep } from '../store/themePictures.ts'
import { whenDiskAllows } from '../store/whenDiskAllows.ts'

type Name = 'theme-picture.keep'

/** Keeps what a window has fetched of the theme as it is now. */
export const keepThemePicture = async (
  store: Store,
  { fileId, file }: ActionArgs<Name>,
): Promise<Result<Record<string, never>, ActionCode<Name>>> => {
  if (file.size > THEME_PICTURE_LIMIT_BYTES) return refuse('too-large', { limit: THEME_PICTURE_LIMIT_BYTES })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const theme = readCompanyTheme(store.cache)
  if (!theme || (theme.logo !== fileId && theme.background !== fileId)) return refuse('not-found')
  return (
    whenDiskAllows(() => store.write(({ cache }) => keep(cache, theme, fileId, file.type, bytes))) ?? ok({})
  )
}
