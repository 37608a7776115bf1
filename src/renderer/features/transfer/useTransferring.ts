import { useEffect, useState } from 'react'

import type { Session, SessionId } from '../../../protocol/model/index.ts'
import { keepInTab, readInTab, useQuery } from '../../core/index.ts'
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
  const [wanted, setWanted] = useState(wantedBefore)
  useEffect(() => {
    keepInTab('asking', { ...readInTab('asking'), transfer: wanted })
  }, [wanted])
  const start = session
    ? () => {
        setWanted(session.id)
      }
    : null
  useAction('transfer', start)
  return {
    start,
    forced,
    session: session?.id === wanted ? session : null,
    close: () => {
      setWanted(null)
    },
  }
}

/** Before the page was loaded again. */
const wantedBefore = (): SessionId | null => {
  const { transfer } = readInTab('asking')
  return typeof transfer === 'string' ? (transfer as SessionId) : null
}
