import { useEffect, useState } from 'react'

import { useQuery, useRun } from '../../core/index.ts'
import { useObjectUrl } from '../../ui/index.ts'

/** What came of fetching a picture; a null `file`: the address itself has to do. */
interface Fetched {
  readonly fileId: string
  readonly file: Blob | null
}

/**
 * Where a message's picture is shown from: from this device, where it is kept, else from the server, and then it is kept
 * (R-06-176). Null: it cannot be had; undefined: it is on its way.
 */
export const usePictureUrl = (fileId: string): string | null | undefined => {
  const run = useRun()
  const kept = useQuery('media.get', { fileId })
  const [fetched, setFetched] = useState<Fetched | null>(null)
  const mine = fetched?.fileId === fileId ? fetched : null
  const isWanted = kept?.file === null && !mine?.file
  const stored = useQuery('file.url', { fileId: isWanted ? fileId : '' })
  const address = isWanted ? stored?.url : undefined
  const isFailed = mine !== null && mine.file === null
  useEffect(() => {
    if (!address || isFailed) return undefined
    const control = new AbortController()
    const fetchIt = async (): Promise<void> => {
      const answer = await fetch(address, { signal: control.signal }).catch(() => null)
      const file = answer?.ok ? await answer.blob().catch(() => null) : null
      if (control.signal.aborted) return
      setFetched({ fileId, file })
      // Where it cannot be kept it is fetched again the next time.
      if (file) await run('media.keep', { fileId, file })
    }
    void fetchIt()
    return () => {
      control.abort()
    }
  }, [run, fileId, address, isFailed])
  const file = mine?.file ?? kept?.file ?? null
  const local = useObjectUrl(file)
  if (file) return local ?? undefined
  return isFailed || address === null ? address : undefined
}
