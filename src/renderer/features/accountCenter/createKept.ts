/** A form that was left and not saved, and what it began with. */
export interface Kept<Seen, Form> {
  readonly seen: Seen
  readonly form: Form
}

/** What was typed and not saved when a page was left: nothing is lost by looking at another one. */
export const createKept = <Seen, Form>(): {
  readonly keptForm: () => Kept<Seen, Form> | null
  readonly keepForm: (form: Kept<Seen, Form> | null) => void
} => {
  let kept: Kept<Seen, Form> | null = null
  return {
    keptForm: () => kept,
    keepForm: (form) => {
      kept = form
    },
  }
}
