import { useState } from 'react'

import type { ReminderTime } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Field, instantOf, localText, serverNow } from '../../ui/index.ts'

const HOUR_MS = 3_600_000
const CHOICES = [
  ['in10', { kind: 'in', minutes: 10 }],
  ['in60', { kind: 'in', minutes: 60 }],
  ['tomorrow', { kind: 'tomorrow' }],
] as const satisfies readonly (readonly [string, ReminderTime])[]

/** When a conversation is to come back. */
export const RemindForm = ({ onChoose }: { readonly onChoose: (when: ReminderTime) => Promise<void> }) => {
  const { t } = useTranslation('todos')
  const [text, setText] = useState(() => localText(serverNow() + 2 * HOUR_MS))
  const at = instantOf(text)
  return (
    <form
      className="fy-remind"
      onSubmit={(event) => {
        event.preventDefault()
        if (at !== null) void onChoose({ kind: 'at', at })
      }}
    >
      {CHOICES.map(([name, when]) => (
        <Button
          key={name}
          kind="quiet"
          onClick={() => {
            void onChoose(when)
          }}
        >
          {t(`remind.${name}`)}
        </Button>
      ))}
      <Field label={t('remind.at')}>
        <input
          type="datetime-local"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
      </Field>
      <Button type="submit" disabled={at === null}>
        {t('remind.set')}
      </Button>
    </form>
  )
}
