import type { ReactNode } from 'react'

import type { Result } from '../../../base/result.ts'
import type { SettingsForm as Form } from './createSettingsForm.ts'
import { SaveBar } from './SaveBar.tsx'
import { useSave, type Save } from './useSave.ts'

export interface SettingsFormProps<Seen, Answer> {
  readonly form: Pick<Form<Seen, unknown>, 'seen' | 'touched' | 'restart'>
  /** What holds now. */
  readonly held: Seen
  /** Nothing in the form is wrong. */
  readonly ready: boolean
  /** Sends what was typed; `base` is what it is saved over. */
  readonly send: (base: Seen) => Promise<Result<Answer>>
  readonly savedIn: (answer: Answer) => Seen
  readonly className?: string
  /** Behind the buttons: what can be done besides, one at a time with saving. */
  readonly foot?: (saving: Pick<Save, 'busy' | 'attempt'>) => ReactNode
  readonly children: ReactNode
}

/** Settings in a form: saved over what its author saw, or, when they say so, over what somebody else has just saved. */
export const SettingsForm = <Seen, Answer>(props: SettingsFormProps<Seen, Answer>) => {
  const { form, held, ready, send, savedIn, className = '', foot, children } = props
  const { attempt, forget, ...save } = useSave()
  const saveOver = async (base: Seen): Promise<void> => {
    const saved = await attempt(send(base))
    if (saved !== null) form.restart(savedIn(saved))
  }
  return (
    <form
      className={`fy-center-form ${className}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void saveOver(form.seen)
      }}
    >
      {children}
      <SaveBar
        save={save}
        touched={form.touched}
        ready={ready}
        onDiscard={() => {
          form.restart(held)
          forget()
        }}
        onSaveMine={() => {
          void saveOver(held)
        }}
      />
      {foot?.({ busy: save.busy, attempt })}
    </form>
  )
}
