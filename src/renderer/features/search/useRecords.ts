import { useState } from 'react'

import type { RecordHit } from '../../../client/api.ts'
import type { MessageFilter } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { SHOWN_OF_ONE } from './entries.ts'

export interface Records {
  /** What was found for the words and the filter as they stand now; null: that was not asked. */
  readonly hits: readonly RecordHit[] | null
  readonly busy: boolean
  readonly failure: string | null
  readonly search: () => void
  readonly forget: () => void
}

interface State {
  readonly key: string
  /** Null: under way, or refused. */
  readonly hits: readonly RecordHit[] | null
  readonly failure: string | null
}

/**
 * The search of everybody's records. It is asked by whoever means it and never while they type: each time is written down
 * (R-03-164). What was found is gone with the search (R-17-049).
 */
export const useRecords = (text: string, filter: MessageFilter): Records => {
  const run = useRun()
  const errorText = useErrorText()
  const [state, setState] = useState<State | null>(null)
  const wanted = text.trim()
  const key = JSON.stringify([wanted, filter])
  const current = state?.key === key ? state : null
  return {
    hits: current?.hits ?? null,
    busy: current !== null && current.hits === null && current.failure === null,
    failure: current?.failure ?? null,
    search: () => {
      if (wanted === '') return
      setState({ key, hits: null, failure: null })
      void run('records.search', { text: wanted, limit: SHOWN_OF_ONE, filter }).then((answer) => {
        const next: State = answer.ok
          ? { key, hits: answer.value.hits, failure: null }
          : { key, hits: null, failure: errorText(answer.code, answer.details) }
        // Of something else by now, or of nothing any more.
        setState((now) => (now?.key === key ? next : now))
      })
    },
    forget: () => {
      setState(null)
    },
  }
}
