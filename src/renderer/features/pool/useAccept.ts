import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

export type AcceptEntry = Pick<PoolEntry, 'sessionId' | 'conversationId'>

export interface Accepting {
  readonly busy: boolean
  /** What came of it, where something has to be said: who was faster, what the limit is. */
  readonly report: string | null
  /** In the order given, until the capacity is reached; answers the conversations that were won. */
  readonly accept: (entries: readonly AcceptEntry[]) => Promise<readonly AcceptEntry[]>
  readonly dismiss: () => void
}

/** Takes waiting customers (R-02-118 … R-02-121). */
export const useAccept = (): Accepting => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<string | null>(null)

  const accept = async (entries: readonly AcceptEntry[]): Promise<readonly AcceptEntry[]> => {
    setBusy(true)
    setReport(null)
    const won: AcceptEntry[] = []
    const lost: string[] = []
    for (const entry of entries) {
      const answer = await run('session.accept', { sessionId: entry.sessionId })
      if (answer.ok) {
        won.push(entry)
        continue
      }
      lost.push(errorText(answer.code, answer.details))
      // Whatever ends one attempt for good ends the rest too; somebody else being faster does not.
      if (answer.code !== 'already-taken' && answer.code !== 'session-ended') break
    }
    setBusy(false)
    const [reason] = lost
    if (reason !== undefined)
      setReport(
        entries.length === 1
          ? reason
          : t('batchReport', {
              won: won.length,
              left: entries.length - won.length,
              reason: lost.at(-1) ?? reason,
            }),
      )
    return won
  }

  return {
    busy,
    report,
    accept,
    dismiss: () => {
      setReport(null)
    },
  }
}
