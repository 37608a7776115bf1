import { useState } from 'react'

import { refuse, type Result } from '../../../base/result.ts'
import type { Presence } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useAction } from '../actions/index.ts'

export interface Reception {
  readonly on: boolean
  readonly allowed: boolean
  readonly presence: Presence
  readonly busy: boolean
  /** Switching off is asked for once. */
  readonly asking: boolean
  readonly failure: string | null
  readonly toggle: () => void
  readonly confirm: () => void
  readonly dismiss: () => void
  readonly setPresence: (presence: Exclude<Presence, 'offline'>) => void
}

/** The own presence and the reception switch; what is shown is what the server says (R-03-156). */
export const useReception = (): Reception => {
  const run = useRun()
  const errorText = useErrorText()
  const mine = useQuery('presence.mine', {})
  const me = useQuery('account.current', {})?.me
  const [state, setState] = useState<{ busy: boolean; asking: boolean; failure: string | null }>(CALM)
  const on = mine?.reception ?? false

  const set = async (next: boolean): Promise<void> => {
    setState({ ...CALM, busy: true })
    const answer = await inTime(run('reception.set', { on: next }))
    setState({ ...CALM, failure: answer.ok ? null : errorText(answer.code, answer.details) })
  }
  const setPresence = async (presence: Exclude<Presence, 'offline'>): Promise<void> => {
    const answer = await inTime(run('presence.set', { presence }))
    setState({ ...CALM, failure: answer.ok ? null : errorText(answer.code, answer.details) })
  }
  const allowed = me?.permissions.includes('reception.receive') ?? false
  const toggle = (): void => {
    if (state.busy) return
    if (on) setState({ ...CALM, asking: true })
    else void set(true)
  }
  useAction('reception', allowed ? toggle : null)
  return {
    on,
    allowed,
    presence: mine?.presence ?? 'offline',
    ...state,
    toggle,
    confirm: () => {
      void set(false)
    },
    dismiss: () => {
      setState(CALM)
    },
    setPresence: (presence) => {
      void setPresence(presence)
    },
  }
}

/** Whoever switched must know by then whether it holds; what comes later is shown as it comes (R-03-156). */
const CONFIRMED_WITHIN_MS = 5000

const inTime = async (asked: Promise<Result<unknown>>): Promise<Result<unknown>> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Result<unknown>>((resolve) => {
    timer = setTimeout(() => {
      resolve(refuse('timeout'))
    }, CONFIRMED_WITHIN_MS)
  })
  const first = await Promise.race([asked, late])
  clearTimeout(timer)
  return first
}

const CALM = { busy: false, asking: false, failure: null } as const
