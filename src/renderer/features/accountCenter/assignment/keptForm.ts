import type { Organization } from '../../../../protocol/model/index.ts'
import type { AssignmentForm } from './form.ts'

interface Kept {
  /** The organisation the form began with. */
  readonly seen: Organization
  readonly form: AssignmentForm
}

let kept: Kept | null = null

/** What was typed and not saved when the page was left: nothing is lost by looking at another one. */
export const keptForm = (): Kept | null => kept

export const keepForm = (form: Kept | null): void => {
  kept = form
}
