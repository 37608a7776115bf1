import { useState } from 'react'

import type { SessionTarget } from '../../../protocol/model/index.ts'
import { useAsk, useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, Segments } from '../../ui/index.ts'
import { TargetPicker, useTargetRows } from '../transfer/index.ts'
import { settle } from './settle.ts'

const WAYS = ['keep', 'end', 'transfer'] as const
type Way = (typeof WAYS)[number]

export interface Settlement {
  /** How many sessions run. */
  readonly running: number
  readonly way: Way
  readonly to: SessionTarget | null
  readonly failures: readonly string[]
  /** Something is chosen that can be done. */
  readonly isReady: boolean
  readonly chooseWay: (way: Way) => void
  readonly chooseTarget: (to: SessionTarget | null) => void
  /** Does what is chosen; false: it could not be done for all, and the failures say why. */
  readonly apply: () => Promise<boolean>
}

/** What becomes of running sessions when their agent leaves (R-02-069, R-03-157). */
export const useSettlement = (): Settlement => {
  const run = useRun()
  const query = useAsk()
  const errorText = useErrorText()
  const running = useQuery('conversations.list', { filter: 'in-session' }) ?? []
  const [way, setWay] = useState<Way>('keep')
  const [to, setTo] = useState<SessionTarget | null>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  return {
    running: running.length,
    way,
    to,
    failures,
    isReady: running.length === 0 || way !== 'transfer' || to !== null,
    chooseWay: (next) => {
      setWay(next)
      setFailures([])
    },
    chooseTarget: setTo,
    apply: async () => {
      const settlement =
        way === 'end' ? ({ kind: 'end' } as const) : to && ({ kind: 'transfer', to } as const)
      if (running.length === 0 || way === 'keep' || !settlement) return true
      const refusals = await settle(
        { query, run },
        running.map(({ id }) => id),
        settlement,
      )
      setFailures([...new Set(refusals.map(({ code, details }) => errorText(code, details)))])
      return refusals.length === 0
    },
  }
}

export interface RunningSessionsProps {
  readonly settlement: Settlement
  readonly disabled: boolean
}

/** Their number, and the choice of what becomes of them. */
export const RunningSessions = ({ settlement, disabled }: RunningSessionsProps) => {
  const { t } = useTranslation('workbench')
  const me = useQuery('account.current', {})?.me
  const targets = useTargetRows({ except: me?.agentId ?? null, beyondCapacity: false })
  const { running, way, to, failures, chooseWay, chooseTarget } = settlement
  const ways = WAYS.filter((one) => one !== 'transfer' || me?.permissions.includes('reception.transfer'))
  if (running === 0) return null
  return (
    <div className="fy-transfer fy-leave-sessions">
      <p>{t('leave.running', { count: running })}</p>
      <Segments
        label={t('leave.way')}
        value={way}
        disabled={disabled}
        options={ways.map((one) => [one, t(`leave.ways.${one}`)])}
        onChange={chooseWay}
      />
      <p className="fy-secondary">{t(`leave.hints.${way}`)}</p>
      {way === 'transfer' ? <TargetPicker from={targets} chosen={to} onChoose={chooseTarget} /> : null}
      {failures.map((text) => (
        <ErrorLine key={text} text={text} />
      ))}
    </div>
  )
}
