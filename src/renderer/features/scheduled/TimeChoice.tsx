import { useState } from 'react'

import { reminderDue } from '../../../domain/reminders/reminderDue.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Field, instantOf, localText, serverNow, timeZoneShown } from '../../ui/index.ts'

export interface TimeChoiceProps {
  /** Null: the time is not chosen yet. */
  readonly initial: number | null
  readonly onChoose: (at: number) => void
}

const HOUR_MS = 3_600_000
const CHOICES = [
  ['in60', { kind: 'in', minutes: 60 }],
  ['tomorrow', { kind: 'tomorrow' }],
] as const

/** When a message is to go out. It stands beside forms, so it is none itself. */
export const TimeChoice = ({ initial, onChoose }: TimeChoiceProps) => {
  const { t } = useTranslation('composer')
  const [text, setText] = useState(() => localText(initial ?? serverNow() + 2 * HOUR_MS))
  const at = instantOf(text)
  return (
    <div className="fy-later-times">
      {CHOICES.map(([name, when]) => (
        <Button
          key={name}
          kind="quiet"
          onClick={() => {
            const due = reminderDue(when, serverNow(), timeZoneShown())
            if (due.ok) onChoose(due.value)
          }}
        >
          {t(`later.${name}`)}
        </Button>
      ))}
      <Field label={t('later.at')}>
        <input
          type="datetime-local"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
          onKeyDown={(event) => {
            // The form around it would send the message now.
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (at !== null) onChoose(at)
          }}
        />
      </Field>
      <Button
        disabled={at === null}
        onClick={() => {
          if (at !== null) onChoose(at)
        }}
      >
        {t('later.set')}
      </Button>
    </div>
  )
}
