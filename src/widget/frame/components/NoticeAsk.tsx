import { useState } from 'preact/hooks'

import { useSpeech } from '../context.ts'
import type { Notices } from '../notices.ts'
import { IconButton } from './IconButton.tsx'

export interface NoticeAskProps {
  readonly notices: Notices
  readonly onDecline: () => void
}

/** Asked once, while a talk is under way, and never on loading (R-18-038). */
export const NoticeAsk = ({ notices, onDecline }: NoticeAskProps) => {
  const { words } = useSpeech()
  const [step, setStep] = useState<'ask' | 'on' | 'refused'>('ask')
  if (step !== 'ask') {
    return (
      <span class="bar-said" role="status">
        {words.notices[step]}
      </span>
    )
  }
  return (
    <span class="notice-ask" role="group" aria-label={words.notices.ask}>
      <button
        type="button"
        class="nav-button"
        title={words.notices.ask}
        onClick={() => {
          void notices.allow().then((allowed) => {
            setStep(allowed ? 'on' : 'refused')
          })
        }}
      >
        {words.notices.yes}
      </button>
      <IconButton
        icon="close"
        name={words.notices.no}
        onClick={() => {
          notices.decline()
          onDecline()
        }}
      />
    </span>
  )
}
