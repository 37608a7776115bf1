import { useEffect, useState } from 'react'

import { useQuery, useRun } from '../../core/index.ts'
import { useLanguage } from '../../ui/index.ts'
import { confirmed } from './confirmed.ts'
import { groupRows, type GroupRow, type Whom } from './targets.ts'

export interface TargetRows {
  /** Null while they are being read, or could not be. */
  readonly rows: readonly GroupRow[] | null
  /** Nobody can tell who can receive now. */
  readonly failed: boolean
  readonly retry: () => void
}

/** Everybody whom something can be given to, as they stand now: what an earlier connection told is no answer. */
export const useTargetRows = (whom: Whom): TargetRows => {
  const language = useLanguage()
  const run = useRun()
  const organization = useQuery('organization.get', {})
  const presences = useQuery('presence.all', {})
  const [state, setState] = useState<'loading' | 'known' | 'failed'>('loading')
  useEffect(() => {
    if (state !== 'loading') return
    let wanted = true
    const ask = async (): Promise<boolean> => !wanted || (await run('connection.confirm', {})).ok
    const wait = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
    void confirmed(ask, wait).then((known) => {
      if (wanted) setState(known ? 'known' : 'failed')
    })
    return () => {
      wanted = false
    }
  }, [state, run])
  const known = state === 'known' && organization && presences
  return {
    rows: known ? groupRows(organization, presences, whom, language) : null,
    failed: state === 'failed',
    retry: () => {
      setState('loading')
    },
  }
}
