import { useEffect, useEffectEvent } from 'react'

import type { Session, SessionId } from '../../../protocol/model/index.ts'
import { useKeptOpenOf, useQuery } from '../../core/index.ts'
import { useAction } from '../actions/index.ts'
import { transferableOf } from './transferable.ts'

export interface Transferring {
  /** Null: there is nothing to give on, or it is not for this agent to do. */
  readonly start: (() => void) | null
  /** It is a colleague's session, moved by a supervisor (R-02-220). */
  readonly forced: boolean
  /** The session for which somebody else is being looked for now. */
  readonly session: Session | null
  readonly close: () => void
}

/** Gives the session of the open conversation to somebody else; looking for them goes on after a look at another one. */
export const useTransferring = (open: Session | null | undefined): Transferring => {
  const me = useQuery('account.current', {})?.me
  const people = useQuery('organization.get', {})
  const { session, forced } = transferableOf(open, me, people)
  const [wanted, setWanted] = useKeptOpenOf<SessionId>('transfer')
  const start = session
    ? () => {
        setWanted(session.id)
      }
    : null
  useAction('transfer', start)
  const isOver = Boolean(me && people) && wanted !== null && wanted === open?.id && !session
  const end = useEffectEvent((): void => {
    setWanted(null)
  })
  useEffect(() => {
    // It would come up by itself if the session came back.
    if (isOver) end()
  }, [isOver])
  return {
    start,
    forced,
    session: session?.id === wanted ? session : null,
    close: () => {
      setWanted(null)
    },
  }
}
