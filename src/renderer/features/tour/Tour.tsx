import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { StepCard } from './StepCard.tsx'
import { stepsIn, type TourStep } from './steps.ts'

import './tour.css'

/** Offers a look around to who is here for the first time, on any device; taken or left, it is not offered again. */
export const Tour = () => {
  const { t } = useTranslation('tour')
  const { value: toured, known, save } = useAgentSetting('toured')
  const [steps, setSteps] = useState<readonly TourStep[]>([])
  const [at, setAt] = useState(0)
  const step = steps[at]
  const end = (): void => {
    setSteps([])
  }
  return (
    <>
      {known && !toured ? (
        <p className="fy-notice fy-tour-offer">
          <span>{t('offer')}</span>
          <Button
            onClick={() => {
              setAt(0)
              setSteps(stepsIn(document))
              save(true)
            }}
          >
            {t('begin')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              save(true)
            }}
          >
            {t('notNow')}
          </Button>
        </p>
      ) : null}
      {step ? (
        <StepCard
          key={step.key}
          step={step}
          place={t('place', { at: at + 1, count: steps.length })}
          isLast={at === steps.length - 1}
          onBack={at === 0 ? null : () => setAt(at - 1)}
          onNext={() => {
            if (at === steps.length - 1) end()
            else setAt(at + 1)
          }}
          onEnd={end}
        />
      ) : null}
    </>
  )
}
