import { useState } from 'react'

import type { Session, SessionTarget } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { forgetNotes, type Notes } from './notes.ts'

export interface Transfer {
  readonly busy: boolean
  readonly failure: string | null
  /** The one whom the server found unable to receive, whatever the list said. */
  readonly unable: SessionTarget | null
  readonly send: (to: SessionTarget, notes: Notes, waiting: boolean) => Promise<void>
}

export const useTransfer = (session: Session, onDone: () => void): Transfer => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [unable, setUnable] = useState<SessionTarget | null>(null)

  return {
    busy,
    failure,
    unable,
    send: async (to, notes, waiting) => {
      setBusy(true)
      setFailure(null)
      const args = { sessionId: session.id, version: session.version, to, ...notes, waiting }
      const answer = await run('session.transfer', args)
      setBusy(false)
      if (answer.ok) {
        forgetNotes(session.id)
        onDone()
      } else if (answer.code === 'not-receivable') setUnable(to)
      else setFailure(errorText(answer.code, answer.details))
    },
  }
}
