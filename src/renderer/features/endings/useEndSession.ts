import type { ConversationView } from '../../../client/api.ts'
import { lacksTopic } from '../../../domain/topics/topics.ts'
import type { Session } from '../../../protocol/model/index.ts'
import { useKeptOpen, useQuery, useRun } from '../../core/index.ts'
import { useContactName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useAskRating } from '../ratings/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { offerEndingUndo } from './offers.ts'

export interface EndSession {
  /** It is being ended: held back, or on its way. */
  readonly busy: boolean
  /** The customer wrote meanwhile: the agent is asked again (R-02-160). */
  readonly asking: boolean
  /** The company wants a topic first (R-02-272). */
  readonly needsTopic: boolean
  /** The agent may ask for a rating in the same step (R-03-080). */
  readonly offersRating: boolean
  readonly failure: string | null
  readonly end: () => void
  /** Ends it after what had to be asked was asked. */
  readonly endAnyway: (askRating: boolean) => void
  /** Ends the session as it is after a change that has not come back yet. */
  readonly endChanged: (session: Session) => void
  readonly dismiss: () => void
}

const STEPS = ['topic', 'rating'] as const

/** What has to be asked before this session is ended. */
interface Asked {
  readonly of: string
  readonly step: (typeof STEPS)[number]
}

/** Ends the session of the open conversation, if it is one's own, after a moment in which it can be taken back; else null. */
export const useEndSession = (view: ConversationView | null | undefined): EndSession | null => {
  const { t } = useTranslation('todos')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useContactName()
  const me = useQuery('account.current', {})?.me
  const topics = useQuery('organization.get', {})?.topics
  const endings = useQuery('endings.list', {}) ?? []
  const usualSeconds = useAgentSetting('endHoldSeconds').value
  const removeRow = useAgentSetting('removeEnded').value
  const rating = useAskRating(view?.session ?? null)
  const [state, setState] = useKeptOpen('ending', askedOf)
  const session = view?.session
  const own =
    session &&
    me &&
    session.handlerId === me.agentId &&
    (session.state === 'active' || session.state === 'assigned')
  if (!view || !session || !own) return null

  const step = state?.of === session.id ? state.step : null
  const ending = endings.find(({ sessionId }) => sessionId === session.id)
  const undo = async (): Promise<null> => {
    await run('ending.undo', { sessionId: session.id })
    return null
  }
  const hold = async (
    { id: sessionId, version }: Session,
    askRating: boolean,
    seconds = usualSeconds,
  ): Promise<void> => {
    setState(null)
    const { id: conversationId, lastSeq } = view.conversation
    if (seconds > 0)
      offerEndingUndo(sessionId, {
        text: t('ending.held', { name: nameOf(view) }),
        undo,
        forMs: seconds * 1000,
      })
    await run('ending.hold', { sessionId, conversationId, version, lastSeq, askRating, removeRow, seconds })
  }
  const begin = (changed: Session): void => {
    if (topics && lacksTopic(changed, topics)) setState({ of: session.id, step: 'topic' })
    else if (rating && !rating.asked) setState({ of: session.id, step: 'rating' })
    else void hold(changed, false)
  }
  const isUnder = ending?.state === 'held' || ending?.state === 'sending'
  return {
    busy: isUnder,
    asking: ending?.state === 'customer-wrote',
    needsTopic: step === 'topic' || ending?.code === 'topic-required',
    offersRating: step === 'rating',
    failure:
      ending?.state === 'refused' && ending.code !== null && ending.code !== 'topic-required'
        ? errorText(ending.code)
        : null,
    end: () => {
      if (!isUnder) begin(session)
    },
    endAnyway: (askRating) => {
      // Whoever ends although the customer wrote has had second thoughts already.
      void hold(session, askRating, ending?.state === 'customer-wrote' ? 0 : usualSeconds)
    },
    endChanged: begin,
    dismiss: () => {
      setState(null)
      if (ending && !isUnder) void undo()
    },
  }
}

const askedOf = (about: unknown): Asked | null => {
  if (typeof about !== 'object' || about === null) return null
  const { of, step } = about as Readonly<Record<string, unknown>>
  const known = STEPS.find((one) => one === step)
  return typeof of === 'string' && known ? { of, step: known } : null
}
