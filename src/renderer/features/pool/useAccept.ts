import { useState } from 'react'

import type { PoolEntry } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useChooseMenu } from '../rightMenu/index.ts'

export type AcceptEntry = Pick<PoolEntry, 'sessionId' | 'conversationId'>

export interface Accepting {
  readonly busy: boolean
  /** It takes so long that whoever pressed a key wonders whether it was heard. */
  readonly slow: boolean
  /** What came of it, where something has to be said: who was faster, what the limit is. */
  readonly report: string | null
  /** In the order given, until the capacity is reached; answers the conversations that were won. */
  readonly accept: (entries: readonly AcceptEntry[]) => Promise<readonly AcceptEntry[]>
  readonly dismiss: () => void
}

/** From here on a person takes a silence for a failure. */
const SLOW_MS = 500

/** What is the matter with one customer, and not with whoever accepts. */
const ENDS_ONE: ReadonlySet<string> = new Set(['already-taken', 'session-ended', 'blocked-by-you'])

/** Takes waiting customers (R-02-118 … R-02-121); beside each stands what they wrote meanwhile (R-03-114). */
export const useAccept = (): Accepting => {
  const { t } = useTranslation('pool')
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const chooseMenu = useChooseMenu()
  const [busy, setBusy] = useState(false)
  const [slow, setSlow] = useState(false)
  const [report, setReport] = useState<string | null>(null)

  const accept = async (entries: readonly AcceptEntry[]): Promise<readonly AcceptEntry[]> => {
    setBusy(true)
    setReport(null)
    const wondering = setTimeout(() => {
      setSlow(true)
    }, SLOW_MS)
    const won: AcceptEntry[] = []
    const lost: string[] = []
    for (const entry of entries) {
      const answer = await run('session.accept', { sessionId: entry.sessionId })
      if (answer.ok) {
        won.push(entry)
        continue
      }
      lost.push(errorText(answer.code, answer.details))
      // Whatever ends one attempt for good ends the rest too; what is about this customer alone does not.
      if (!ENDS_ONE.has(answer.code)) break
    }
    clearTimeout(wondering)
    if (won.length > 0 && me?.permissions.includes('customer.timeline'))
      chooseMenu(
        won.map(({ conversationId }) => conversationId),
        'timeline',
      )
    setSlow(false)
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
    slow,
    report,
    accept,
    dismiss: () => {
      setReport(null)
    },
  }
}
