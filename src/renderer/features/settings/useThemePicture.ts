import { useEffect } from 'react'

import type { FileId } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useQueryPart, useRun } from '../../core/index.ts'
import { useObjectUrl } from '../../ui/index.ts'
import { useCompanyTheme } from './useCompanyTheme.ts'
import { useLook } from './useLook.ts'

export interface ThemePicture {
  /** The theme that is painted has one. */
  readonly wanted: boolean
  /** Its bytes, for as long as it is shown; null: they are not here yet. */
  readonly url: string | null
}

/** A picture of the company theme, where that is what is painted. It is kept, so that it is there without the server. */
export const useThemePicture = (name: 'logo' | 'background'): ThemePicture => {
  const theme = useCompanyTheme()
  const { paint } = useLook()
  const isPainted = paint.skin === 'company' && !paint.isContrast
  const fileId = isPainted ? (theme?.[name] ?? null) : null
  const kept = useQuery('theme-picture.get', { fileId: fileId ?? ('' as FileId) })
  useFetched(kept?.file === null ? fileId : null)
  const url = useObjectUrl(fileId === null ? null : (kept?.file ?? null))
  return { wanted: fileId !== null, url }
}

/** Fetches what is not kept yet, and gives it to the core; again when the server is back. */
const useFetched = (fileId: FileId | null): void => {
  const ask = useAsk()
  const run = useRun()
  const isUp = useQueryPart('connection.status', {}, (status) => status?.state === 'connected')
  useEffect(() => {
    if (fileId === null || !isUp) return
    const fetchIt = async (): Promise<void> => {
      const { url } = await ask('file.url', { fileId })
      const answer = url ? await fetch(url).catch(() => null) : null
      // A full disk costs the picture of the next start without the server, and this one; the status bar tells of the disk.
      if (answer?.ok) await run('theme-picture.keep', { fileId, file: await answer.blob() })
    }
    void fetchIt()
  }, [ask, run, fileId, isUp])
}
