import { useEffect, useId, useRef } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import type { TourStep } from './steps.ts'

export interface StepCardProps {
  readonly step: TourStep
  /** "2 of 5". */
  readonly place: string
  readonly isLast: boolean
  /** Null: it is the first. */
  readonly onBack: (() => void) | null
  readonly onNext: () => void
  readonly onEnd: () => void
}

/** One step: a card in the middle below, and a frame around what it is about. Esc leaves. */
export const StepCard = ({ step, place, isLast, onBack, onNext, onEnd }: StepCardProps) => {
  const { t } = useTranslation('tour')
  const card = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { target, key } = step
  useEffect(() => {
    const shown = document.querySelector<HTMLElement>(target)
    shown?.setAttribute('data-toured', '')
    card.current?.show()
    card.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      shown?.removeAttribute('data-toured')
    }
  }, [target])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc belongs to the card as a whole
    <dialog
      ref={card}
      className="fy-surface fy-dialog fy-tour"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onEnd()
      }}
    >
      <h2 id={titleId}>{t(`steps.${key}.title`)}</h2>
      <p>{t(`steps.${key}.text`)}</p>
      <footer>
        <span className="fy-secondary fy-digits">{place}</span>
        <span className="fy-grow" />
        <Button kind="quiet" onClick={onEnd}>
          {t('end')}
        </Button>
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        <Button kind="primary" data-first onClick={onNext}>
          {isLast ? t('done') : t('next')}
        </Button>
      </footer>
    </dialog>
  )
}
