import { useEffect, useEffectEvent } from 'react'

import type { PoolEntry, SessionId } from '../../../protocol/model/index.ts'
import { useKeptOpen } from '../../core/index.ts'

export interface Assigning {
  /** Those who are being given to somebody now; none: nobody is. */
  readonly entries: readonly PoolEntry[]
  /** Names it, however many of them are taken meanwhile. */
  readonly about: string
  readonly open: (entries: readonly PoolEntry[] | null) => void
}

/** Whom the question is about to whom they are given; also after a reload, as far as they still wait. `isKnown`: `shown` are all. */
export const useAssigning = (shown: readonly PoolEntry[], isKnown: boolean): Assigning => {
  const [ids, setIds] = useKeptOpen('assign', idsIn)
  const entries = shown.filter(({ sessionId }) => ids?.includes(sessionId))
  const isOver = isKnown && ids !== null && entries.length === 0
  const end = useEffectEvent((): void => {
    setIds(null)
  })
  useEffect(() => {
    // Otherwise it would come up again with the first of them who waits once more.
    if (isOver) end()
  }, [isOver])
  return {
    entries,
    about: ids?.[0] ?? '',
    open: (wanted) => {
      setIds(wanted && wanted.map(({ sessionId }) => sessionId))
    },
  }
}

const idsIn = (about: unknown): readonly SessionId[] | null =>
  Array.isArray(about) ? about.filter((id): id is SessionId => typeof id === 'string') : null
