import { useState } from 'react'

import type { Result } from '../../../base/result.ts'
import type { SessionTarget } from '../../../protocol/model/index.ts'
import { useErrorText } from '../../i18n/index.ts'

export interface Giving {
  readonly busy: boolean
  readonly failure: string | null
  /** The one whom the server found unable to receive, whatever the list said. */
  readonly unable: SessionTarget | null
  readonly send: (to: SessionTarget, waiting: boolean) => Promise<void>
}

/** Gives a session on by `give`; `waiting`: the customer may wait for the target. */
export const useGiving = <T>(
  give: (to: SessionTarget, waiting: boolean) => Promise<Result<T>>,
  onDone: (value: T) => void,
): Giving => {
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [unable, setUnable] = useState<SessionTarget | null>(null)
  return {
    busy,
    failure,
    unable,
    send: async (to, waiting) => {
      setBusy(true)
      setFailure(null)
      const answer = await give(to, waiting)
      setBusy(false)
      if (answer.ok) onDone(answer.value)
      else if (answer.code === 'not-receivable') setUnable(to)
      else setFailure(errorText(answer.code, answer.details))
    },
  }
}
