import { useState } from 'react'

import { isSame } from './isSame.ts'
import { noteUnsaved } from './unsaved.ts'

export interface SettingsForm<Seen, Form> {
  readonly form: Form
  /** What the form began with: saving names its version. */
  readonly seen: Seen
  /** There is something to save. */
  readonly touched: boolean
  readonly change: (form: Form) => void
  /** Forgets what was typed and begins with this. */
  readonly restart: (seen: Seen) => void
}

/**
 * The hook of a page that shows settings in a form. Until something is typed the form shows what holds now. What was typed
 * and not saved is there again when the page is: nothing is lost by looking at another one.
 */
export const createSettingsForm = <Seen, Form>(
  formOf: (seen: Seen) => Form,
): ((held: Seen) => SettingsForm<Seen, Form>) => {
  interface State {
    readonly seen: Seen
    readonly form: Form
  }
  const left: { state: State | null } = { state: null }
  const isTouched = ({ seen, form }: State): boolean => !isSame(form, formOf(seen))

  const useSettingsForm = (held: Seen): SettingsForm<Seen, Form> => {
    const [state, setState] = useState<State>(() => left.state ?? { seen: held, form: formOf(held) })
    const touched = isTouched(state)
    const { seen, form } = touched ? state : { seen: held, form: formOf(held) }
    const show = (next: State): void => {
      left.state = isTouched(next) ? next : null
      noteUnsaved(left, left.state !== null)
      setState(next)
    }
    return {
      form,
      seen,
      touched,
      change: (next) => {
        show({ seen, form: next })
      },
      restart: (now) => {
        show({ seen: now, form: formOf(now) })
      },
    }
  }
  return useSettingsForm
}
