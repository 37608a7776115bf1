import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { Session } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

export interface EndSession {
  readonly busy: boolean
  /** The customer wrote meanwhile: the agent is asked again (R-02-160). */
  readonly asking: boolean
  /** The company wants a topic first (R-02-272). */
  readonly needsTopic: boolean
  readonly failure: string | null
  readonly end: () => void
  /** Ends the session as it is after a change that has not come back yet. */
  readonly endChanged: (session: Session) => void
  readonly dismiss: () => void
}

/** Ends the session of the open conversation, if it is one's own; null otherwise. */
export const useEndSession = (
  view: ConversationView | null | undefined,
  onEnded: () => void,
): EndSession | null => {
  const run = useRun()
  const errorText = useErrorText()
  const me = useQuery('account.current', {})?.me
  const [state, setState] = useState<{
    readonly of: string
    readonly busy: boolean
    readonly code: string | null
  }>()
  const session = view?.session
  const own =
    session &&
    me &&
    session.handlerId === me.agentId &&
    (session.state === 'active' || session.state === 'assigned')
  if (!view || !session || !own) return null
  const mine = state?.of === session.id ? state : null
  const end = async ({ version }: Session): Promise<void> => {
    setState({ of: session.id, busy: true, code: null })
    const lastSeq = view.conversation.lastSeq
    const answer = await run('session.end', { sessionId: session.id, version, lastSeq })
    setState({ of: session.id, busy: false, code: answer.ok ? null : answer.code })
    if (answer.ok) onEnded()
  }
  return {
    busy: mine?.busy ?? false,
    asking: mine?.code === 'new-message',
    needsTopic: mine?.code === 'topic-required',
    failure:
      mine?.code && mine.code !== 'new-message' && mine.code !== 'topic-required'
        ? errorText(mine.code)
        : null,
    end: () => {
      void end(session)
    },
    endChanged: (changed) => {
      void end(changed)
    },
    dismiss: () => {
      setState(undefined)
    },
  }
}
