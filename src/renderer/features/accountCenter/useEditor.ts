import { useState } from 'react'

import { isSame } from './isSame.ts'

/** What an editor shows and what became of it; `EditorDialog` is its frame. */
export interface Editor<Seen, Form> {
  readonly form: Form
  /** What the form began with: saving names its version. */
  readonly seen: Seen
  /** Saving was tried: what is wrong is said from then on. */
  readonly tried: boolean
  /** There is something to lose. */
  readonly touched: boolean
  /** Somebody wanted to leave and was asked whether what they typed may go. */
  readonly leaving: boolean
  readonly change: (more: Partial<Form>) => void
  /** Forgets what was typed and begins with this. */
  readonly restart: (seen: Seen) => void
  /** Keeps what was typed, over what somebody else has saved. */
  readonly rebase: (seen: Seen) => void
  readonly markTried: () => void
  readonly setLeaving: (leaving: boolean) => void
}

/** The `formOf` of what is edited as it is. */
export const asItIs = <Seen>(seen: Seen): Seen => seen

/** The form of an editor that opens above its page and is forgotten when it closes. */
export const useEditor = <Seen, Form extends object>(
  held: Seen,
  formOf: (seen: Seen) => Form,
): Editor<Seen, Form> => {
  const begin = (seen: Seen) => ({ seen, first: formOf(seen) })
  const [start, setStart] = useState(() => begin(held))
  const [form, setForm] = useState(start.first)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  return {
    form,
    seen: start.seen,
    tried,
    touched: !isSame(form, start.first),
    leaving,
    change: (more) => {
      // Two changes may come before one is shown, such as a picture that has arrived.
      setForm((before) => ({ ...before, ...more }))
      setLeaving(false)
    },
    restart: (seen) => {
      const next = begin(seen)
      setStart(next)
      setForm(next.first)
      setTried(false)
    },
    rebase: (seen) => {
      setStart(begin(seen))
    },
    markTried: () => {
      setTried(true)
    },
    setLeaving,
  }
}
