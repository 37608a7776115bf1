import { useState } from 'react'

import type { Session } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

export interface AskRating {
  /** The customer of this session was asked already. */
  readonly asked: boolean
  readonly busy: boolean
  readonly failure: string | null
  readonly ask: () => void
}

/** Sends the survey by hand, where the company wants that (R-02-261); null: there is nothing to send. */
export const useAskRating = (session: Session | null): AskRating | null => {
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const survey = useQuery('organization.get', {})?.survey
  const [state, setState] = useState<{
    readonly of: string
    readonly busy: boolean
    readonly code: string | null
  }>()
  const manual = survey?.on === true && survey.sending === 'manual'
  // Before the first answer there is nothing to rate.
  const own =
    session?.state === 'active' && session.firstReplyAt !== null && session.handlerId === me?.agentId
  if (!session || !manual || !own) return null
  const mine = state?.of === session.id ? state : null
  const ask = async (): Promise<void> => {
    setState({ of: session.id, busy: true, code: null })
    const answer = await run('session.request-rating', { sessionId: session.id })
    setState({ of: session.id, busy: false, code: answer.ok ? null : answer.code })
  }
  return {
    asked: session.survey !== undefined && !session.survey.undelivered,
    busy: mine?.busy ?? false,
    failure: mine?.code ? errorText(mine.code) : null,
    ask: () => {
      void ask()
    },
  }
}
