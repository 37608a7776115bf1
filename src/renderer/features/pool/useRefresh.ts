import { useState } from 'react'

import { useQuery, useRun } from '../../core/index.ts'

export interface Refresh {
  readonly busy: boolean
  /** What is shown may be old: there is no server, or it did not answer. */
  readonly failed: boolean
  /** The pool is on its way for the first time, or after a break. */
  readonly loading: boolean
  readonly refresh: () => void
}

/** Makes sure that the pool is shown as the server has it now (R-02-117, R-02-129). */
export const useRefresh = (): Refresh => {
  const run = useRun()
  const status = useQuery('connection.status', {})
  const [busy, setBusy] = useState(false)
  /** Since when there was the connection that did not answer; another one tells everything anew. */
  const [silentSince, setSilentSince] = useState<number | null>(null)
  const since = status?.since ?? null
  const refresh = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('connection.confirm', {})
    setBusy(false)
    setSilentSince(answer.ok ? null : since)
  }
  const { state } = status ?? {}
  return {
    busy,
    failed: state === 'offline' || state === 'limited' || (silentSince !== null && silentSince === since),
    loading: state === 'connecting' || state === 'syncing',
    refresh: () => {
      void refresh()
    },
  }
}
