import { useState } from 'react'

import type { OrganizationView, QueryResult } from '../../../../client/api.ts'
import type { AgentId, RoutingRule } from '../../../../protocol/model/index.ts'
import { useAsk } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine } from '../../../ui/index.ts'
import { sampleAt } from './form.ts'
import { SampleForm } from './SampleForm.tsx'
import { useStepText } from './useStepText.ts'

export interface TryOutProps {
  /** As they are on the page, saved or not. */
  readonly rules: readonly RoutingRule[]
  readonly organization: OrganizationView
}

type Answer = QueryResult<'routing.try'>

/** Says step by step where a customer would end up now; nothing is changed by it (R-02-083). */
export const TryOut = ({ rules, organization }: TryOutProps) => {
  const { t } = useTranslation('routing')
  const ask = useAsk()
  const { stepText, outcomeText } = useStepText(rules, organization)
  const [arrival, setArrival] = useState(() =>
    sampleAt(organization.widgets[0]?.id ?? null, organization.organization.language),
  )
  const [lastHandlerId, setLastHandlerId] = useState<AgentId | null>(null)
  /** Undefined: nothing was tried since the last change. */
  const [answer, setAnswer] = useState<Answer | undefined>()
  const [busy, setBusy] = useState(false)
  const attempt = async (): Promise<void> => {
    setBusy(true)
    setAnswer(await ask('routing.try', { rules, arrival, lastHandlerId }))
    setBusy(false)
  }
  return (
    <section className="fy-try" aria-labelledby="try-title">
      <h3 id="try-title">{t('try.title')}</h3>
      <p className="fy-secondary">{t('try.about')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void attempt()
        }}
      >
        <SampleForm
          arrival={arrival}
          organization={organization}
          lastHandlerId={lastHandlerId}
          onChange={(next) => {
            setArrival(next)
            setAnswer(undefined)
          }}
          onLastHandler={(next) => {
            setLastHandlerId(next)
            setAnswer(undefined)
          }}
        />
        <div className="fy-center-save fy-try-run">
          <Button type="submit" disabled={busy}>
            {t('try.run')}
          </Button>
        </div>
      </form>
      <div role="status">
        {answer === null ? <ErrorLine text={t('try.failed')} /> : null}
        {answer ? (
          <>
            <ol className="fy-try-steps">
              {answer.steps.map((step) => (
                <li key={step.step}>{stepText(step)}</li>
              ))}
            </ol>
            <p className="fy-outcome">{outcomeText(answer.outcome)}</p>
          </>
        ) : null}
      </div>
    </section>
  )
}
